import { underDomain } from "../../evidence/domains.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { HeaderField } from "../../mail/mail.ts";
import type { Quote } from "../../terms/index.ts";
import type { Check, CheckResult, Point } from "../check.ts";
import { headerLost } from "../header-rule.ts";
import { DRILL_SERVICES } from "./services.ts";
import type { DrillService } from "./services.ts";

/**
 * The mail is one of those by which a company trains its people. The mark in the header is written by whoever sends the
 * mail, so it proves nothing: an attacker gladly adds it. Only what the receiver's own server confirmed does: an envelope or
 * signature of the service's domain. (The name of the sending machine is left out: its owner chooses it.)
 */
export const phishingDrill: Check = {
  id: "phishing-drill",
  title: { ja: "標的型メール訓練のメールではないか", en: "Is it a phishing drill?" },
  question: {
    ja: "会社が訓練のために送らせた、偽の攻撃メールではありませんか。",
    en: "Is it a pretended attack that the company had sent to train its people?",
  },
  needs: ["authentication"],
  confidence: "weak",
  run(evidence): CheckResult {
    const missing = headerLost(evidence);
    if (missing !== undefined) return { kind: "unknown", check: "phishing-drill", missing: [missing] };
    const point = find(evidence);
    return point === undefined ? { kind: "clear", check: "phishing-drill" } : { kind: "points", check: "phishing-drill", points: [point] };
  },
};

function find(evidence: Evidence): Point | undefined {
  const candidates = evidence.mail.fields.filter(mayBeMark);
  for (const service of DRILL_SERVICES) {
    const mark = candidates.length === 0 ? undefined : markOf(service, candidates);
    if (mark === undefined && service.drillsOnly !== true) continue;
    const proof = proofOf(service, evidence);
    if (proof !== undefined) return proven(service, proof, mark === undefined ? [proof.quote] : [mark, proof.quote]);
    if (mark !== undefined) return marked(service, mark);
  }
  return undefined;
}

const MARK_FIELDS: ReadonlySet<string> = new Set(DRILL_SERVICES.flatMap(({ marks }) => marks.map(({ field }) => field)));
const mayBeMark = (field: HeaderField): boolean => MARK_FIELDS.has(field.key);

function markOf({ marks }: DrillService, fields: readonly HeaderField[]): Quote | undefined {
  // A field's value is decoded when it is asked for: only of fields that bear a mark.
  const found = fields.find((field) => marks.some((mark) => mark.field === field.key && (mark.value?.test(field.value.slice(0, 1000)) ?? true)));
  return found === undefined ? undefined : { text: `${found.name}: ${found.value.slice(0, 200)}`, where: { kind: "raw", start: found.start, end: found.end } };
}

interface Proof {
  readonly domain: string;
  readonly quote: Quote;
}

/** A domain of the service that passed at the receiver's own server. */
function proofOf({ domains }: DrillService, { authentication }: Evidence): Proof | undefined {
  if (authentication.kind !== "found") return undefined;
  return authentication.value.passedDomains.find((passed) => domains.some((domain) => underDomain(passed.domain, domain)));
}

const BASE = {
  check: "phishing-drill",
  leans: "simulation",
  brand: undefined,
  action: {
    ja: "リンクや添付は開かず、社内の情報システム担当に知らせてください。訓練かどうかは担当部署が知っています。",
    en: "Do not open links or attachments; report it to your IT desk, which knows whether it is a drill.",
  },
} as const;

function proven(service: DrillService, { domain }: Proof, quotes: readonly Quote[]): Point {
  return {
    ...BASE,
    kind: "proven-drill",
    severity: "high",
    confidence: "strong",
    title: { ja: `訓練サービス ${service.name} から送られています`, en: `It was sent by ${service.name}, a service of phishing drills` },
    seen: {
      ja: `受け取ったサーバーが、送信元は ${domain} だと確認しています。`,
      en: `The receiving server confirmed that it was sent by ${domain}.`,
    },
    official: {
      ja: `${service.name} は、会社に頼まれて訓練メールを送るサービスで、${domain} から送ります。`,
      en: `${service.name} sends phishing drills on behalf of companies, from ${domain}.`,
    },
    why: {
      ja: "訓練メールは本物の攻撃に似せて作られるため、怪しい点がほかにあるのは当然です。",
      en: "A drill is made to look like a real attack, so other suspicious points are to be expected.",
    },
    quotes,
    fact: service.fact,
  };
}

function marked(service: DrillService, mark: Quote): Point {
  const freely = service.anybody === true;
  return {
    ...BASE,
    kind: "drill-mark",
    severity: "low",
    confidence: "weak",
    title: { ja: `訓練メールの印(${service.name})があります`, en: `It bears the mark of a phishing drill (${service.name})` },
    seen: { ja: `ヘッダーに「${mark.text}」があります。`, en: `The header has "${mark.text}".` },
    official: {
      ja: freely ? `${service.name} は訓練にも使われる公開のプログラムで、犯罪者も使います。` : `${service.name} の訓練メールにはこの印が付きます。`,
      en: freely ? `${service.name} is a public program for drills that criminals use as well.` : `Drills sent with ${service.name} bear this mark.`,
    },
    why: {
      ja: "ヘッダーは送り手が自由に書けます。本物の攻撃が訓練を装って付けることもできるため、訓練だという証明にはなりません。",
      en: "Whoever sends a mail writes its header. A real attack can add the mark to pass as a drill, so it proves nothing.",
    },
    quotes: [mark],
    fact: service.fact,
  };
}
