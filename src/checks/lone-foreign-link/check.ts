import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Brand } from "../../brands/brand.ts";
import type { Link } from "../../evidence/evidence.ts";
import { isDeliveryTracker } from "../../evidence/shared-hosts.ts";
import { dayOf, isOfficialLink, speakersOf } from "../../evidence/speakers.ts";

const ID = "lone-foreign-link";

/**
 * A mail in a company's name whose links are the company's own, copied from a genuine mail, but for the one to press.
 * Source of the rule: our own observation; the genuine links of the copied mail lend it their looks.
 */
export const loneForeignLink = lureCheck({
  id: ID,
  title: { ja: "本物のリンクの中に一つだけ別のサイトが混じっていないか", en: "Is one link foreign among genuine ones?" },
  question: {
    ja: "名乗っている会社の本物のリンクに混じって、押させたいリンクだけが別のサイトへ通じていませんか。",
    en: "Do all links lead to the company it names, but for the one you are asked to press?",
  },
  needs: ["sender", "links", "claims"],
  confidence: "strong",
  found: { ja: "押させたいリンクだけが別のサイトです", en: "Only the link to press leads elsewhere" },
  official: { ja: "本物のメールなら、肝心のリンクこそ会社のドメインです。", en: "In genuine mail the link that matters is on the company's domain." },
  why: { ja: "本物のメールを写し、肝心のリンクだけを差し替える手口です。", en: "A genuine mail is copied and only the link that matters is replaced." },
  action: { ja: "このリンクは押さず、公式サイトを自分で開いてください。", en: "Do not follow this link; open the official site yourself." },
  find,
});

function find({ links, evidence, facts }: Given): Finding | undefined {
  const speaker = speakersOf(evidence, facts.registry)[0];
  const link = links.callToAction;
  if (speaker === undefined || link === undefined) return undefined;
  const isOwn = (one: Link): boolean => isOfficialLink(facts.registry, one.targetHost, speaker.brand.id, dayOf(evidence));
  const own = links.followable.filter(isOwn);
  const others = new Set(links.followable.filter((one) => !isOwn(one)).map((one) => one.registrableDomain || one.targetHost));
  if (own.length < 2 || others.size !== 1 || isOwn(link) || isDeliveryTracker(link.targetHost)) return undefined;
  return {
    kind: "only-call-to-action-foreign",
    severity: isFounded(speaker.brand) ? "medium" : "low",
    confidence: isFounded(speaker.brand) ? "strong" : "weak",
    quotes: [{ text: link.visibleText.trim() || link.written, where: link.where }],
    seen: {
      ja: `${own.length} 個のリンクは${speaker.brand.label.ja}のものですが、押させたいリンクの行き先だけが ${link.targetHost} です。`,
      en: `${own.length} links are those of ${speaker.brand.label.en}; only the one to press leads to ${link.targetHost}.`,
    },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

/** Somebody has looked the company's own sites up: else the foreign link may be one nobody has listed yet. */
function isFounded(brand: Brand): boolean {
  return brand.siteDomains.length > 0 && brand.siteDomains.every((fact) => fact.status !== "assumed");
}
