/**
 * The borders between the machine's parts and the author's words in an article's Markdown:
 *
 *     <!-- ayashii:lead 1x2y3z -->
 *     ...the machine's, made anew each time...
 *     <!-- /ayashii:lead -->
 *     ...the author's, kept...
 *
 * The opening marker carries a checksum of the machine's text, so that an edit inside is noticed and never lost unsaid.
 */

const OPENING = /^<!-- ayashii:([a-z0-9-]{1,40}) ([a-z0-9]{1,13}) -->$/;
const closing = (id: string): string => `<!-- /ayashii:${id} -->`;
/** A line of ours or of a mail that could be taken for a marker; a backslash is put in, or one more. */
const LIKE_A_MARKER = /<!-- (\\*)(\/?ayashii:)/g;
const GUARDED_MARKER = /<!-- \\(\\*\/?ayashii:)/g;

/** Where the author's words stand before the machine's first part. */
export const START = "start";

/** The machine's part with its markers. */
export function region(id: string, content: string): string {
  const body = guardMarkers(content);
  return `<!-- ayashii:${id} ${checksum(body)} -->\n${body}\n${closing(id)}`;
}

/** Text that can hold no marker, in a way that can be taken back. */
export function guardMarkers(text: string): string {
  return text.replace(LIKE_A_MARKER, "<!-- \\$1$2");
}

function unguardMarkers(text: string): string {
  return text.replace(GUARDED_MARKER, "<!-- $1");
}

export interface Parsed {
  /** The author's words by the id of the part they follow. */
  readonly words: Readonly<Record<string, string>>;
  /** Ids of machine's parts that somebody changed by hand. */
  readonly edited: readonly string[];
  /** Ids whose end is missing; what follows them cannot be told from the machine's text. */
  readonly unclosed: readonly string[];
}

/** Takes the author's words out of an article's Markdown. Reads anything; never throws. */
export function parseRegions(markdown: string): Parsed {
  const words = new Map<string, string[]>([[START, []]]);
  const edited: string[] = [];
  const unclosed: string[] = [];
  const lines = markdown
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const ends = closingLines(lines);
  let after = START;
  for (let at = 0; at < lines.length; at++) {
    const opening = OPENING.exec(lines[at] ?? "");
    const [, id, sum] = opening ?? [];
    if (id === undefined) {
      words.get(after)?.push(lines[at] ?? "");
      continue;
    }
    const end = ends.get(id)?.find((line) => line > at);
    if (end === undefined) {
      unclosed.push(id);
      continue;
    }
    if (checksum(lines.slice(at + 1, end).join("\n")) !== sum) edited.push(id);
    at = end;
    after = id;
    if (!words.has(id)) words.set(id, []);
  }
  const kept = [...words].map(([id, own]) => [id, unguardMarkers(trimLines(own.join("\n")))] as const);
  return { words: Object.fromEntries(kept.filter(([, own]) => own !== "")), edited, unclosed };
}

function closingLines(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const ends = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const id = /^<!-- \/ayashii:([a-z0-9-]{1,40}) -->$/.exec(line)?.[1];
    if (id === undefined) return;
    const known = ends.get(id);
    if (known === undefined) ends.set(id, [index]);
    else known.push(index);
  });
  return ends;
}

/** Without blank lines before and after; blanks inside a line stay, they mean something in Markdown. */
export function trimLines(text: string): string {
  const lines = text.split("\n");
  let first = 0;
  let last = lines.length;
  while (first < last && (lines[first] ?? "").trim() === "") first++;
  while (last > first && (lines[last - 1] ?? "").trim() === "") last--;
  return lines.slice(first, last).join("\n");
}

/** FNV-1a, 32 bits, in base 36: notices an edit, defends against nobody. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
