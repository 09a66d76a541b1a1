import type { CheckResult, Confidence, Missing, Point, Severity } from "../checks/check.ts";
import type { Claim, EvidenceLevel } from "../evidence/evidence.ts";
import type { Bilingual } from "../terms/index.ts";
import { ACTIONS, HEADLINES, MARKED_AS_DRILL, NO_CLEAR_SIGN, NOTHING_FOUND, ONLY_PART_OF_THE_MAIL, ONLY_SMALL_POINTS, ONLY_WEAK_POINTS } from "./text.ts";
import type { Verdict } from "./verdict.ts";

const SEVERITIES: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1 };
const CONFIDENCES: Readonly<Record<Confidence, number>> = { certain: 3, strong: 2, weak: 1 };

/** Order in which points are told. */
const LEANS: Readonly<Record<Point["leans"], number>> = { phishing: 0, simulation: 1, genuine: 2 };

/** What the judge may look at: never which check spoke, only how severe, how sure and in which direction. */
export interface Case {
  readonly results: readonly CheckResult[];
  readonly claims: readonly Claim[];
  readonly level: EvidenceLevel;
}

/** All points, strongest first, phishing before simulation before genuine; of equals, those about whom the mail says it is, then those about any brand. */
export function rankPoints(results: readonly CheckResult[], claims: readonly Claim[] = []): readonly Point[] {
  const points: Point[] = [];
  for (const result of results) if (result.kind === "points") points.push(...result.points);
  if (points.length < 2) return points;
  const speaker = claims.find((claim) => claim.kind === "speaks")?.brand;
  const about = (point: Point): number => (point.brand === undefined ? 2 : speaker === undefined || point.brand === speaker ? 0 : 1);
  return points.toSorted((a, b) => lean(a) - lean(b) || strength(b) - strength(a) || about(a) - about(b));
}

/** Everything that could not be checked. A crashed check is one of them. */
export function missingOf(results: readonly CheckResult[]): readonly Missing[] {
  // Nearly all checks of nearly all mails are clear.
  const all = results.filter((result) => result.kind !== "clear").flatMap(missingIn);
  const told = new Set<string>();
  // Several checks may miss the same thing for the same reason.
  return all.filter((one) => !told.has(one.topic + one.why.en) && told.add(one.topic + one.why.en));
}

function missingIn(result: CheckResult): readonly Missing[] {
  if (result.kind === "unknown") return result.missing;
  if (result.kind === "points") return result.missing ?? [];
  if (result.kind !== "crashed") return [];
  return [{ topic: result.check, why: { ja: `検査「${result.check}」が途中で止まりました。`, en: `The check "${result.check}" broke off.` } }];
}

/** The one judge (design: reasons over severity, confidence and direction). */
export function judge(given: Case): Verdict {
  const points = rankPoints(given.results, given.claims);
  const phishing = points.filter((point) => point.leans === "phishing");
  const genuine = points.filter((point) => point.leans === "genuine");
  const grave = gravePoints(phishing);
  const proof = genuine.filter((point) => point.severity === "high" && point.confidence !== "weak");
  const mayBeSure = given.level === "full-source" || given.level === "attached-original";
  // Small things stand in genuine mail as well; they are listed, and decide nothing.
  const telling = phishing.filter((point) => point.severity !== "low");
  const drill = mayBeSure ? drillOf(points, telling.length > 0 || grave.length > 0 || proof.length > 0) : undefined;
  if (drill !== undefined) return drill;
  const [first, ...others] = grave;
  if (first !== undefined) {
    const brand = first.brand;
    const sure = mayBeSure && proof.length === 0 && brand !== undefined && isDecisive(grave, brand);
    if (sure) return { level: "impersonation", impersonates: brand, reasons: [first, ...others], headline: HEADLINES.impersonation, action: ACTIONS.avoid };
    return { level: "suspicious", impersonates: brand, reasons: [first, ...others], headline: HEADLINES.suspicious, action: ACTIONS.avoid };
  }
  const [firstProof, ...otherProof] = proof;
  if (firstProof?.brand !== undefined && telling.length === 0) {
    return { level: "genuine", brand: firstProof.brand, reasons: [firstProof, ...otherProof], headline: HEADLINES.genuine, action: ACTIONS.genuine };
  }
  return withoutPoints(given, telling, phishing.length > telling.length);
}

/**
 * A drill is made to look like an attack, so a proof of the drill stands against points of phishing. What only the sender
 * says of the mail stands against nothing: it counts where nothing else speaks, and the answer says that it is no proof.
 */
function drillOf(points: readonly Point[], contradicted: boolean): Verdict | undefined {
  const drill = points.filter((point) => point.leans === "simulation");
  const [proven, ...others] = drill.filter((point) => point.severity === "high" && point.confidence !== "weak");
  if (proven !== undefined) return { level: "simulation", reasons: [proven, ...others], headline: HEADLINES.simulation, action: ACTIONS.drill };
  const [marked, ...more] = drill;
  if (marked === undefined || contradicted) return undefined;
  return { level: "simulation", reasons: [marked, ...more], headline: MARKED_AS_DRILL, action: ACTIONS.drill };
}

/**
 * One point that is certain, or two strong ones of different checks about the same brand. A point whose fact nobody
 * has confirmed yet may warn, but never calls a mail an impersonation.
 */
function isDecisive(grave: readonly Point[], brand: string): boolean {
  const same = grave.filter((point) => point.brand === brand && point.severity === "high" && point.confidence !== "weak" && point.fact?.status !== "assumed");
  return same.some((point) => point.confidence === "certain") || new Set(same.map((point) => point.check)).size >= 2;
}

/**
 * The points that may speak alone; failing those, two high ones of different checks about the same brand, which
 * are together worth a warning even where each rests on a fact nobody has confirmed yet.
 */
function gravePoints(phishing: readonly Point[]): readonly Point[] {
  const alone = phishing.filter((point) => point.severity !== "low" && point.confidence !== "weak");
  if (alone.length > 0) return alone;
  const high = phishing.filter((point) => point.severity === "high");
  const first = high.find((point) => high.some((other) => other.brand === point.brand && other.check !== point.check));
  return first === undefined ? [] : high.filter((point) => point.brand === first.brand);
}

function withoutPoints(given: Case, weak: readonly Point[], someSmall: boolean): Verdict {
  const missing = missingOf(given.results).map((one) => one.why);
  const reasons: Bilingual[] = [...(weak.length > 0 ? [ONLY_WEAK_POINTS] : []), ...missing];
  if (given.level === "inline-forward" || given.level === "pasted-text") reasons.push(ONLY_PART_OF_THE_MAIL);
  const [first, ...others] = reasons;
  if (first !== undefined) return { level: "undecided", reasons: [first, ...others], headline: HEADLINES.undecided, action: ACTIONS.ask };
  if (someSmall) return { level: "no-sign", reasons: [ONLY_SMALL_POINTS], headline: NO_CLEAR_SIGN, action: ACTIONS.ask };
  return { level: "no-sign", reasons: [NOTHING_FOUND], headline: HEADLINES["no-sign"], action: ACTIONS.ask };
}

function lean(point: Point): number {
  return LEANS[point.leans];
}

function strength(point: Point): number {
  return SEVERITIES[point.severity] * CONFIDENCES[point.confidence];
}
