import type { AdvisoryMatch } from "../advisories/advisory.ts";
import type { Point } from "../checks/check.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { defang, deadTarget } from "./defang.ts";
import type { Examination } from "./examination.ts";
import { escapeHtml, html } from "./html-escape.ts";
import { mailPicture } from "./html-picture.ts";
import { STYLE } from "./html-style.ts";
import { COMPARED, confidenceText, EVIDENCE_LEVEL, FIELD, NUMERALS, SEVERITY, SYMBOL, TEXTS, TYPED_IN_STEPS } from "./lang.ts";
import { contactedText, dateText, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";
import { hostLine, oneLine } from "./plain-text.ts";
import { sourceText, standingText, whereText } from "./source-text.ts";
import type { Told } from "./told.ts";
import { advisoryName, variablesText } from "./terminal-comparison.ts";

/** No script, no picture, no font, no form, no frame: whatever slips through the escaping stays dead. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const COMPARED_LINES = 20;
const HOST_LIMIT = 120;

/** One examination as one self-contained file for a lay person: the given language first, the other folded below. */
export function renderHtml(examination: Examination, lang: Language): string {
  const other: Language = lang === "ja" ? "en" : "ja";
  return [
    `<!doctype html>`,
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">`,
    `<meta name="format-detection" content="telephone=no,email=no,address=no">`,
    html`<title>${examination.verdict.headline[lang]} – ${TEXTS.title[lang]}</title>`,
    `<style>${STYLE}</style></head><body><main>`,
    article(examination, lang),
    html`<details lang="${other}"><summary>${TEXTS.otherLanguage[other]}</summary>`,
    article(examination, other),
    `</details></main></body></html>`,
    "",
  ].join("\n");
}

function article(examination: Examination, lang: Language): string {
  const outline = outlineOf(examination);
  return [
    verdictCard(examination, outline, lang),
    facts(examination, outline, lang),
    strongest(outline, lang),
    reasons(examination, outline, lang),
    section(
      (outline.strongest.length === 0 ? TEXTS.plainPicture : TEXTS.picture)[lang],
      mailPicture(
        examination,
        outline.strongest.map((told) => told.point),
        lang,
      ),
    ),
    shortList(TEXTS.morePoints, outline.further, lang),
    shortList(TEXTS.smallPoints, outline.small, lang),
    shortList(TEXTS.forGenuine, outline.genuine, lang, outline.genuineNote),
    notChecked(examination, outline, lang),
    outline.raise === undefined ? "" : section(TEXTS.raise[lang], html`<p>${outline.raise[lang]}</p>`),
    contact(examination, lang),
    outline.showTypedIn
      ? listSection(
          TEXTS.typedIn[lang],
          TYPED_IN_STEPS.map((step) => step[lang]),
        )
      : "",
    html`<p class="dim foot">
      ${TEXTS.madeBy[lang]}: ${examination.tool.name} ${examination.tool.version} · ${TEXTS.registry[lang]} ${oneLine(examination.tool.registry, 40)} ·
      ${oneLine(contactedText(examination, lang), 80)}
    </p>`,
  ].join("\n");
}

/** The level and the one thing to do. */
export function verdictCard({ verdict }: Examination, outline: Outline, lang: Language): string {
  const stop = lang === "ja" ? "。" : ".";
  const speaksAs = outline.speaksAs === undefined ? "" : html`<p>${outline.speaksAs[lang]}${stop}</p>`;
  const notes = outline.notes.map((note) => html`<p class="dim">${note[lang]}</p>`).join("");
  // What stands in brackets limits the level: a line of its own, so that neither is read without the other.
  const [, level = "", limit = ""] = /^([^(]*)(.*)$/s.exec(verdict.headline[lang]) ?? [];
  const headline = html`<h1>
    <span class="sign">${SYMBOL[verdict.level]}</span><span>${level.trim()}<small>${limit}</small></span>
  </h1>`;
  return `<section class="verdict ${verdict.level}">${headline}${html`<p class="do">${verdict.action[lang]}</p>`}${speaksAs}${notes}</section>`;
}

/** Where it comes from and where it leads: the two things worth reading before anything else. */
export function facts(examination: Examination, outline: Outline, lang: Language): string {
  const rows: string[] = [];
  if (outline.senderDomain !== "") rows.push(domainRow(TEXTS.realSender[lang], hostLine(outline.senderDomain, HOST_LIMIT)));
  const targets = new Set(outline.strongest.flatMap(({ point }) => (point.link === undefined ? [] : [point.link.real])));
  for (const target of targets) rows.push(domainRow(TEXTS.realDomain[lang], deadTarget(target)));
  if (examination.mail.date !== undefined) rows.push(row(TEXTS.date[lang], oneLine(dateText(examination.mail.date, lang), 40)));
  rows.push(row(TEXTS.handedIn[lang], EVIDENCE_LEVEL[examination.evidenceLevel][lang]));
  return `<dl class="facts">${rows.join("")}</dl>`;
}

function row(label: string, value: string): string {
  return html`<dt>${label}</dt>
    <dd>${value}</dd>`;
}

function domainRow(label: string, domain: string): string {
  return html`<dt>${label}</dt>
    <dd><b class="domain">${domain}</b></dd>`;
}

function strongest(outline: Outline, lang: Language): string {
  if (outline.strongest.length === 0) return "";
  return section(outline.strongestTitle[lang], outline.strongest.map((told, index) => pointCard(told, NUMERALS[index] ?? "", lang)).join("\n"));
}

const CARD: Readonly<Record<Point["leans"], string>> = { phishing: "phishing", genuine: "for-genuine", simulation: "for-drill" };

/** On a page whose picture of the mail has marks: the card is found by its number, and the comparison with a warning stands elsewhere. */
export interface CardOfMark {
  readonly number: number;
  /** Markup at the end of the card. */
  readonly foot: string;
}

/** What was seen, what is official, why it matters, how sure it is. */
export function pointCard({ point, also }: Told, numeral: string, lang: Language, mark?: CardOfMark): string {
  const phishing = point.leans === "phishing";
  const tag = phishing ? html` <span class="tag">${SEVERITY[point.severity][lang]}</span>` : "";
  const rows = [row(TEXTS.seen[lang], mailText(point.seen, lang))];
  if (point.link !== undefined) rows.push(domainRow(TEXTS.realDomain[lang], deadTarget(point.link.real)));
  rows.push(
    html`<dt>${TEXTS.official[lang]}</dt>
      <dd>${oneLine(point.official[lang], 600)} <span class="dim">${sourceText(point, lang)}</span></dd>`,
  );
  const standing = standingText(point, lang);
  if (standing !== "") rows.push(row(TEXTS.standing[lang], standing));
  rows.push(row(TEXTS.why[lang], mailText(point.why, lang)));
  rows.push(row(TEXTS.howSure[lang], confidenceText(point)[lang]));
  if (also.length > 0) rows.push(alsoRow(also, lang));
  const advisory = point.advisory === undefined || mark !== undefined ? "" : comparison(point.advisory, lang);
  const found = mark === undefined ? "" : html` data-mark="${mark.number}" tabindex="-1"`;
  return `<div class="card ${CARD[point.leans]}"${found}>${html`<h3>${numeral} ${mailText(point.title, lang)}`}${tag}</h3><dl>${rows.join("")}</dl>${advisory}${places(point, lang)}${mark?.foot ?? ""}</div>`;
}

/** What other checks say of the same place: a line each. */
function alsoRow(also: readonly Point[], lang: Language): string {
  const items = also.map((point) => html`<li>${mailText(point.seen, lang)}</li>`);
  return `${html`<dt>${TEXTS.also[lang]}</dt>`}<dd><ul>${items.join("")}</ul></dd>`;
}

function places(point: Point, lang: Language): string {
  const items = point.quotes.slice(0, 8).map((quote) => html`<li>${defang(oneLine(quote.text, 200))} (${whereText(quote.where, lang)})</li>`);
  return items.length === 0 ? "" : `<details class="dim"><summary>${escapeHtml(TEXTS.places[lang])}</summary><ul>${items.join("")}</ul></details>`;
}

function comparison(match: AdvisoryMatch, lang: Language): string {
  const lines = match.lines.slice(0, COMPARED_LINES).map((line) => {
    const variables = line.variables.length === 0 ? "" : html`<br /><span class="dim">${TEXTS.difference[lang]}: ${variablesText(line)}</span>`;
    return `${html`<tr class="${line.kind}">
      <td>
        ${FIELD[line.field][lang]}<br />
        <span class="dim">${COMPARED[line.kind][lang]}</span>
      </td>
      <td data-label="${TEXTS.inTheWarning[lang]}">${defang(oneLine(line.template, 300))}</td>
      <td data-label="${TEXTS.inTheMail[lang]}">${defang(oneLine(line.mail, 300))}
     `}${variables}</td></tr>`;
  });
  const head = html`<tr>
    <th></th>
    <th>${TEXTS.inTheWarning[lang]}</th>
    <th>${TEXTS.inTheMail[lang]}</th>
  </tr>`;
  const rest = match.lines.length - lines.length;
  const more = rest > 0 ? html`<p class="dim">${TEXTS.moreLines[lang].replace("%", String(rest))}</p>` : "";
  const title = html`<summary><b>${TEXTS.comparison[lang]}</b> ${advisoryName(match, lang)}</summary>`;
  return `<details open>${title}<table>${head}${lines.join("")}</table>${more}</details>`;
}

/** Why nothing was decided, where there are no points to show. */
export function reasons(examination: Examination, outline: Outline, lang: Language): string {
  const extra = examination.verdict.level === "undecided" && outline.speaksAs !== undefined ? [TEXTS.counterfactual[lang]] : [];
  return outline.reasons.length === 0 ? "" : listSection(TEXTS.reasons[lang], [...outline.reasons.map((reason) => mailText(reason, lang)), ...extra]);
}

function shortList(title: Bilingual, points: readonly Point[], lang: Language, note?: Bilingual): string {
  if (points.length === 0) return "";
  const items = points.map((point) => {
    const unconfirmed = point.fact?.status === "assumed" ? ` (${TEXTS.assumedShort[lang]})` : "";
    return html`<li><b>${mailText(point.title, lang)}</b><br />${mailText(point.seen, lang)}${unconfirmed}</li>`;
  });
  return section(title[lang], `<ul>${items.join("")}</ul>${note === undefined ? "" : html`<p class="dim">${note[lang]}</p>`}`);
}

/** What is already told as a reason is not told again. */
export function notChecked(examination: Examination, outline: Outline, lang: Language): string {
  const open = examination.notChecked.filter((missing) => !outline.reasons.some((reason) => reason.ja === missing.why.ja));
  return listSection(
    TEXTS.notChecked[lang],
    open.map((missing) => mailText(missing.why, lang)),
  );
}

/** How to reach the real company. */
export function contact(examination: Examination, lang: Language): string {
  const found = examination.contact;
  if (found === undefined) return examination.verdict.level === "no-sign" ? "" : section(TEXTS.contact[lang], html`<p>${TEXTS.contactUnknown[lang]}</p>`);
  // The only live link of the report: it comes from the registry, and only over https.
  const page = found.page.startsWith("https://") ? html`<a href="${found.page}" rel="noopener noreferrer">${found.page}</a>` : escapeHtml(found.page);
  const assumed = found.status === "assumed" ? html`<p>${TEXTS.contactAssumed[lang]}</p>` : "";
  const note = html`<p class="dim">${TEXTS.contactNote[lang]}</p>`;
  return section(
    TEXTS.contact[lang],
    `<p>${escapeHtml(found.label[lang])}: ${page} ${html`<span class="dim">(${TEXTS.contactSource[lang]})</span>`}</p>${assumed}${note}`,
  );
}

function mailText(text: Bilingual, lang: Language): string {
  return defang(oneLine(text[lang], 600));
}

function listSection(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : section(title, `<ul>${items.map((item) => html`<li>${item}</li>`).join("")}</ul>`);
}

function section(title: string, content: string): string {
  return `<section>${html`<h2>${title}</h2>`}${content}</section>`;
}
