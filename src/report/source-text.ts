import type { Point } from "../checks/check.ts";
import type { Language, Where } from "../terms/index.ts";
import { TEXTS } from "./lang.ts";
import { oneLine } from "./plain-text.ts";

const LIMIT = 200;

/** Where a fact comes from and when somebody looked; what the sentence before it already says is not said again. */
export function sourceText(point: Point, lang: Language): string {
  const { fact } = point;
  if (fact?.source === undefined) return "";
  const said = point.official[lang];
  const source = said.includes(fact.source)
    ? []
    : [`${(fact.status === "documented" ? TEXTS.thirdParty : TEXTS.source)[lang]}: ${oneLine(fact.source, LIMIT)}`];
  const checked = said.includes(fact.checked) ? [] : [TEXTS.checkedOn[lang].replace("%", fact.checked)];
  const words = [...source, ...checked].join(lang === "ja" ? "、" : ", ");
  return words === "" ? "" : `(${words})`;
}

/** Said of a fact that nobody has looked up on a page yet; empty for the others. */
export function standingText(point: Point, lang: Language): string {
  return point.fact?.status === "assumed" ? TEXTS.assumed[lang] : "";
}

/** The place of a quotation, short. */
export function whereText(where: Where, lang: Language): string {
  if (where.kind === "raw") return TEXTS.bytes[lang].replace("%", `${where.start}–${where.end}`);
  return where.kind === "envelope" ? `envelope ${where.field}` : oneLine(where.key, 60);
}
