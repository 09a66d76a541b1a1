import type { Language } from "../../terms/index.ts";
import { WORDS } from "./texts.ts";
import type { Drawn } from "./view.ts";

/**
 * Characters a reader cannot see, or that turn the order of others round (UAX #9): zero-width ones, soft hyphen, fillers,
 * tag characters, controls. Joiners inside emoji and variation selectors belong to what is seen.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d+|[\u{e0001}-\u{e007f}]{3,}(?<!\u{e007f})|[\ud800-\udfff]+/gu;
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const MAX_CHIPS = 300;

/** A text with a labelled chip in place of every run of unseen characters; long mails of them get their rest left out. */
export function visibly(text: string, lang: Language, budget: { chips: number } = { chips: MAX_CHIPS }): readonly Drawn[] {
  if (text.search(UNSEEN) < 0) return text === "" ? [] : [text];
  const out: Drawn[] = [];
  let at = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (--budget.chips >= 0) out.push(chip(match[0], lang));
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

function chip(run: string, lang: Language): Drawn {
  const code = `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const count = [...run].length;
  const name = TURNING.test(run) ? WORDS.turning[lang] : WORDS.invisible[lang];
  return { tag: "span", kind: "chip", children: [count > 1 ? `${name}×${count}` : `${name} ${code}`] };
}
