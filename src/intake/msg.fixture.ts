import { createRequire } from "node:module";
import type { Entry } from "@kenjiuno/msgreader/lib/Burner.js";

const { burn } = createRequire(import.meta.url)("@kenjiuno/msgreader/lib/Burner.js") as { burn(entries: Entry[]): Uint8Array };
const [root, directory, document] = [5, 1, 2];

/** Streams and storages by name. */
export type Tree = { readonly [name: string]: Uint8Array | Tree };

/** A compound file of the given streams and storages. */
export function compoundFile(tree: Tree): Uint8Array {
  const entries: Entry[] = [];
  const add = (name: string, content: Uint8Array | Tree, type: number): number => {
    const index = entries.length;
    if (content instanceof Uint8Array) {
      // The writer looks at the whole underlying buffer, which a pooled Buffer shares.
      entries.push({ name, type, length: content.length, binaryProvider: () => new Uint8Array(content) });
      return index;
    }
    const entry: Entry = { name, type, length: 0, children: [] };
    entries.push(entry);
    for (const [child, inner] of Object.entries(content)) entry.children?.push(add(child, inner, inner instanceof Uint8Array ? document : directory));
    return index;
  };
  add("Root Entry", tree, root);
  return burn(entries);
}

/** UTF-16, as properties of type 001F are written. */
export const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
/** An empty property stream with a header of that length ([MS-OXMSG] 2.4). */
export const properties = (header: number): Buffer => Buffer.alloc(header);
