import type { Point } from "../../../checks/check.ts";
import type { Examination } from "../../../report/examination.ts";
import { contact, facts, pointCard, reasons, verdictCard } from "../../../report/html.ts";
import { html } from "../../../report/html-escape.ts";
import { NUMERALS, TEXTS as REPORT, TYPED_IN_STEPS } from "../../../report/lang.ts";
import type { MailView } from "../../../report/mail-view/index.ts";
import { outlineOf } from "../../../report/outline.ts";
import type { Outline } from "../../../report/outline.ts";
import type { Language } from "../../../terms/index.ts";
import type { AppHints } from "../mail-apps.ts";
import type { DrawnReport } from "../protocol.ts";
import { TEXTS } from "../texts.ts";
import { acts } from "./acts.ts";
import { howToGetSource, openQuestions } from "./apps.ts";
import { askSite, known } from "./known.ts";
import { Marks } from "./marks.ts";
import { list, mailText, section } from "./pieces.ts";
import type { Markup } from "./pieces.ts";

export interface Surroundings {
  readonly hints: AppHints;
  /** How many official warnings the mail was compared with. */
  readonly advisories: number;
  /** The drawn mail: its numbers are those of the cards. */
  readonly view: MailView;
}

/** One examination as the check page shows it: above the picture of the mail, and below it. */
export function drawReport(examination: Examination, around: Surroundings, lang: Language): DrawnReport {
  const outline = outlineOf(examination);
  const marks = new Marks(examination, around.view, lang);
  const cards = outline.strongest.map((told, at) => pointCard(told, NUMERALS[at] ?? "", lang, { number: at + 1, foot: marks.showing(at + 1) }));
  return {
    said: `${examination.verdict.headline[lang]} ${examination.verdict.action[lang]}`,
    above: verdictCard(examination, outline, lang) + facts(examination, outline, lang),
    cards: section(outline.strongestTitle[lang], cards.join("")) + reasons(examination, outline, lang),
    view: around.view,
    below: below(examination, outline, around, marks, lang),
  };
}

function below(examination: Examination, outline: Outline, around: Surroundings, marks: Marks, lang: Language): Markup {
  const short = (points: readonly Point[], note = ""): Markup =>
    shortList(points, marks, lang) + (points.length === 0 || note === "" ? "" : html`<p class="dim">${note}</p>`);
  const typedIn = outline.showTypedIn ? list(TYPED_IN_STEPS.map((step) => html`${step[lang]}`)) : "";
  return [
    contact(examination, lang),
    section(REPORT.typedIn[lang], typedIn, "typed-in"),
    section(TEXTS.act[lang], acts(examination, lang), "act"),
    section(TEXTS.known[lang], known(examination, around.advisories, lang) + askSite(lang), "known"),
    section(REPORT.morePoints[lang], short(outline.further)),
    section(REPORT.smallPoints[lang], short(outline.small)),
    section(REPORT.forGenuine[lang], short(outline.genuine, outline.genuineNote?.[lang]), "genuine"),
    section(REPORT.notChecked[lang], openQuestions(examination, outline, lang), "open"),
    section(TEXTS.howToSource[lang], howToGetSource(examination, around.hints, lang), "apps"),
  ].join("");
}

/** A line each; where the mail's picture has a mark for it, its number leads there. */
function shortList(points: readonly Point[], marks: Marks, lang: Language): Markup {
  const items = points.map((point) => {
    const number = marks.numberOf(point);
    const unconfirmed = point.fact?.status === "assumed" ? ` (${REPORT.assumedShort[lang]})` : "";
    const found = number === undefined ? "" : html` data-mark="${number}" tabindex="-1"`;
    const sign = number === undefined ? "" : html`<span class="number">${number}</span> `;
    return `<li><div class="short"${found}>${sign}${html`<b>${mailText(point.title, lang)}</b><br />${mailText(point.seen, lang)}${unconfirmed}`}${number === undefined ? "" : marks.showing(number)}</div></li>`;
  });
  return items.length === 0 ? "" : `<ul class="points">${items.join("")}</ul>`;
}
