import { LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { Brand } from "./brand.ts";
import { brandSchema, toBrand } from "./schema.ts";

/** A place in a brand file, 1-based. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a brand file. */
export interface Problem extends FilePlace {
  readonly file: string;
  readonly message: string;
  /** Worth a look rather than wrong. */
  readonly note?: boolean | undefined;
}

/** A brand file read: the brand when it is whole, otherwise its problems. */
export interface BrandFile {
  readonly file: string;
  readonly brand: Brand | undefined;
  readonly problems: readonly Problem[];
  /** Where a value of the file stands, by its path of keys and indices. */
  placeOf(path: readonly (string | number)[]): FilePlace;
}

/** Reads one `data/brands/<id>.yaml`. Broken YAML gives one problem with its position; never throws. */
export function readBrandFile(file: string, text: string): BrandFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (path: readonly (string | number)[]): FilePlace => placeIn(document, lines, path);
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = lines.linePos(broken.pos[0]);
    return { file, brand: undefined, problems: [{ file, line: at.line, column: at.col, message: broken.message.split("\n")[0]! }], placeOf };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return { file, brand: undefined, problems: [{ file, line: 1, column: 1, message: String(error) }], placeOf };
  }
  const parsed = brandSchema.safeParse(data);
  if (parsed.success) return { file, brand: toBrand(parsed.data), problems: [], placeOf };
  const problems = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    // The key itself is shown, not the map that holds it.
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ file, ...placeOf([...path, key]), message: `${[...path, key].join(".")}: unknown key` }));
    return [{ file, ...placeOf(path), message: `${path.join(".") || "file"}: ${issue.message}` }];
  });
  return { file, brand: undefined, problems, placeOf };
}

/** The node at the path, or the nearest parent that exists. */
function placeIn(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]): FilePlace {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    const start = node?.range?.[0];
    if (start === undefined) continue;
    const at = lines.linePos(start);
    return { line: at.line, column: at.col };
  }
  return { line: 1, column: 1 };
}
