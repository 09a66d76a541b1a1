/**
 * What one recipient's or one day's copy of a mail differs in, taken out: two copies of a template read the same
 * afterwards. Everything is in one alphabet, lower case, without blanks or marks that are not seen.
 */

/** Longest text looked at, in UTF-16 units; a lure is told long before. */
const LONGEST = 20_000;
const UNSEEN = /[\p{Cf}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0]+/gu;
const URL = /\b(?:h[tx]{2}ps?|ftp):\/\/[^\s<>"'「」『』()、。]{1,2000}/giu;
/** The two halves of an address around its `@`; 64 characters are at most 128 UTF-16 units. */
const LOCAL_END = /[\p{L}\p{N}._%+-]{1,64}$/u;
const LOCAL_UNITS = 128;
const DOMAIN = /@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/uy;
const BARE_HOST = /\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.[a-z]{2,18}\b(?:\/[^\s<>"'「」『』()、。]{0,2000})?/giu;
/** Letters and digits mixed: order numbers, tokens, hashes, code words against filters. */
const MIXED = /\b(?=[a-z0-9_-]{0,64}[0-9])(?=[a-z0-9_-]{0,64}[a-z])[a-z0-9_-]{4,64}\b/giu;
const NUMBER = /[0-9０-９]+(?:[.,:/-][0-9]+)*/gu;
/** A name before 様 or 殿, or after Dear and the like, up to the end of its line. */
const JAPANESE_GREETING = /(^|\n)[^\n、。!?]{1,30}?(様|殿|さま)(?=[\s、,:へ]|$)/gu;
const ENGLISH_GREETING = /(^|\n)\s*(dear|hello|hi|attention|attn)\b[ ,:]*[^\n,:!.]{0,40}/giu;

/** Names that a mail carries as its own; sorted so that the longest is taken out first. */
export interface Variables {
  /** Brand names as the mail writes them. */
  readonly brandNames: readonly string[];
  /** Local part of the recipient's address, names of the recipient. */
  readonly recipients: readonly string[];
}

/** `text` with its variables blanked out, as the marks of a campaign see it. */
export function withoutVariables(text: string, variables: Variables): string {
  let plain = text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .replace(UNSEEN, (hit) => (hit.includes("\n") ? "\n" : hit.includes("\t") ? " " : ""))
    .toLowerCase();
  plain = plain.replace(URL, "");
  plain = withoutAddresses(plain).replace(BARE_HOST, "");
  plain = plain.replace(JAPANESE_GREETING, "$1$2").replace(ENGLISH_GREETING, "$1$2");
  plain = blankNames(plain, variables);
  plain = plain.replace(MIXED, "0").replace(NUMBER, "0");
  return plain.replace(/[\s\p{P}\p{S}]+/gu, "").replace(/0+/g, "0");
}

/** Looks around each `@` only: a search for the local part from every place of the text takes longer than all else here. */
function withoutAddresses(text: string): string {
  let plain = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(from, at + 1))) {
    const [local] = LOCAL_END.exec(text.slice(Math.max(from, at - LOCAL_UNITS), at)) ?? [];
    DOMAIN.lastIndex = at;
    if (local === undefined || !DOMAIN.test(text)) continue;
    plain += text.slice(from, at - local.length);
    from = DOMAIN.lastIndex;
  }
  return plain + text.slice(from);
}

/** Shortest name taken out: a shorter one stands in other words. */
const SHORTEST_NAME = 2;

function blankNames(plain: string, { brandNames, recipients }: Variables): string {
  const names = [...new Set([...brandNames, ...recipients].map((name) => name.normalize("NFKC").toLowerCase().trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length)
    .slice(0, 40);
  let text = plain;
  for (const name of names) text = text.replaceAll(name, "");
  return text;
}
