import type { AdvisoryMatch } from "../advisories/advisory.ts";
import type { Point } from "../checks/check.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { defang, defangTarget } from "./defang.ts";
import type { Examination } from "./examination.ts";
import { escapeHtml, html } from "./html-escape.ts";
import { mailPicture } from "./html-picture.ts";
import { STYLE } from "./html-style.ts";
import { COMPARED, CONFIDENCE, CONFIDENCE_GENUINE, EVIDENCE_LEVEL, FIELD, NUMERALS, SEVERITY, SYMBOL, TEXTS, TYPED_IN_STEPS } from "./lang.ts";
import { contactedText, dateText, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";
import { oneLine } from "./plain-text.ts";
import { sourceText, whereText } from "./terminal.ts";
import { advisoryName, variablesText } from "./terminal-comparison.ts";

/** No script, no picture, no font, no form, no frame: whatever slips through the escaping stays dead. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const COMPARED_LINES = 20;

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
    section(TEXTS.picture[lang], mailPicture(examination, outline.strongest, lang)),
    shortList(TEXTS.morePoints, outline.further, lang),
    shortList(TEXTS.forGenuine, outline.genuine, lang, outline.strongestLean === "phishing" ? TEXTS.forGenuineNote : undefined),
    listSection(
      TEXTS.notChecked[lang],
      examination.notChecked.map((missing) => mailText(missing.why, lang)),
    ),
    examination.raiseLevel === undefined ? "" : section(TEXTS.raise[lang], html`<p>${examination.raiseLevel[lang]}</p>`),
    contact(examination, lang),
    outline.showTypedIn
      ? listSection(
          TEXTS.typedIn[lang],
          TYPED_IN_STEPS.map((step) => step[lang]),
        )
      : "",
    html`<p class="dim">
      ${TEXTS.madeBy[lang]}: ${examination.tool.name} ${examination.tool.version} · ${TEXTS.registry[lang]} ${oneLine(examination.tool.registry, 40)} ·
      ${oneLine(contactedText(examination, lang), 80)}
    </p>`,
  ].join("\n");
}

function verdictCard({ verdict }: Examination, outline: Outline, lang: Language): string {
  const label = outline.brandLabel?.[lang];
  const brand = label === undefined ? "" : html`<p>${lang === "ja" ? `「${label}」を名乗るメールです。` : `The mail says it is ${label}.`}</p>`;
  return `<section class="verdict ${verdict.level}">${html`<h1>${SYMBOL[verdict.level]} ${verdict.headline[lang]}</h1>`}${brand}${html`<p class="do">→ ${verdict.action[lang]}</p>`}</section>`;
}

function facts(examination: Examination, outline: Outline, lang: Language): string {
  const rows: string[] = [];
  if (outline.senderDomain !== "")
    rows.push(
      html`<dt>${TEXTS.realSender[lang]}</dt>
        <dd><b class="domain">${oneLine(outline.senderDomain, 300)}</b></dd>`,
    );
  for (const point of outline.strongest)
    if (point.link !== undefined)
      rows.push(
        html`<dt>${TEXTS.realDomain[lang]}</dt>
          <dd><b class="domain">${defangTarget(oneLine(point.link.real, 300))}</b></dd>`,
      );
  if (examination.mail.date !== undefined)
    rows.push(
      html`<dt>${TEXTS.date[lang]}</dt>
        <dd>${oneLine(dateText(examination.mail.date, lang), 40)}</dd>`,
    );
  rows.push(
    html`<dt>${TEXTS.handedIn[lang]}</dt>
      <dd>${EVIDENCE_LEVEL[examination.evidenceLevel][lang]}</dd>`,
  );
  return `<dl style="margin-top:1rem">${rows.join("")}</dl>`;
}

function strongest(outline: Outline, lang: Language): string {
  if (outline.strongest.length === 0) return "";
  const title = outline.strongestLean === "genuine" ? TEXTS.strongestGenuine : TEXTS.strongest;
  return section(title[lang], outline.strongest.map((point, index) => pointCard(point, NUMERALS[index] ?? "", lang)).join("\n"));
}

function pointCard(point: Point, numeral: string, lang: Language): string {
  const phishing = point.leans === "phishing";
  const tag = phishing ? html` <span class="tag">${SEVERITY[point.severity][lang]}</span>` : "";
  const rows = [
    html`<dt>${TEXTS.seen[lang]}</dt>
      <dd>${mailText(point.seen, lang)}</dd>`,
  ];
  if (point.link !== undefined)
    rows.push(
      html`<dt>${TEXTS.realDomain[lang]}</dt>
        <dd><b class="domain">${defangTarget(oneLine(point.link.real, 300))}</b></dd>`,
    );
  rows.push(
    html`<dt>${TEXTS.official[lang]}</dt>
      <dd>${oneLine(point.official[lang], 600)} <span class="dim">${sourceText(point, lang)}</span></dd>`,
  );
  rows.push(
    html`<dt>${TEXTS.why[lang]}</dt>
      <dd>${mailText(point.why, lang)}</dd>`,
  );
  rows.push(
    html`<dt>${TEXTS.howSure[lang]}</dt>
      <dd>${(phishing ? CONFIDENCE : CONFIDENCE_GENUINE)[point.confidence][lang]}</dd>`,
  );
  const places = point.quotes.slice(0, 8).map((quote) => html`<li>${defang(oneLine(quote.text, 200))} (${whereText(quote.where, lang)})</li>`);
  const where = places.length === 0 ? "" : `<details class="dim"><summary>${escapeHtml(TEXTS.places[lang])}</summary><ul>${places.join("")}</ul></details>`;
  const advisory = point.advisory === undefined ? "" : comparison(point.advisory, lang);
  return `<div class="card ${phishing ? "phishing" : "for-genuine"}">${html`<h3>${numeral} ${mailText(point.title, lang)}`}${tag}</h3><dl>${rows.join("")}</dl>${advisory}${where}</div>`;
}

function comparison(match: AdvisoryMatch, lang: Language): string {
  const lines = match.lines.slice(0, COMPARED_LINES).map((line) => {
    const variables = line.variables.length === 0 ? "" : html`<br /><span class="dim">${TEXTS.difference[lang]}: ${variablesText(line)}</span>`;
    return `${html`<tr>
      <td>${FIELD[line.field][lang]}<br /><span class="dim">${COMPARED[line.kind][lang]}</span></td>
      <td>${defang(oneLine(line.template, 300))}</td>
      <td>${defang(oneLine(line.mail, 300))}
     `}${variables}</td></tr>`;
  });
  const head = html`<tr>
    <th></th>
    <th>${TEXTS.inTheWarning[lang]}</th>
    <th>${TEXTS.inTheMail[lang]}</th>
  </tr>`;
  return `${html`<p><b>${TEXTS.comparison[lang]}</b> ${advisoryName(match, lang)}</p>`}<table>${head}${lines.join("")}</table>`;
}

function reasons(examination: Examination, outline: Outline, lang: Language): string {
  const extra = examination.verdict.level === "undecided" && outline.brandLabel !== undefined ? [TEXTS.counterfactual[lang]] : [];
  return outline.reasons.length === 0 ? "" : listSection(TEXTS.reasons[lang], [...outline.reasons.map((reason) => mailText(reason, lang)), ...extra]);
}

function shortList(title: Bilingual, points: readonly Point[], lang: Language, note?: Bilingual): string {
  if (points.length === 0) return "";
  const items = points.map((point) => html`<li><b>${mailText(point.title, lang)}</b>: ${mailText(point.seen, lang)}</li>`);
  return section(title[lang], `<ul>${items.join("")}</ul>${note === undefined ? "" : html`<p class="dim">${note[lang]}</p>`}`);
}

function contact(examination: Examination, lang: Language): string {
  const found = examination.contact;
  if (found === undefined) return examination.verdict.level === "no-sign" ? "" : section(TEXTS.contact[lang], html`<p>${TEXTS.contactUnknown[lang]}</p>`);
  // The only live link of the report: it comes from the registry, and only over https.
  const page = found.page.startsWith("https://") ? html`<a href="${found.page}" rel="noopener noreferrer">${found.page}</a>` : escapeHtml(found.page);
  return section(TEXTS.contact[lang], `<p>${escapeHtml(found.label[lang])}: ${page}</p>${html`<p class="dim">${TEXTS.contactNote[lang]}</p>`}`);
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
