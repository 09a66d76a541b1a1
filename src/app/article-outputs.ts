import type { Article } from "../article/article.ts";
import { articlePage, pictureFile, pictureOf, toMarkdown } from "../article/index.ts";
import type { Place } from "../article/index.ts";
import { STYLE } from "../article/html-style.ts";
import { PICTURE_STYLE } from "../article/picture.ts";
import { scanForLeaks } from "../redact/index.ts";
import type { Leak, Secret } from "../redact/index.ts";
import { toJsonLine } from "../report/index.ts";

/** Everything that an article becomes, by file name. */
export function outputsOf(article: Article, place?: Place): ReadonlyMap<string, string> {
  const { slug } = article;
  const outputs = new Map<string, string>();
  for (const lang of ["ja", "en"] as const) {
    outputs.set(`${slug}.${lang}.md`, toMarkdown(article, lang, place));
    outputs.set(`${slug}.${lang}.html`, articlePage(article, lang, place));
    outputs.set(pictureFile(slug, lang), pictureOf(article.mail, lang));
  }
  outputs.set(`${slug}.json`, `${toJsonLine(article)}\n`);
  return outputs;
}

/** Something of the recipient found in a finished output, and where: never what it is, as this is shown and logged. */
export interface OutputLeak {
  readonly output: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly secret: Leak["secret"];
  readonly encoding: string;
}

const MOST = 20;

/** The same in every article, so they tell nothing; yet a short secret read backwards is soon found in a style sheet. */
const OURS = [STYLE, PICTURE_STYLE];
const withoutOurs = (text: string): string => OURS.reduce((left, own) => left.replaceAll(own, (whole) => whole.replace(/[^\n]/g, " ")), text);

/** Reads all outputs again for what no output may carry. Empty: they may leave. */
export function leaksIn(outputs: ReadonlyMap<string, string>, secrets: readonly Secret[]): readonly OutputLeak[] {
  const found: OutputLeak[] = [];
  for (const [output, text] of outputs) {
    for (const { secret, encoding, start } of scanForLeaks(withoutOurs(text), secrets)) {
      if (found.length === MOST) return found;
      const before = text.slice(0, start).split("\n");
      found.push({ output, line: before.length, column: (before.at(-1) ?? "").length + 1, secret, encoding });
    }
  }
  return found;
}
