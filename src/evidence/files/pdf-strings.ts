/** Characters of one string that are read. */
const LONGEST_STRING = 4000;

/** Number and generation of the object that begins last in a text (§7.3.10). */
export function objectHead(text: string): { readonly object: number; readonly generation: number } | undefined {
  const end = text.lastIndexOf("obj");
  const numbers = /(\d{1,9})\s{1,5}(\d{1,5})\s{0,5}$/.exec(text.slice(Math.max(0, end - 30), Math.max(0, end)));
  return numbers === null ? undefined : { object: Number(numbers[1]), generation: Number(numbers[2]) };
}

/** The bytes of the string object behind a name, one character each: `(…)` or `<…>` (§7.3.4). */
export function stringAfter(text: string, from: number): string | undefined {
  let at = from;
  while (at < from + 10 && /\s/.test(text[at] ?? "")) at++;
  if (text[at] === "(") return literal(text, at + 1);
  if (text[at] !== "<" || text[at + 1] === "<") return undefined;
  const hex = /^[0-9a-f\s]*/i.exec(text.slice(at + 1, at + 1 + LONGEST_STRING))?.[0].replace(/\s/g, "") ?? "";
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "" };

/** Parentheses may nest; a backslash escapes (§7.3.4.2). */
function literal(text: string, from: number): string | undefined {
  let out = "";
  let depth = 1;
  for (let at = from; at < text.length && at < from + LONGEST_STRING; at++) {
    const char = text[at] as string;
    if (char === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? "";
      out += octal === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8) & 255);
      at += octal === undefined ? 1 : octal.length;
      continue;
    }
    if (char === "(") depth++;
    if (char === ")" && --depth === 0) return out;
    out += char;
  }
  return undefined;
}

/** Bytes of a text with one character a byte. */
export function bytesOf(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
