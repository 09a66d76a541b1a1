import type { Advisory, AdvisoryCase, AdvisoryMatch, ComparedLine } from "./advisory.ts";
import { gramIndex } from "./grams.ts";
import type { AdvisoryIndex, MatchInput } from "./matching.ts";
import { mostAlike } from "./reworded.ts";
import { skeletonOf } from "./skeleton.ts";
import type { Unit } from "./template.ts";
import { unitsOf } from "./template.ts";
import { comparedAt, locate } from "./unit.ts";
import type { Haystack } from "./unit.ts";

interface CompiledCase {
  readonly advisory: Advisory;
  readonly case: AdvisoryCase;
  readonly subjects: readonly Unit[];
  readonly body: readonly Unit[];
  readonly bodyWeight: number;
}

const MAX_CANDIDATES = 12;
/** Fixed characters a subject needs to tell something by itself ("ログイン通知" has 6). */
const TELLING_SUBJECT = 12;
/** Share of the body that makes it the whole, or a part beside the subject, or enough without the subject. */
const WHOLE = 0.8;
const PART = 0.25;
const BODY_ALONE = 0.6;
const BODY_ALONE_WEIGHT = 40;
const BODY_ALONE_UNITS = 2;
const ORDER = ["whole", "subject-and-part", "body", "subject", "sender"] as const;

/** Compiles advisories for matching. A mail is first led to at most a dozen cases by runs of fixed text. */
export function compileAdvisories(advisories: readonly Advisory[]): AdvisoryIndex {
  const cases = advisories.flatMap((advisory) => advisory.cases.map((entry) => compileCase(advisory, entry)));
  const grams = gramIndex(cases.map((entry) => ({ subject: entry.subjects.flatMap((unit) => unit.fixed), body: entry.body.flatMap((unit) => unit.fixed) })));
  const bySender = new Map<string, number[]>();
  cases.forEach((entry, number) => {
    for (const address of entry.case.senderAddresses) bySender.set(address.toLowerCase(), [...(bySender.get(address.toLowerCase()) ?? []), number]);
  });
  return { advisories, match: (mail) => matchMail(mail, cases, grams.candidates, bySender) };
}

function compileCase(advisory: Advisory, entry: AdvisoryCase): CompiledCase {
  const body = entry.body === undefined ? [] : unitsOf(entry.body, "body");
  const subjects = entry.subjects.flatMap((subject) =>
    unitsOf(subject.replace(/[。！？]/gu, " "), "subject")
      .slice(0, 1)
      .map((unit) => ({ ...unit, text: subject })),
  );
  return { advisory, case: entry, subjects, body, bodyWeight: weigh(body) };
}

function weigh(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.weight, 0);
}

type Candidates = ReturnType<typeof gramIndex>["candidates"];

function matchMail(
  mail: MatchInput,
  cases: readonly CompiledCase[],
  candidates: Candidates,
  bySender: ReadonlyMap<string, readonly number[]>,
): readonly AdvisoryMatch[] {
  const numbers = new Set(candidates([mail.subject, mail.visibleText], MAX_CANDIDATES));
  for (const number of (bySender.get(mail.senderAddress.toLowerCase()) ?? []).slice(0, MAX_CANDIDATES)) numbers.add(number);
  // Nearly all mails end here.
  if (numbers.size === 0) return [];
  const subject = haystack(mail.subject);
  const body = haystack(mail.visibleText);
  const matches: AdvisoryMatch[] = [];
  for (const number of numbers) {
    const match = compare(cases[number] as CompiledCase, mail, subject, body);
    if (match !== undefined) matches.push(match);
  }
  return matches.sort((a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength) || b.coverage - a.coverage);
}

function haystack(source: string): Haystack {
  return { source, skeleton: skeletonOf(source) };
}

function compare(entry: CompiledCase, mail: MatchInput, subject: Haystack, body: Haystack): AdvisoryMatch | undefined {
  const subjectHit = bestSubject(entry.subjects, subject);
  const places = entry.body.map((unit) => locate(unit, body));
  const found = entry.body.filter((_, i) => places[i] !== undefined);
  const senderIsCase = entry.case.senderAddresses.some((address) => address.toLowerCase() === mail.senderAddress.toLowerCase());
  const strength = strengthOf(entry, subjectHit?.unit, weigh(found), found.length, senderIsCase);
  if (strength === undefined) return undefined;
  const subjectUnit = subjectHit?.unit ?? entry.subjects[0];
  const total = (subjectUnit?.weight ?? 0) + entry.bodyWeight;
  const covered = (subjectHit?.unit.weight ?? 0) + weigh(found);
  const lines = [
    ...(subjectHit !== undefined
      ? [comparedAt(subjectHit.unit, subject, subjectHit.places)]
      : subjectUnit !== undefined
        ? [mostAlike(subjectUnit, subject.source)]
        : []),
    ...senderLines(entry.case, mail, senderIsCase),
    ...entry.body.map((unit, i) => (places[i] === undefined ? mostAlike(unit, body.source) : comparedAt(unit, body, places[i]))),
    ...urlLines(entry.case, mail),
  ];
  return { advisory: entry.advisory, case: entry.case, strength, coverage: total === 0 ? 1 : Math.min(1, covered / total), lines };
}

/** The subject must be the template's and nearly nothing more: marks like `Re:` or a list's tag may stand around it. */
function bestSubject(subjects: readonly Unit[], subject: Haystack): { unit: Unit; places: readonly number[] } | undefined {
  let best: { unit: Unit; places: readonly number[] } | undefined;
  for (const unit of subjects) {
    const places = locate(unit, subject);
    if (places === undefined || (best !== undefined && best.unit.weight >= unit.weight)) continue;
    const room = unit.gaps.flat().reduce((sum, variable) => sum + variable.room, 0);
    const extra = subject.skeleton.text.length - unit.fixed.join("").length - room;
    if (extra <= Math.max(8, unit.weight / 2)) best = { unit, places };
  }
  return best;
}

function strengthOf(
  entry: CompiledCase,
  subject: Unit | undefined,
  bodyFound: number,
  units: number,
  senderIsCase: boolean,
): AdvisoryMatch["strength"] | undefined {
  const share = entry.bodyWeight === 0 ? 0 : bodyFound / entry.bodyWeight;
  if (subject !== undefined && share >= WHOLE && subject.weight + bodyFound >= BODY_ALONE_WEIGHT) return "whole";
  if (subject !== undefined && share >= PART && subject.weight + bodyFound >= BODY_ALONE_WEIGHT) return "subject-and-part";
  if (share >= BODY_ALONE && bodyFound >= BODY_ALONE_WEIGHT && units >= BODY_ALONE_UNITS) return "body";
  if (subject !== undefined && subject.weight >= TELLING_SUBJECT) return "subject";
  // Beside a subject or a body the sender is often the brand's own, forged: alone it says nothing.
  return senderIsCase && entry.subjects.length === 0 && entry.body.length === 0 ? "sender" : undefined;
}

function senderLines(entry: AdvisoryCase, mail: MatchInput, equal: boolean): ComparedLine[] {
  const template = entry.senderAddresses.find((address) => address.toLowerCase() === mail.senderAddress.toLowerCase()) ?? entry.senderAddresses[0];
  if (template === undefined) return [];
  return [{ field: "sender", template, mail: mail.senderAddress, kind: equal ? "equal" : "different", variables: [] }];
}

/** URLs of a campaign change from mail to mail: shown side by side, never counted against a match. */
function urlLines(entry: AdvisoryCase, mail: MatchInput): ComparedLine[] {
  const { urls } = mail;
  return entry.urls.slice(0, 20).map((template) => {
    const host = hostOf(template);
    const same = urls.find((url) => host !== "" && hostOf(url) === host);
    return { field: "url", template, mail: same ?? "", kind: same === undefined ? "missing" : same === template ? "equal" : "different", variables: [] };
  });
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
