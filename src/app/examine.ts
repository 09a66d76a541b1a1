import { defaultAdvisories } from "../advisories/index.ts";
import type { AdvisoryIndex } from "../advisories/matching.ts";
import { defaultRegistry } from "../brands/index.ts";
import type { Brand, FactStatus } from "../brands/brand.ts";
import type { Registry } from "../brands/registry.ts";
import type { Check, CheckResult, Facts, Missing } from "../checks/check.ts";
import { checks as allChecks } from "../checks/checks.generated.ts";
import type { Ports } from "../evidence/authenticate/signature.ts";
import { verifyOnline } from "../evidence/authenticate/verify.ts";
import { gatherEvidence } from "../evidence/gather.ts";
import type { Claim, Evidence } from "../evidence/evidence.ts";
import { forgetMail } from "../evidence/once-a-mail.ts";
import { mailFromPastedText, parseMail } from "../mail/index.ts";
import type { Examination } from "../report/examination.ts";
import { judge, missingOf, rankPoints } from "../verdict/judge.ts";
import { VERSION } from "./version.generated.ts";
import { RAISE_LEVEL } from "./raise-level.ts";

/** What may be given beside the mail. Everything has a default that is compiled in. */
export interface ExamineOptions {
  /** The bytes are text a person copied from the screen, not a mail's source. */
  readonly pasted?: boolean | undefined;
  readonly registry?: Registry | undefined;
  readonly advisories?: AdvisoryIndex | undefined;
  readonly checks?: readonly Check[] | undefined;
}

/**
 * The whole journey for one mail, pure: the same bytes and facts give the same examination, in Node and in a browser.
 * Opens no connection. Never throws on hostile bytes; a check that breaks is reported as not checked.
 */
export function examine(raw: Uint8Array, options: ExamineOptions = {}): Examination {
  return examineKeeping(raw, options).examination;
}

/** An examination with the evidence it rests on, for those who go on working with the mail. */
export interface Examined {
  readonly examination: Examination;
  readonly evidence: Evidence;
}

/** As `examine`. */
export function examineKeeping(raw: Uint8Array, options: ExamineOptions = {}): Examined {
  const facts = factsOf(options);
  const evidence = evidenceOf(raw, options, facts);
  return { examination: examineEvidence(raw, evidence, options, facts), evidence };
}

/** What name servers are asked through, and when: the ISO instant is evidence too. */
export interface Online extends Ports {
  readonly at: string;
}

/**
 * The same journey, with the mail's signatures and its sender's published rules verified through name servers. The
 * same answers give the same examination.
 */
export async function examineOnline(raw: Uint8Array, online: Online, options: ExamineOptions = {}): Promise<Examination> {
  return (await examineOnlineKeeping(raw, online, options)).examination;
}

/** As `examineOnline`. */
export async function examineOnlineKeeping(raw: Uint8Array, online: Online, options: ExamineOptions = {}): Promise<Examined> {
  const facts = factsOf(options);
  const offline = evidenceOf(raw, options, facts);
  const authentication = await verifyOnline(offline, online, online.at);
  const evidence = { ...offline, authentication, examinedOnline: online.at };
  return { examination: examineEvidence(raw, evidence, options, facts), evidence };
}

function factsOf(options: ExamineOptions): Facts {
  return { registry: options.registry ?? defaultRegistry(), advisories: options.advisories ?? defaultAdvisories() };
}

function evidenceOf(raw: Uint8Array, options: ExamineOptions, facts: Facts): Evidence {
  const mail = options.pasted === true ? mailFromPastedText(new TextDecoder().decode(raw)) : parseMail(raw);
  return gatherEvidence(mail, facts.registry, options.pasted);
}

/** The second half of `examine`, for those who gathered the evidence themselves. */
export function examineEvidence(raw: Uint8Array, evidence: Evidence, options: ExamineOptions, facts: Facts = factsOf(options)): Examination {
  const results = (options.checks ?? allChecks).map((check) => runCheck(check, evidence, facts));
  const examination = summarise(raw, evidence, results, facts);
  forgetMail();
  return examination;
}

function runCheck(check: Check, evidence: Evidence, facts: Facts): CheckResult {
  try {
    return check.run(evidence, facts);
  } catch (error) {
    return { kind: "crashed", check: check.id, error: error instanceof Error ? error.message : String(error) };
  }
}

function summarise(raw: Uint8Array, evidence: Evidence, results: readonly CheckResult[], facts: Facts): Examination {
  const { registry } = facts;
  const claims = evidence.claims.kind === "found" ? evidence.claims.value : [];
  const verdict = judge({ results, claims, level: evidence.level });
  return {
    tool: { name: "ayashii", version: VERSION, registry: registry.version },
    mail: mailSummary(raw, evidence),
    evidenceLevel: evidence.level,
    examinedOnline: evidence.examinedOnline,
    raiseLevel: RAISE_LEVEL[evidence.level],
    claims: claims.map((claim) => ({ ...claim, label: registry.get(claim.brand)?.label ?? { ja: claim.brand, en: claim.brand } })),
    results,
    points: rankPoints(results, claims),
    verdict,
    notChecked: eachOnce(missingOf(results)),
    contact: contactOf(verdict, claims, registry),
  };
}

/** Several checks miss the same thing; a reader is told once. */
function eachOnce(missing: readonly Missing[]): readonly Missing[] {
  return missing.filter((one, at) => missing.findIndex((other) => other.topic === one.topic && other.why.ja === one.why.ja) === at);
}

function mailSummary(raw: Uint8Array, evidence: Evidence): Examination["mail"] {
  const sender = evidence.sender.kind === "found" ? evidence.sender.value : undefined;
  return {
    subject: evidence.subject?.text ?? "",
    fromName: sender?.from[0]?.displayName ?? "",
    fromAddress: sender?.from[0]?.address ?? "",
    to: sender?.to[0]?.address ?? "",
    date: evidence.date,
    visibleText: evidence.visibleText,
    bytes: raw.length,
    defects: [...new Set(evidence.mail.defects.map((defect) => defect.kind))],
  };
}

/** Where to reach the company the mail says it is, from the registry, never from the mail. */
function contactOf(verdict: Examination["verdict"], claims: readonly Claim[], registry: Registry): Examination["contact"] {
  const judged = "impersonates" in verdict ? verdict.impersonates : "brand" in verdict ? verdict.brand : undefined;
  const id = judged ?? claims.find((claim) => claim.kind === "speaks")?.brand;
  const brand = id === undefined ? undefined : registry.get(id);
  const page = brand?.contactPage ?? (brand?.siteDomains[0] === undefined ? undefined : `https://${brand.siteDomains[0].domain}/`);
  return brand === undefined || page === undefined ? undefined : { brand: brand.id, label: brand.label, page, status: standingOf(page, brand) };
}

/** How well founded it is that a page is the brand's: by the site domain it lies on. */
function standingOf(page: string, brand: Brand): FactStatus {
  const host = /^https?:\/\/([^/:]+)/.exec(page)?.[1] ?? "";
  return brand.siteDomains.find(({ domain }) => host === domain || host.endsWith(`.${domain}`))?.status ?? "assumed";
}
