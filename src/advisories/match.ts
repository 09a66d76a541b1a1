import { later } from "../terms/index.ts";
import type { Advisory, AdvisoryCase, AdvisoryMatch, ComparedLine } from "./advisory.ts";
import { caseIndex, runsOf } from "./case-index.ts";
import type { CaseIndex, CaseRuns, CaseTexts } from "./case-index.ts";
import { hostOf, keysOfCase, senderKeysOf, subjectKey, urlKeys } from "./case-keys.ts";
import { compileCase, subjectUnit, weigh } from "./compiled-case.ts";
import type { CompiledCase } from "./compiled-case.ts";
import type { AdvisoryIndex, MatchInput } from "./matching.ts";
import { mostAlike } from "./reworded.ts";
import { isPrintedSender } from "./sender-pattern.ts";
import { skeletonOf } from "./skeleton.ts";
import { hasPrintedHost, hasPrintedSender, isWholeSubject, namesNobody, STRENGTHS, strengthOf } from "./strength.ts";
import type { Found } from "./strength.ts";
import type { Unit } from "./template.ts";
import { comparedAt, locate } from "./unit.ts";
import type { Haystack } from "./unit.ts";

/** Cases compared with a mail, and matches handed out. */
const MAX_CANDIDATES = 8;
const MAX_MATCHES = 5;
/** Cases kept cut into units; the others are cut again when a mail is led to them. */
const MAX_COMPILED = 256;
const MAX_URLS = 40;
/** Share of the first candidate's votes that makes another one its rival. */
const RIVAL = 0.6;

type CaseAt = readonly [advisory: Advisory, entry: AdvisoryCase];

/** The runs and keys that lead to each case, to be stored and handed to `compileAdvisories` later. */
export function runsOfAdvisories(advisories: readonly Advisory[]): CaseRuns {
  return runsOf(textsOf(casesOf(advisories)));
}

/**
 * Compiles advisories for matching: only the index is built, a case is cut into units when a mail is led to it.
 * `made`: the runs of these very advisories when they were made beforehand.
 */
export function compileAdvisories(advisories: readonly Advisory[], made?: CaseRuns): AdvisoryIndex {
  const cases = casesOf(advisories);
  const index = caseIndex(made ?? runsOf(textsOf(cases)));
  const compiled = new Map<number, CompiledCase>();
  const caseAt = (number: number): CompiledCase => {
    const known = compiled.get(number);
    if (known !== undefined) return known;
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    const fresh = compileCase(...(cases[number] as CaseAt));
    compiled.set(number, fresh);
    return fresh;
  };
  return { advisories, match: (mail) => matchMail(mail, index, caseAt) };
}

function casesOf(advisories: readonly Advisory[]): CaseAt[] {
  return advisories.flatMap((advisory) => advisory.cases.map((entry): CaseAt => [advisory, entry]));
}

function* textsOf(cases: readonly CaseAt[]): Generator<CaseTexts> {
  for (const [advisory, entry] of cases) {
    const { subjects, body } = compileCase(advisory, entry);
    yield { subjects: subjects.map((unit) => unit.fixed), body: body.map((unit) => unit.fixed), keys: keysOfCase(entry, subjects) };
  }
}

function matchMail(mail: MatchInput, index: CaseIndex, caseAt: (number: number) => CompiledCase): readonly AdvisoryMatch[] {
  const candidates = index.candidates([mail.subject, mail.visibleText], () => keysOfMail(mail), MAX_CANDIDATES);
  if (candidates.length === 0) return [];
  const texts: Texts = { subject: haystack(mail.subject), body: haystack(mail.visibleText) };
  const compared: Compared[] = [];
  for (const { number, share } of candidates) {
    // Once the mail is explained, only cases nearly as like it are worth a comparison.
    if (share < RIVAL && compared.some((found) => found.match.strength === "whole")) break;
    const found = compare(caseAt(number), mail, texts);
    if (found !== undefined) compared.push(found);
  }
  return withoutDoubt(compared)
    .sort((a, b) => STRENGTHS.indexOf(a.match.strength) - STRENGTHS.indexOf(b.match.strength) || b.rank - a.rank)
    .slice(0, MAX_MATCHES)
    .map(({ match }) => match);
}

/** A subject that warnings of several companies list says nothing of whom a mail that names nobody is about. */
function withoutDoubt(compared: Compared[]): Compared[] {
  const listed = new Set(compared.filter(({ match }) => match.strength === "subject-listed").map(({ match }) => match.advisory.brand));
  return listed.size <= 1 ? compared : compared.filter(({ match }) => match.strength !== "subject-listed");
}

interface Compared {
  readonly match: AdvisoryMatch;
  readonly rank: number;
}

function keysOfMail(mail: MatchInput): string[] {
  const subject = subjectUnit(mail.subject.replace(/^\s*(?:(?:re|fwd?|fw)\s*[:：]\s*)+/iu, ""));
  // Listing the links costs: done only for a mail that speaks for somebody, or has nothing else to tell by.
  const urls = namesNobody(mail) && mail.nameless !== true ? [] : mail.urls.slice(0, MAX_URLS);
  return [...(subject === undefined ? [] : [subjectKey(subject.fixed)]), ...senderKeysOf(mail.senderAddress), ...urls.flatMap((url) => urlKeys(url))];
}

interface Texts {
  readonly subject: Haystack;
  readonly body: Haystack;
}

function haystack(source: string): Haystack {
  return { source, skeleton: skeletonOf(source) };
}

function compare(entry: CompiledCase, mail: MatchInput, texts: Texts): Compared | undefined {
  const subjectHit = bestSubject(entry.subjects, texts.subject);
  const places = entry.body.map((unit) => locate(unit, texts.body));
  const body = entry.body.filter((_, i) => places[i] !== undefined);
  const beside = subjectHit !== undefined && isWholeSubject(subjectHit.unit, mail);
  const found: Found = { subject: subjectHit?.unit, body, sender: hasPrintedSender(entry, mail, beside), host: hasPrintedHost(entry, mail, beside) };
  const strength = strengthOf(entry, found, mail);
  if (strength === undefined) return undefined;
  const subjectWeight = (subjectHit?.unit ?? entry.subjects[0])?.weight ?? 0;
  const total = subjectWeight + entry.bodyWeight;
  const covered = (subjectHit?.unit.weight ?? 0) + weigh(body);
  let lines: readonly ComparedLine[] | undefined;
  const coverage = total === 0 ? 1 : Math.min(1, covered / total);
  const match: AdvisoryMatch = later(
    { advisory: entry.advisory, case: entry.case, strength, coverage },
    // Lines of the weaker candidates are never looked at.
    { lines: () => (lines ??= linesOf(entry, mail, texts, subjectHit, places)) },
  );
  // What both have, less what the case has more: of two cases one inside the other, the one that is the mail.
  return { match, rank: 2 * covered - total + (found.sender ? 2 : 0) + (found.host ? 1 : 0) };
}

type SubjectHit = { readonly unit: Unit; readonly places: readonly number[] };

function linesOf(
  entry: CompiledCase,
  mail: MatchInput,
  texts: Texts,
  subjectHit: SubjectHit | undefined,
  places: readonly (readonly number[] | undefined)[],
): readonly ComparedLine[] {
  const missed = entry.subjects[0];
  const subject =
    subjectHit !== undefined
      ? [comparedAt(subjectHit.unit, texts.subject, subjectHit.places)]
      : missed !== undefined
        ? [mostAlike(missed, texts.subject.source)]
        : [];
  const body = entry.body.map((unit, i) => (places[i] === undefined ? mostAlike(unit, texts.body.source) : comparedAt(unit, texts.body, places[i])));
  return [...subject, ...senderLines(entry.case, mail), ...body, ...urlLines(entry.case, mail)];
}

/** The subject must be the template's and nearly nothing more: marks like `Re:` or a list's tag may stand around it. */
function bestSubject(subjects: readonly Unit[], subject: Haystack): SubjectHit | undefined {
  let best: SubjectHit | undefined;
  for (const unit of subjects) {
    const places = locate(unit, subject);
    if (places === undefined || (best !== undefined && best.unit.weight >= unit.weight)) continue;
    const room = unit.gaps.flat().reduce((sum, variable) => sum + variable.room, 0);
    const extra = subject.skeleton.text.length - unit.fixed.join("").length - room;
    if (extra <= Math.max(4, Math.min(20, unit.weight / 2))) best = { unit, places };
  }
  return best;
}

function senderLines(entry: AdvisoryCase, mail: MatchInput): ComparedLine[] {
  const equal = entry.senderAddresses.find((address) => isPrintedSender(address, mail.senderAddress));
  const template = equal ?? entry.senderAddresses[0];
  if (template === undefined) return [];
  const kind = equal === undefined ? "different" : template.toLowerCase() === mail.senderAddress.toLowerCase() ? "equal" : "variable";
  return [{ field: "sender", template, mail: mail.senderAddress, kind, variables: [] }];
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
