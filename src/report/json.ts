import type { AdvisoryMatch } from "../advisories/advisory.ts";
import type { Point } from "../checks/check.ts";
import type { Examination } from "./examination.ts";

/** Version of the shape below; it grows only by added fields while this stays. */
const SCHEMA = 1;

/** The examination as plain data, documented in docs/json.md and docs/examination.schema.json. */
export function toJsonReport(examination: Examination, file: string, ms: number) {
  const { verdict, mail, tool } = examination;
  const reasons = verdict.reasons.map((reason) => ("check" in reason ? { ...reason.title, check: reason.check } : reason));
  return {
    schema: SCHEMA,
    file,
    tool,
    evidenceLevel: examination.evidenceLevel,
    raiseLevel: examination.raiseLevel ?? null,
    examinedOnline: examination.examinedOnline ?? null,
    mail: {
      subject: mail.subject,
      from: { name: mail.fromName, address: mail.fromAddress },
      to: mail.to,
      date: mail.date ?? null,
      bytes: mail.bytes,
      defects: mail.defects,
    },
    claims: examination.claims.map(({ brand, label, kind, weight, quotes }) => ({ brand, label, kind, weight, quotes })),
    verdict: {
      level: verdict.level,
      impersonates: "impersonates" in verdict ? (verdict.impersonates ?? null) : null,
      genuinely: verdict.level === "genuine" ? verdict.brand : null,
      headline: verdict.headline,
      action: verdict.action,
      reasons,
    },
    points: examination.points.map(pointOf),
    checks: examination.results.map((result) => ({ check: result.check, outcome: result.kind, ...(result.kind === "crashed" ? { error: result.error } : {}) })),
    notChecked: examination.notChecked,
    contact: examination.contact ?? null,
    ms: Math.round(ms * 1000) / 1000,
  };
}

export type JsonReport = ReturnType<typeof toJsonReport>;

function pointOf(point: Point) {
  const { check, kind, leans, severity, confidence, title, seen, official, why, action, quotes } = point;
  return {
    check,
    kind,
    leans,
    severity,
    confidence,
    brand: point.brand ?? null,
    title,
    seen,
    official,
    why,
    action,
    quotes: quotes.map(({ text, where }) => ({ text, where })),
    fact: point.fact === undefined ? null : factOf(point.fact),
    ...(point.link === undefined ? {} : { link: { displayed: point.link.displayed ?? null, real: point.link.real } }),
    ...(point.advisory === undefined ? {} : { advisory: advisoryOf(point.advisory) }),
  };
}

function factOf(fact: NonNullable<Point["fact"]>) {
  return { status: fact.status, source: fact.source ?? null, checked: fact.checked, validFrom: fact.validFrom ?? null, validUntil: fact.validUntil ?? null };
}

function advisoryOf(match: AdvisoryMatch) {
  const { advisory } = match;
  return {
    id: advisory.id,
    case: match.case.name,
    issuer: advisory.issuer,
    title: advisory.title,
    url: advisory.url,
    published: advisory.published ?? null,
    checked: advisory.checked,
    strength: match.strength,
    coverage: Math.round(match.coverage * 1000) / 1000,
    lines: match.lines,
  };
}

/** C1 controls, bidirectional controls and line separators: harmless in JSON, not in a terminal or a pager. */
// eslint-disable-next-line no-control-regex
const RISKY = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** One line, without the line break. Still the same JSON value: risky characters are written as escapes. */
export function toJsonLine(report: unknown): string {
  return JSON.stringify(report).replace(RISKY, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
