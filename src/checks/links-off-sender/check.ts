import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";

const ID = "links-off-sender";

/**
 * No link of the mail leads to the sender: 80 % of phishing mail, but 20 % of genuine company mail too (measured), so that it
 * only ever adds to other points, and is told only of a mail that names a company or pushes the reader.
 */
export const linksOffSender = lureCheck({
  id: ID,
  title: { ja: "リンクが一つも差出人のものでないか", en: "Is not one link the sender's?" },
  question: { ja: "リンクのうち、差出人のドメインへ通じるものが一つもないのではありませんか。", en: "Does not one link lead to the sender's domain?" },
  needs: ["sender", "links", "claims", "wording"],
  confidence: "weak",
  found: { ja: "差出人のドメインへのリンクが一つもありません", en: "Not one link leads to the sender's domain" },
  official: { ja: "会社のメールには、たいてい自社サイトへのリンクがあります。", en: "Company mail mostly has links to the company's own site." },
  why: {
    ja: "差出人と行き先の持ち主が違う印です。ただし配信を任せている会社でもあることで、これだけでは決め手になりません。",
    en: "Sender and target have different owners. Companies whose mail others deliver do so too, so it decides nothing alone.",
  },
  action: { ja: "行き先が本当に差出人の会社のものか、自分で確かめてください。", en: "See for yourself whether the target really is the sender's." },
  find,
});

/** Words that push a reader to act. */
const PUSHING = ["threat", "deadline", "verify", "prize", "chosen", "coins", "parcelFee", "mailboxAct", "renewal"] as const;

function find({ links, sender, evidence, of }: Given): Finding | undefined {
  // A fifth of company mail is so: of a mail that wants nothing it is not worth telling.
  const wants =
    (evidence.claims.kind === "found" && evidence.claims.value.some((claim) => claim.kind === "speaks")) || PUSHING.some((topic) => of(topic).length > 0);
  if (!wants) return undefined;
  const list = evidence.trace.kind === "found" && evidence.trace.value.list !== undefined;
  const first = links.callToAction;
  if (!links.allForeign || first === undefined || list || (sender?.authorDomain ?? "") === "" || isMailboxCustomer(sender?.from[0]?.address ?? ""))
    return undefined;
  return {
    kind: "all-links-foreign",
    severity: "low",
    confidence: "weak",
    quotes: [{ text: first.written.slice(0, 200), where: first.where }],
    seen: {
      ja: `差出人は ${sender?.authorDomain} ですが、${links.followable.length} 個のリンクはどれも別のドメイン(例: ${first.targetHost})です。`,
      en: `The sender is ${sender?.authorDomain}; all ${links.followable.length} links lead to other domains, for example ${first.targetHost}.`,
    },
    link: { displayed: first.displayedHost, real: first.targetHost },
  };
}
