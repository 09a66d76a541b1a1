import type { Brand, FactSource } from "../../brands/brand.ts";
import { listDomains } from "../../evidence/list-hosts.ts";
import { underDomain } from "../../evidence/domains.ts";
import { unlistedDomainOf } from "../../evidence/unlisted-domain.ts";
import { dayOf, isOfficialLink, isOfficialSender, isSentBy } from "../../evidence/speakers.ts";
import type { Evidence, Link } from "../../evidence/evidence.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { Check, CheckResult, Facts, Point } from "../check.ts";
import { posedIn } from "../warning-of.ts";
import type { Posed } from "../warning-of.ts";

const ID = "official-link";

/**
 * Point ③ of the seed: the mail says it is a brand, and a link the reader is asked to follow does not lead to the
 * brand's official site. Hosts are judged whole, after known link wrappers are taken off; a link tracker the
 * registry names for the brand is official.
 */
export const officialLink: Check = {
  id: ID,
  title: { ja: "リンク先は公式サイトか", en: "Do the links lead to the official site?" },
  question: {
    ja: "押すように求めているリンクは、名乗っている会社の公式サイトへ通じていますか。",
    en: "Do the links it asks you to follow lead to the official site of the company it says it is?",
  },
  needs: ["links", "claims"],
  confidence: "strong",
  run(evidence, facts) {
    const speakers = posedIn(evidence, facts);
    if (speakers.length === 0) return evidence.claims.kind === "failed" ? unknown() : { kind: "clear", check: ID };
    if (evidence.links.kind === "failed") return unknown();
    if (evidence.links.kind === "absent") return { kind: "clear", check: ID };
    const footer = listDomains(evidence.mail);
    return judge(
      evidence,
      evidence.links.value.filter((link) => isFollowable(link) && !footer.has(link.registrableDomain)),
      speakers,
      facts,
    );
  },
};

/** Links a reader could follow to a page: not mailto, not in a quoted older mail. */
function isFollowable(link: Link): boolean {
  return link.visible && !link.inQuotedOriginal && link.targetHost !== "" && /^https?$/.test(link.scheme.replace(":", ""));
}

function judge(evidence: Evidence, links: readonly Link[], speakers: readonly Posed[], facts: Facts): CheckResult {
  if (links.length === 0) return { kind: "clear", check: ID };
  const day = dayOf(evidence);
  const isOfficial = (link: Link): boolean => speakers.some((speaker) => isOfficialLink(facts.registry, link.targetHost, speaker.brand.id, day));
  const speaker = speakers[0] as Posed;
  const unlisted = speaker.byWarning ? undefined : unlistedDomainOf(evidence, facts.registry);
  // Whether that domain is the brand's is the question ① asks; ③ looks at where else the mail leads.
  const known = unlisted === undefined ? links : links.filter((link) => !underDomain(link.targetHost, unlisted.domain));
  const foreign = known.filter((link) => !isOfficial(link));
  if (foreign.length === 0 && known.length < links.length) return { kind: "clear", check: ID };
  if (foreign.length === 0) return { kind: "points", check: ID, points: [allOfficial(links, speaker)] };
  // A mail the brand itself signed may link to partners.
  if (speakers.some((one) => isSentBy(evidence, facts.registry, one.brand.id))) return { kind: "clear", check: ID };
  const posing = foreign.find((link) => showsOfficialHost(link, speaker.brand, facts, day));
  if (posing !== undefined)
    return { kind: "points", check: ID, points: [foreignLink(posing, speaker, "displayed-official-leads-elsewhere", "high", "strong")] };
  const first = callToAction(foreign);
  // Where official links stand beside it, a foreign one may be an ordinary outside page: mild alone.
  const mixed = foreign.length < links.length;
  // From the official address, though unproven, an unknown host may be a tracker of theirs that we have not met.
  const author = evidence.sender.kind === "found" ? evidence.sender.value.authorDomain : "";
  const sure = !mixed && !speakers.some((one) => isOfficialSender(facts.registry, author, one.brand.id, day));
  return {
    kind: "points",
    check: ID,
    points: [foreignLink(first, speaker, mixed ? "foreign-link-among-official" : "foreign-link", mixed ? "medium" : "high", sure ? "strong" : "weak")],
  };
}

/** The visible text of the link shows an official host although the link leads elsewhere. */
function showsOfficialHost(link: Link, brand: Brand, facts: Facts, day: string | undefined): boolean {
  return link.displayedHost !== undefined && isOfficialLink(facts.registry, link.displayedHost, brand.id, day);
}

/** The link a reader is most likely asked to press: a button or one with words, before bare addresses. */
function callToAction(links: readonly Link[]): Link {
  const ranked =
    links.find((link) => link.source === "button" || link.source === "form") ?? links.find((link) => link.source === "href" && link.visibleText.trim() !== "");
  return ranked ?? (links[0] as Link);
}

function siteFact(brand: Brand): FactSource | undefined {
  const all: readonly FactSource[] = [...(brand.urlRule === undefined ? [] : [brand.urlRule]), ...brand.siteDomains];
  return all.find((fact) => fact.status === "confirmed") ?? all.find((fact) => fact.status === "documented") ?? all[0];
}

function officialSite(brand: Brand): Bilingual {
  const rule =
    brand.urlRule?.rule ??
    brand.siteDomains
      .slice(0, 3)
      .map((fact) => fact.domain)
      .join(", ");
  return {
    ja: `${brand.label.ja}の公式サイトは ${rule} です。`,
    en: `The official site of ${brand.label.en} is ${rule}.`,
  };
}

function foreignLink(link: Link, speaker: Posed, kind: string, severity: Point["severity"], confidence: Point["confidence"]): Point {
  const { brand } = speaker;
  const fact = siteFact(brand);
  const shown = link.visibleText.trim();
  return {
    check: ID,
    kind,
    leans: "phishing",
    severity,
    confidence,
    brand: brand.id,
    title: { ja: `リンク先が${brand.label.ja}の公式サイトではありません`, en: `The link does not lead to the official site of ${brand.label.en}` },
    seen: {
      ja:
        shown === ""
          ? `${CARRIER[link.through ?? "mail"].ja}の行き先は ${link.targetHost} です。`
          : `「${shown}」というリンクの行き先は ${link.targetHost} です。`,
      en: shown === "" ? `${CARRIER[link.through ?? "mail"].en} leads to ${link.targetHost}.` : `The link "${shown}" leads to ${link.targetHost}.`,
    },
    official: officialSite(brand),
    why: {
      ja: "見た目は真似できても、サイトのドメインだけは真似できません。偽サイトに入力した内容は盗まれます。",
      en: "Looks can be copied, the domain of a site cannot. What you type into a fake site is stolen.",
    },
    action: { ja: "このリンクは押さず、公式サイトを自分で開いてください。", en: "Do not follow this link; open the official site yourself." },
    quotes: [{ text: shown === "" ? link.written : shown, where: link.where }, ...speaker.claim.quotes.slice(0, 1)],
    fact,
    link: { displayed: link.displayedHost ?? (shown === "" ? undefined : shown), real: link.targetHost },
  };
}

function allOfficial(links: readonly Link[], speaker: Posed): Point {
  const { brand } = speaker;
  const fact = siteFact(brand);
  const first = links[0] as Link;
  return {
    check: ID,
    kind: "all-links-official",
    leans: "genuine",
    severity: "medium",
    confidence: "weak",
    brand: brand.id,
    title: { ja: "リンク先はすべて公式サイトです", en: "All links lead to the official site" },
    seen: {
      ja: `${links.length} 個のリンクの行き先を調べました(例: ${first.targetHost})。`,
      en: `${links.length} link targets were looked at (for example ${first.targetHost}).`,
    },
    official: officialSite(brand),
    why: {
      ja: "偽のメールは、どこかで偽サイトへ誘います。ただし、これだけでは本物の証明になりません。",
      en: "A fake mail leads to a fake site somewhere. This alone proves nothing, though.",
    },
    action: { ja: "差出人の確認結果と合わせて判断してください。", en: "Judge it together with what was found about the sender." },
    quotes: [{ text: first.visibleText.trim() === "" ? first.written : first.visibleText.trim(), where: first.where }],
    fact,
  };
}

function unknown(): CheckResult {
  const why: Bilingual = { ja: "本文のリンクを読み取れませんでした。", en: "The links of the mail could not be read." };
  return { kind: "unknown", check: ID, missing: [{ topic: "links", why }] };
}

/** What a reader sees where no words stand on the link. */
const CARRIER: Readonly<Record<NonNullable<Link["through"]> | "mail", Bilingual>> = {
  mail: { ja: "リンク", en: "The link" },
  qr: { ja: "QR コード", en: "The QR code" },
  file: { ja: "添付ファイルの中のリンク", en: "A link in the attached file" },
  "attached-mail": { ja: "添付されたメールの中のリンク", en: "A link in the attached mail" },
};
