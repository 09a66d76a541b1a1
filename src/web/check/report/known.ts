import type { AdvisoryMatch, ComparedLine } from "../../../advisories/advisory.ts";
import type { Point } from "../../../checks/check.ts";
import { defang } from "../../../report/defang.ts";
import type { Examination } from "../../../report/examination.ts";
import { html } from "../../../report/html-escape.ts";
import { COMPARED, FIELD, TEXTS as REPORT } from "../../../report/lang.ts";
import { oneLine } from "../../../report/plain-text.ts";
import { variablesText } from "../../../report/terminal-comparison.ts";
import type { Language } from "../../../terms/index.ts";
import { TEXTS } from "../texts.ts";
import { list } from "./pieces.ts";
import type { Markup } from "./pieces.ts";

const LINE_LIMIT = 400;
/** The rest is a press away. */
const SHOWN = 4;
/** Of one mail; the first describe it best. */
const MATCHES = 3;

/** The official warnings that describe the mail, line by line beside it; or that none does. */
export function known(examination: Examination, advisories: number, lang: Language): Markup {
  const matches = matchesOf(examination.points).slice(0, MATCHES);
  if (matches.length === 0) return html`<p>${TEXTS.knownNone[lang].replace("%", String(advisories))}</p>`;
  return matches.map((match) => comparison(match, lang)).join("");
}

function matchesOf(points: readonly Point[]): readonly AdvisoryMatch[] {
  const found = points.flatMap(({ advisory }) => advisory ?? []);
  return found.filter((match, at) => found.findIndex((other) => other.advisory.id === match.advisory.id) === at);
}

function comparison(match: AdvisoryMatch, lang: Language): Markup {
  const { advisory, lines } = match;
  const date = advisory.published ?? REPORT.checkedOn[lang].replace("%", advisory.checked);
  // From the registry of warnings, and only over https: never from the mail.
  const title = advisory.url.startsWith("https://")
    ? html`<a href="${advisory.url}" rel="noopener noreferrer" target="_blank">${oneLine(advisory.title, 160)}</a>`
    : html`<b>${oneLine(advisory.title, 160)}</b>`;
  const issuer = html`<p class="issuer">
    <b>${advisory.issuer[lang]}</b>
    <span class="dim">${date} · ${oneLine(match.case.name, 60)} · ${REPORT.covered[lang]} ${Math.floor(match.coverage * 100)}%</span>
  </p>`;
  const more = lines.slice(SHOWN);
  const rest =
    more.length === 0
      ? ""
      : `<details><summary>${html`${REPORT.moreLines[lang].replace("%", String(more.length)).replace(/\(.*$/, "")}`}</summary>${rows(more, lang)}</details>`;
  return `<div class="known">${issuer}<p>${title}</p>${rows(lines.slice(0, SHOWN), lang)}${rest}</div>`;
}

function rows(lines: readonly ComparedLine[], lang: Language): Markup {
  return `<div class="lines">${lines.map((line) => row(line, lang)).join("")}</div>`;
}

function row(line: ComparedLine, lang: Language): Markup {
  const head = html`<p class="kind"><b>${FIELD[line.field][lang]}</b> <span class="tag">${COMPARED[line.kind][lang]}</span></p>`;
  const side = (label: string, text: string): Markup =>
    html`<div class="side"><span class="dim">${label}</span><span>${defang(oneLine(text, LINE_LIMIT))}</span></div>`;
  const differs = line.variables.length === 0 ? "" : html`<p class="dim">${REPORT.difference[lang]}: ${variablesText(line)}</p>`;
  const sides =
    line.kind === "equal"
      ? side(REPORT.inTheMail[lang], line.mail)
      : side(REPORT.inTheWarning[lang], line.template) + (line.kind === "missing" ? "" : side(REPORT.inTheMail[lang], line.mail));
  return `<div class="line ${line.kind}">${head}<div class="sides">${sides}</div>${differs}</div>`;
}

/** Warnings that the reader's own site has published: asked for only when they press the button. */
export function askSite(lang: Language): Markup {
  return [
    `<div class="ask" data-part="ask-site">`,
    html`<button type="button" data-action="ask-known">${TEXTS.knownAsk[lang]}</button>`,
    html`<p class="dim">${TEXTS.knownAskHow[lang]}</p>`,
    `<div data-part="known-answer" role="status"></div></div>`,
  ].join("");
}

/** What the site answered. Titles are of published warnings, links lead to this site alone. */
export function siteWarnings(found: readonly { readonly title: string; readonly href: string; readonly day: string }[], lang: Language): Markup {
  if (found.length === 0) return html`<p>${TEXTS.knownNothing[lang]}</p>`;
  const items = found.map(({ title, href, day }) => html`<a href="${href}">${oneLine(title, 200)}</a> <span class="dim">${day}</span>`);
  return html`<h3>${TEXTS.knownFound[lang]}</h3>` + list(items);
}
