import type { AdvisoryMatch, ComparedLine } from "../advisories/advisory.ts";
import type { Language } from "../terms/index.ts";
import { defang } from "./defang.ts";
import { fold } from "./fold.ts";
import { COMPARED, FIELD, TEXTS } from "./lang.ts";
import type { Style } from "./paint.ts";
import { oneLine } from "./plain-text.ts";

/** Enough to see that it is the same text; the whole comparison is in the HTML and JSON reports. */
const LINES = 4;
const LIMIT = 160;
const SIGN: Readonly<Record<ComparedLine["kind"], string>> = { equal: "=", variable: "~", different: "≠", missing: "-" };

const WEIGHT: Readonly<Record<ComparedLine["kind"], number>> = { different: 1, variable: 2, equal: 3, missing: 4 };

interface StyledLine {
  readonly text: string;
  readonly style?: Style;
}

/** The official warning against the mail: what is equal in one line, what differs in two. */
export function comparisonLines(match: AdvisoryMatch, lang: Language, width: number): readonly StyledLine[] {
  const lines: StyledLine[] = [{ text: `${TEXTS.comparison[lang]}: ${advisoryName(match, lang)}`, style: "bold" }];
  const shown = tellingLines(match.lines);
  for (const line of shown) lines.push(...comparedLine(line, lang, width));
  const rest = match.lines.length - shown.length;
  if (rest > 0) lines.push({ text: TEXTS.comparisonElsewhere[lang].replace("%", String(rest)), style: "dim" });
  return lines;
}

/** The subject, then what differs most, in the order of the mail. */
function tellingLines(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const weight = (line: ComparedLine): number => (line.field === "subject" ? 0 : WEIGHT[line.kind]);
  const chosen = new Set(lines.toSorted((left, right) => weight(left) - weight(right)).slice(0, LINES));
  return lines.filter((line) => chosen.has(line));
}

/** Issuer, title, case and how much is common. */
export function advisoryName(match: AdvisoryMatch, lang: Language): string {
  const { advisory } = match;
  const percent = Math.floor(match.coverage * 100);
  return `${advisory.issuer[lang]}「${oneLine(advisory.title, LIMIT)}」${oneLine(match.case.name, 40)} ${advisory.url} (${TEXTS.covered[lang]} ${percent}%)`;
}

function comparedLine(line: ComparedLine, lang: Language, width: number): StyledLine[] {
  const head = `${SIGN[line.kind]} ${FIELD[line.field][lang]} [${COMPARED[line.kind][lang]}]`;
  const template = defang(oneLine(line.template, LIMIT));
  const mail = defang(oneLine(line.mail, LIMIT));
  if (line.kind === "equal") return indented(`${head} ${mail}`, width, 0);
  const body: StyledLine[] = [...indented(head, width, 0), ...indented(`${TEXTS.inTheWarning[lang]}: ${template}`, width, 2)];
  if (line.kind !== "missing") body.push(...indented(`${TEXTS.inTheMail[lang]}: ${mail}`, width, 2));
  if (line.variables.length > 0) body.push(...indented(`${TEXTS.difference[lang]}: ${variablesText(line)}`, width, 2));
  return body;
}

/** `8 → 12, ***@*** → taro@example.com` */
export function variablesText(line: ComparedLine): string {
  return line.variables
    .slice(0, 8)
    .map(([template, mail]) => `${oneLine(template, 40)} → ${defang(oneLine(mail, 60))}`)
    .join(", ");
}

function indented(text: string, width: number, indent: number): StyledLine[] {
  return fold(text, width - indent - 2).map((line, index) => ({ text: " ".repeat(indent + (index === 0 ? 0 : 2)) + line }));
}
