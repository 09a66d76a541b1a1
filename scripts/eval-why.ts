import type { Outcome, OutcomePoint } from "./eval-outcome.ts";

const SHOWN = 3;

const pointText = (point: OutcomePoint): string =>
  `${point.leans === "genuine" ? "+" : ""}${point.check}/${point.kind} ${point.severity} ${point.confidence}${point.brand === undefined ? "" : ` ${point.brand}`}`;

/** One cell of a line for reading: control characters, and tabs above all, as blanks. */
const oneLine = (text: string, length = 90): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").slice(0, length);

function seen(outcome: Outcome): string {
  const claims = outcome.claims.filter((claim) => claim.kind === "speaks").map((claim) => claim.brand);
  const mentions = outcome.claims.filter((claim) => claim.kind === "mention").map((claim) => `(${claim.brand})`);
  const points = outcome.points.slice(0, SHOWN).map(pointText);
  return [
    outcome.level,
    `claims ${[...claims, ...mentions].slice(0, 4).join(" ") || "-"}`,
    `points ${points.join(", ") || "-"}${outcome.points.length > SHOWN ? ` and ${outcome.points.length - SHOWN} more` : ""}`,
  ].join("; ");
}

const mailText = (outcome: Outcome): string => `${oneLine(outcome.from)} | ${oneLine(outcome.subject)}`;

/** Why a mail was flagged, in one line: level, claims, strongest points, then sender and subject to find it by. */
export function whyYes(outcome: Outcome): string {
  return `${seen(outcome)} | ${mailText(outcome)}`;
}

/** Why a mail was not flagged, in one line: the same, and what is missing for it. */
export function whyNot(outcome: Outcome): string {
  return `${seen(outcome)}; missing: ${missing(outcome)} | ${mailText(outcome)}`;
}

/** What would have to be there for the judge to warn. */
function missing(outcome: Outcome): string {
  const against = outcome.points.filter((point) => point.leans === "phishing");
  const speaks = outcome.claims.some((claim) => claim.kind === "speaks");
  const unknown = outcome.unknown.length === 0 ? "" : ` (not looked at: ${outcome.unknown.join(", ")})`;
  if (outcome.level === "genuine") return "a point against the proof of its sender";
  if (against.length === 0 && outcome.claims.length === 0) return `a brand read in it, or a lure${unknown}`;
  if (against.length === 0) return speaks ? `a fact against the claim${unknown}` : `it only mentions a brand: who speaks?${unknown}`;
  if (against.every((point) => point.severity === "low")) return `a point above low${unknown}`;
  const high = against.filter((point) => point.severity === "high");
  return high.length === 0
    ? `a strong point; all ${against.length} are weak and none is high${unknown}`
    : `a strong point, or a second high one of another check about ${high[0]?.brand ?? "the same"}${unknown}`;
}
