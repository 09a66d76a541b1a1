import { confusables } from "./confusables.generated.ts";

let table: ReadonlyMap<string, string> | undefined;

/** The table is one text: a character and what it looks like, by turns, parted by U+0000. */
function readTable(): ReadonlyMap<string, string> {
  const cells = confusables.split("\0");
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < cells.length; at += 2) map.set(cells[at]!, cells[at + 1]!);
  return map;
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * The skeleton of UTS #39 §4: two texts with the same skeleton look alike. Decomposed, each character replaced by its
 * prototype, decomposed again; what cannot be seen is dropped. A character newer than the table that is a styled ASCII
 * letter or digit (NFKC) counts as that one.
 */
export function skeletonOf(text: string): string {
  table ??= readTable();
  let out = "";
  for (const char of text.normalize("NFD")) out += prototypeOf(char, table);
  return out.normalize("NFD");
}

function prototypeOf(char: string, known: ReadonlyMap<string, string>): string {
  const found = known.get(char);
  if (found !== undefined) return found;
  if (char <= "\x7f") return char;
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(char)) return "";
  const plain = char.normalize("NFKC");
  return plain.length === 1 && ASCII.test(plain) ? (known.get(plain) ?? plain) : char;
}

/** Pairs beyond UTS #39 that readers take for one another, as browsers add them: letters of other scripts with a stroke or tail too many. */
const BEYOND: readonly (readonly [string, string])[] = [
  ["æӕ", "ae"],
  ["œ", "ce"],
  ["þϼҏ", "p"],
  ["ħнћңҥӈӊԋԧԩ", "h"],
  ["ĸκкқҝҟҡӄԟ", "k"],
  ["ŋпԥ", "n"],
  ["ŧтҭԏ七丅丆丁", "t"],
  ["ƅьҍв", "b"],
  ["ωшщพฟພຟ", "w"],
  ["мӎ", "m"],
  ["єҽҿၔ", "e"],
  ["ґ", "r"],
  ["ғӻ", "f"],
  ["ҫင", "c"],
  ["ұ丫", "y"],
  ["χҳӽӿ乂", "x"],
  ["ԃძ", "d"],
  ["ԍဌ", "g"],
  ["ടรຣຮ", "s"],
  ["၂", "j"],
  ["०০੦૦ଠ୦೦", "o"],
  ["৭੧૧", "q"],
  ["บບ", "u"],
  ["θ", "0"],
  ["२২੨૨೩೭շ", "2"],
  ["зҙӡउওਤ੩૩౩ဒვპ", "3"],
  ["੫丩ㄐ", "4"],
  ["ճ", "6"],
  ["৪੪୫", "8"],
  ["૭୨౨", "9"],
  ["一", "-"],
];

let beyond: ReadonlyMap<string, string> | undefined;

/** What a text looks like to a hurried reader: the skeleton of UTS #39 after the pairs above. */
export function lookOf(text: string): string {
  beyond ??= new Map(BEYOND.flatMap(([chars, look]) => [...chars].map((char) => [char, look] as const)));
  let out = "";
  for (const char of text.normalize("NFC")) out += beyond.get(char) ?? char;
  return skeletonOf(out);
}
