/** Control characters, line and paragraph separators, and what turns the writing direction (Unicode bidi controls). */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text on one line, for places where a line end would start something new (header fields, comments, front matter). */
export function plainLine(text: string, longest = 1000): string {
  const line = text
    .slice(0, longest * 4)
    .replace(UNSEEN, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return cut(wellFormed(line), longest);
}

/** Text that may have several lines; every other control character is gone. */
export function plainText(text: string, longest = 100_000): string {
  return cut(wellFormed(text.replace(/\r\n?/g, "\n")), longest)
    .split("\n")
    .map((line) => line.replace(UNSEEN, " ").trimEnd())
    .join("\n");
}

/** Half of a surrogate pair is no character: UTF-8 cannot carry it. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : wellFormed(`${text.slice(0, longest - 1)}…`).replace("\ufffd…", "…");
}
