import path from "node:path";
import { trieOf } from "../src/web/check/worker/suffix-trie.ts";
import type { SuffixTrie } from "../src/web/check/worker/suffix-trie.ts";

const DATA = path.resolve("node_modules/tldts/dist/es6/src/data/trie.js");
const DECODER = path.resolve("src/web/check/worker/suffix-trie.ts");
const kept = (await import(DATA)) as SuffixTrie & { readonly rulesRoot: number; readonly exceptionsRoot: number };

interface Edge {
  readonly label: string;
  readonly child: number;
}

/** A node a line, its labels in order, `.` and a number behind those that do not lead to node 0. */
function written({ nodeFlags, edgeStart, edgeLength, edgeChild, labelText }: SuffixTrie): string {
  const lines: string[] = [];
  let offset = 0;
  for (let node = 0; node < nodeFlags.length; node++) {
    const edges: Edge[] = [];
    for (let edge = edgeStart[node]!; edge < edgeStart[node + 1]!; edge++) {
      const end = offset + edgeLength[edge]!;
      edges.push({ label: labelText.slice(offset, end), child: edgeChild[edge]! });
      offset = end;
    }
    lines.push(
      edges
        .sort((a, b) => (a.label < b.label ? -1 : 1))
        .map(({ label, child }) => (child === 0 ? label : `${label}.${child.toString(36)}`))
        .join(","),
    );
  }
  return lines.join("\n");
}

/**
 * A module in the place of tldts' data: the same trie, a third smaller when packed, as labels in the order of their
 * letters pack better than in that of their hashes. Throws when a later tldts keeps it otherwise.
 */
export function smallSuffixes(): string {
  const text = written(kept);
  const flags = [...kept.nodeFlags].join("");
  const made = trieOf(text, flags);
  const parts = Object.keys(made) as (keyof SuffixTrie)[];
  if (!parts.every((part) => String(made[part]) === String(kept[part])))
    throw new Error("tldts keeps its public suffixes otherwise: scripts/small-suffixes.ts must follow");
  return `import { trieOf } from ${JSON.stringify(DECODER)};
export const { nodeFlags, edgeStart, edgeLength, edgeChild, labelText } = trieOf(${JSON.stringify(text)}, "${flags}");
export const rulesRoot = ${kept.rulesRoot}, exceptionsRoot = ${kept.exceptionsRoot};`;
}
