import type { RedactedPoint } from "../redact/redacted-mail.ts";
import { plainText } from "../report/plain-text.ts";
import type { Language } from "../terms/index.ts";
import type { Article, QuotedAdvisory } from "./article.ts";
import { BASIS, FIELDS, IN_MAIL, TEXTS } from "./fixed-texts.ts";
import { furtherPoints, mainPoints, numeral } from "./points.ts";
import type { NumberedPoint } from "./points.ts";
import { link, paragraph, strong, text } from "./section.ts";
import type { Block, Inline, Section } from "./section.ts";

/** The check whose point is that a published warning describes the mail; the warning is quoted in its section. */
const WARNING_CHECK = "published-warning";

/** A section a point, the official warning inside its own, then the smaller points as a list. */
export function pointSections(article: Article, lang: Language): readonly Section[] {
  const main = mainPoints(article.mail);
  const sections = main.map((numbered) => pointSection(numbered, article, lang));
  const told = main.some(({ point }) => point.check === WARNING_CHECK);
  const apart = told || article.advisories.length === 0 ? [] : [warningSection(article, lang)];
  const further = furtherPoints(article.mail);
  return [...sections, ...apart, ...(further.length === 0 ? [] : [furtherSection(further, lang)])];
}

function pointSection({ number, point }: NumberedPoint, article: Article, lang: Language): Section {
  const rows: (readonly [string, readonly Inline[]])[] = [
    [TEXTS.seen[lang], [text(point.seen[lang])]],
    [TEXTS.official[lang], [text(point.official[lang])]],
    [TEXTS.why[lang], [text(point.why[lang])]],
  ];
  const quotes = [...new Set(point.quotes)].slice(0, 4);
  if (quotes.length > 0) rows.push([TEXTS.quotes[lang], [text(quotes.map((quote) => `「${quote}」`).join(" "))]]);
  if (point.source !== undefined) rows.push([TEXTS.source[lang], [link(point.source, point.source)]]);
  const warnings = point.check === WARNING_CHECK ? article.advisories.flatMap((advisory) => warningBlocks(advisory, lang)) : [];
  return {
    id: `point-${number}`,
    heading: `${TEXTS.point[lang]}${lang === "ja" ? "" : " "}${numeral(number)} ${plainText(point.title[lang])}`,
    blocks: [{ kind: "facts", rows }, ...warnings],
  };
}

function warningSection(article: Article, lang: Language): Section {
  return { id: "warning", heading: TEXTS.reported[lang], blocks: article.advisories.flatMap((advisory) => warningBlocks(advisory, lang)) };
}

/** The example as the warning prints it, and how far it is this mail. */
function warningBlocks(advisory: QuotedAdvisory, lang: Language): readonly Block[] {
  const lines = advisory.lines.map((line) => `${FIELDS[line.field][lang]}: ${plainText(line.text)} [${IN_MAIL[line.inMail][lang]}]`);
  const published = advisory.published === undefined ? "" : ` ${advisory.published}`;
  const basis = `${BASIS[advisory.basis][lang]}, ${advisory.checked} ${TEXTS.checkedOn[lang]}`;
  const from = [
    text(`${advisory.issuerLabel[lang]} `),
    link(advisory.title, advisory.url),
    text(`${published}${advisory.caseName === "" ? "" : ` – ${advisory.caseName}`} (${basis})`),
  ];
  return [paragraph(strong(TEXTS[advisory.issuerRole === "brand" ? "warning" : "reported"][lang])), { kind: "quotation", lines, from }];
}

function furtherSection(points: readonly RedactedPoint[], lang: Language): Section {
  const items = points.map((point) => [strong(point.title[lang]), text(`: ${point.seen[lang]}`)]);
  return { id: "further", heading: TEXTS.furtherPoints[lang], blocks: [{ kind: "list", ordered: false, items }] };
}
