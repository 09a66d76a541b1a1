import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Registry } from "../../brands/registry.ts";
import type { Link } from "../../evidence/evidence.ts";
import { isForeign } from "../../evidence/link-facts.ts";
import { isAddressHost, isSharedHosting, isShortener } from "../../evidence/shared-hosts.ts";

const ID = "text-target-mismatch";

/**
 * A link shows one address and leads to another. Quiet (design, traps): the same registrable domain, the same company by
 * name or registry, www and http, a click counter of a delivery service, the sender's own counter, mail addresses.
 * Source of the rule: https://www.ipa.go.jp/security/anshin/ (IPA); 8 % of genuine company mail has such a link through its
 * counter, so that one is grave only where the address shown is the sender's and the target is neither's.
 */
export const textTargetMismatch = lureCheck({
  id: ID,
  title: { ja: "表示されたURLとリンク先が違わないか", en: "Does a link show one address and lead to another?" },
  question: {
    ja: "本文に見えているアドレスと、実際のリンク先は同じ持ち主のものですか。",
    en: "Do the address a link shows and the address it leads to belong to the same owner?",
  },
  needs: ["sender", "links"],
  confidence: "strong",
  found: { ja: "表示と違うサイトへ通じるリンクがあります", en: "A link leads to another site than it shows" },
  official: {
    ja: "本物のメールでは、見えているアドレスと行き先の持ち主は同じです(配信サービスの計測用リンクを除く)。",
    en: "In genuine mail the address shown and the target have one owner (counters of delivery services aside).",
  },
  why: { ja: "見えている文字は自由に書けます。行き先だけが事実です。", en: "What is shown can be any text; only the target is a fact." },
  action: { ja: "見えているアドレスを信じず、リンクを押さないでください。", en: "Do not trust the address shown, and do not follow the link." },
  find,
});

function find({ links, sender, facts }: Given): Finding | undefined {
  const wrong = links.foreign.filter((link) => isMismatch(link, facts.registry));
  const first = wrong[0];
  if (first === undefined) return undefined;
  const author = sender?.authorDomain ?? "";
  const posing = author === "" ? undefined : wrong.find((link) => !isForeign(link.displayedHost ?? "", author, facts.registry));
  const nameless = wrong.find((link) => isShortener(link.targetHost) || isSharedHosting(link.targetHost) || isAddressHost(link.targetHost));
  const shown = posing ?? nameless ?? first;
  const grave = posing !== undefined || nameless !== undefined;
  return {
    kind: posing !== undefined ? "shows-sender-leads-elsewhere" : nameless !== undefined ? "shows-name-leads-to-nameless-host" : "shows-one-leads-to-another",
    severity: grave ? "high" : "medium",
    confidence: grave ? "strong" : "weak",
    quotes: [{ text: shown.visibleText.trim(), where: shown.where }],
    seen: {
      ja: `「${shown.displayedHost}」と表示されたリンクの行き先は ${shown.targetHost} です。`,
      en: `A link that shows ${shown.displayedHost} leads to ${shown.targetHost}.`,
    },
    link: { displayed: shown.displayedHost, real: shown.targetHost },
  };
}

/** The host shown is a name, and the target is somebody else's. */
function isMismatch(link: Link, registry: Registry): boolean {
  const shown = link.displayedHost;
  return link.source !== "text" && shown !== undefined && shown !== link.targetHost && !isAddressHost(shown) && isForeign(link.targetHost, shown, registry);
}
