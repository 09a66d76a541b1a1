const DOT = /[[({（［｛【]\s*(?:\.|dot|ドット|．|。)\s*[\])}）］｝】]/giu;
const SCHEME =
  /(?<![A-Za-z])(?:h(?:xx|\*\*|tt|ⅹⅹ|××|〇〇|__|--)p|(?<![hH])ttp|xxxx|ｈｔｔｐ|ｈｘｘｐ|hXXp)(s|ｓ|\(s\))?\s*(?:\[:\]|[:：])\s*(?:\[\/\/\]|\/\/|／／)/giu;
const FULL_WIDTH_URL = /https?:\/\/[！-～!-~]{1,300}/gu;
const AT =
  /(?<=[A-Za-z0-9_*-])[ \t]?(?:[[({（［【＜<]\s?(?:@|at|アット|アットマーク|あっと|＠)\s?[\])}）］】＞>]|＠|アットマーク|アット|(?<=[A-Za-z0-9])[●×※★☆■◎→](?![●×※★☆■◎]))[ \t]?(?=[A-Za-z0-9*-]{1,63}(?:\.|[[(（]\.[\])）]))/gu;

/**
 * Undoes the ways addresses are made harmless in print: hxxp, h**p, ttp, `[.]`, `．`, `(at)`, `[@]`, ＠, ●. Facts of a
 * notice are compared with live mails, which have them plain.
 */
export function refang(text: string): string {
  if (!/[.．。:：@＠●×※★☆■◎→トat]/u.test(text)) return text;
  return text
    .replace(DOT, ".")
    .replace(SCHEME, (_hit, secure: string | undefined) => `http${secure === undefined ? "" : "s"}://`)
    .replace(FULL_WIDTH_URL, (url) => url.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)))
    .replace(AT, "@");
}

const URL = /https?:\/\/[^\s"'<>　-〇「」『』【】（）〔〕＜＞《》！-／：-＠、。]{1,400}/gu;

/** URLs printed in a text, made live again as text. A bracket or full stop that closes the sentence is not of the URL. */
export function urlsIn(text: string): readonly string[] {
  return [...refang(text).matchAll(URL)]
    .map(([url]) => url.replace(/[.,;:!?)\]]+$/u, (tail) => (tail.startsWith(")") && url.includes("(") ? ")" : "")))
    .filter((url) => /^https?:\/\/[^/]/u.test(url));
}
