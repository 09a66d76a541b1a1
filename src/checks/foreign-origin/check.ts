import { carriesForOthers } from "../../evidence/delivery-services.ts";
import { ownerDomain, registrableDomain, toAsciiHost } from "../../evidence/domains.ts";
import type { Evidence, Hop } from "../../evidence/evidence.ts";
import { listDomains } from "../../evidence/list-hosts.ts";
import { addressOwner, dayOf, isDelegatedSender, isOfficialSender } from "../../evidence/speakers.ts";
import type { Speaker } from "../../evidence/speakers.ts";
import { field } from "../../mail/index.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import type { Check, CheckResult, Facts, Point } from "../check.ts";

const ID = "foreign-origin";

/** Where the sending program leaves its own name: RFC 5322 §3.6.2 Sender, §3.6.4 Message-ID, and the envelope sender as lists note it down. */
const OWN_NAMES = ["sender", "x-mailfrom", "return-path", "message-id"] as const;

/**
 * From shows the brand's official address, yet no server of the brand, nor of a service known to deliver for companies,
 * stands anywhere on the mail's route (RFC 5321 §4.4), and the sending program named itself otherwise. This is how a
 * forged From looks where no authentication result is left, as in mails that a mailing list sent on.
 */
export const foreignOrigin: Check = {
  id: ID,
  title: { ja: "公式の送信元から送り出されたか", en: "Was it handed in by a server of the company?" },
  question: {
    ja: "差出人が公式のアドレスなら、メールはその会社のサーバーから送り出されていますか。",
    en: "If the sender is an official address, did the mail start from a server of that company?",
  },
  needs: ["sender", "trace", "authentication", "claims"],
  confidence: "strong",
  run(evidence, facts) {
    const speaker = forgeable(evidence, facts);
    if (speaker === undefined) return { kind: "clear", check: ID };
    if (evidence.trace.kind !== "found" || evidence.trace.value.hops.length === 0) return unknown();
    return judge(evidence, evidence.trace.value.hops, speaker, facts);
  },
};

/** The brand that the From address belongs to, when nothing proves that the mail is theirs. */
function forgeable(evidence: Evidence, facts: Facts): Speaker | undefined {
  const speaker = addressOwner(evidence, facts.registry);
  if (speaker === undefined || evidence.authentication.kind !== "found") return speaker;
  // What a stranger's domain passed proves the stranger; what the company's or its deliverer's passed proves the company.
  const { passedDomains, alignedDomain } = evidence.authentication.value;
  const proven = alignedDomain !== undefined || passedDomains.some((passed) => isTheirs(passed.domain, speaker, evidence, facts));
  return proven ? undefined : speaker;
}

interface Step {
  readonly hop: Hop;
  /** The name the receiving server found for the client; "" when it found none. */
  readonly verified: string;
  /** The name the client gave itself, which anybody may give. */
  readonly given: string;
}

function judge(evidence: Evidence, hops: readonly Hop[], speaker: Speaker, facts: Facts): CheckResult {
  const belongs = (host: string): boolean => host !== "" && isTheirs(host, speaker, evidence, facts);
  // What the brand's own servers would have written is either theirs or forged: nothing is read from it.
  const steps = hops
    .filter((hop) => !isOfficialSender(facts.registry, domainOf(hop.by), speaker.brand.id, dayOf(evidence)))
    .map((hop): Step => ({ hop, verified: domainOf(hop.fromRdns), given: domainOf(hop.fromHelo) }))
    .filter((step) => !isInternal(step));
  if (steps.some((step) => belongs(step.verified) || (step.verified === "" && step.given !== "" && carriesForOthers(ownerDomain(step.given)))))
    return { kind: "clear", check: ID };
  const forged = steps.find((step) => belongs(step.given) && isPublic(step.hop.ip));
  if (forged !== undefined) return { kind: "points", check: ID, points: [point(evidence, speaker, forged, "forged-helo", [])] };
  const lists = listDomains(evidence.mail);
  // The topmost one: what stands below it may have been written by whoever handed the mail in.
  const entry = steps.find((step) => isOutside(step, lists));
  if (entry === undefined || belongs(entry.given)) return { kind: "clear", check: ID };
  const names = OWN_NAMES.flatMap((key) => ownName(evidence, key));
  const named = names.filter(({ host }) => !belongs(host) && !lists.has(registrableDomain(host)));
  return {
    kind: "points",
    check: ID,
    points: [
      point(
        evidence,
        speaker,
        entry,
        kindOf(entry, named),
        named.map(({ quote }) => quote),
      ),
    ],
  };
}

/** A server without any name, or one that a foreign name stands beside, is not how a company sends. */
function kindOf(entry: Step, named: readonly unknown[]): Kind {
  if (entry.verified + entry.given === "") return "nameless-origin";
  return named.length > 0 ? "foreign-origin-named" : "foreign-origin";
}

/** One machine of a house handing on to another: outlook.com to office365.com at a receiver whose mailboxes are there. */
function isInternal(step: Step): boolean {
  const own = houseOf(domainOf(step.hop.by));
  return own !== "" && (houseOf(step.verified) === own || (step.verified === "" && houseOf(step.given) === own));
}

/** The registrable domain; Microsoft's receiving servers bear two. */
function houseOf(host: string): string {
  const domain = ownerDomain(host);
  return domain === "office365.com" ? "outlook.com" : domain;
}

/** Not the list, and a client of the open internet when it has no name. */
function isOutside(step: Step, lists: ReadonlySet<string>): boolean {
  if (step.verified + step.given === "") return isPublic(step.hop.ip);
  return [step.verified, step.given].every((host) => host === "" || !lists.has(registrableDomain(host)));
}

/** An IPv4 or IPv6 address of the open internet (RFC 6890 lists the others). */
function isPublic(ip: string): boolean {
  return ip !== "" && !/^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(ip.replace(/^IPv6:/i, ""));
}

function isTheirs(host: string, speaker: Speaker, evidence: Evidence, facts: Facts): boolean {
  const { id } = speaker.brand;
  const day = dayOf(evidence);
  if (carriesForOthers(ownerDomain(host))) return true;
  return isOfficialSender(facts.registry, host, id, day) || isDelegatedSender(facts.registry, host, id, day);
}

function ownName(evidence: Evidence, key: string): readonly { readonly host: string; readonly quote: Quote }[] {
  const written = field(evidence.mail, key);
  if (written === undefined) return [];
  const host = domainOf(/@([^\s<>@;,]+?)>?\s*(?:[;,].*)?$/.exec(written.value.trim())?.[1] ?? "");
  return host === "" ? [] : [{ host, quote: { text: written.value.trim(), where: { kind: "raw", start: written.valueStart, end: written.end } } }];
}

/** A host name with a registrable domain; "" for localhost, addresses and made-up names. */
function domainOf(written: string): string {
  const host = toAsciiHost(written.toLowerCase().replace(/\.$/, ""));
  return registrableDomain(host) === "" ? "" : host;
}

type Kind = "forged-helo" | "nameless-origin" | "foreign-origin-named" | "foreign-origin";

function point(evidence: Evidence, speaker: Speaker, entry: Step, kind: Kind, named: readonly Quote[]): Point {
  const { brand } = speaker;
  const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
  const domains = [...new Set([...brand.senderDomains, ...brand.siteDomains].map((one) => one.domain))].slice(0, 3).join(", ");
  return {
    check: ID,
    kind,
    leans: "phishing",
    severity: "high",
    confidence: kind === "foreign-origin" ? "weak" : "strong",
    brand: brand.id,
    title: {
      ja: `公式のアドレスですが、${brand.label.ja}のサーバーから送られていません`,
      en: `The address is official, but no server of ${brand.label.en} sent the mail`,
    },
    seen: seen(from?.address ?? "", entry, kind),
    official: { ja: `${brand.label.ja}の送信元は ${domains} です。`, en: `${brand.label.en} sends from ${domains}.` },
    why: WHY,
    action: ACTION,
    quotes: [...(from === undefined ? [] : [from.quote]), entry.hop.quote, ...named.slice(0, 2)],
    fact: brand.senderDomains[0] ?? brand.siteDomains[0],
  };
}

function seen(address: string, entry: Step, kind: Kind): Bilingual {
  const origin = entry.verified !== "" ? entry.verified : entry.hop.ip !== "" ? entry.hop.ip : entry.given;
  if (kind === "forged-helo")
    return {
      ja: `送り出したサーバーは自分を ${entry.given} と名乗りましたが、受け取った側が調べた相手は ${origin} でした。`,
      en: `The server that sent it called itself ${entry.given}, but the receiving side found ${origin}.`,
    };
  return {
    ja: `差出人は ${address} ですが、メールは ${origin} から送り出されています。`,
    en: `The sender shown is ${address}, but the mail was handed in by ${origin}.`,
  };
}

const WHY: Bilingual = {
  ja: "差出人の欄は誰でも書き換えられますが、通ってきた経路には実際に送り出したサーバーの名前が残ります。",
  en: "Anybody can write any sender, but the route keeps the name of the server that really handed the mail in.",
};
const ACTION: Bilingual = {
  ja: "リンクや添付を開かず、公式サイトを自分で開いて確かめてください。",
  en: "Do not open its links or attachments; open the official site yourself and check there.",
};

function unknown(): CheckResult {
  const why: Bilingual = {
    ja: "メールの経路(Received)がないため、どこから送り出されたか分かりません。",
    en: "The mail bears no route (Received), so where it started is not known.",
  };
  return { kind: "unknown", check: ID, missing: [{ topic: "trace", why }] };
}
