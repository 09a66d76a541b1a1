import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { underDomain } from "../../evidence/domains.ts";
import type { Link } from "../../evidence/evidence.ts";
import { hasWords } from "../../evidence/link-facts.ts";
import { isAnonymousHost, sharedHostingOf } from "../../evidence/shared-hosts.ts";
import { speakersOf } from "../../evidence/speakers.ts";
import type { Quote } from "../../terms/index.ts";

const ID = "shared-hosting-link";

/**
 * The link to press is on hosting where anyone puts a page up at once (free site builders, buckets, serverless, IPFS
 * gateways), judged by the full host. It counts where every link of the mail is such, where most are and the words push, or
 * where a known company is named that does not use it.
 * Source of the list: src/evidence/shared-hosts.ts, from the private section of https://publicsuffix.org/list/.
 */
export const sharedHostingLink = lureCheck({
  id: ID,
  title: { ja: "誰でも使える置き場のページへ誘っていないか", en: "Does it lead to a page on hosting anyone can use?" },
  question: {
    ja: "押すように求めているリンクが、誰でもすぐに使える無料の置き場やIPFSのページではありませんか。",
    en: "Is the link you are asked to press on free hosting, a bucket or an IPFS gateway anyone can use?",
  },
  needs: ["sender", "links", "claims", "wording"],
  confidence: "strong",
  found: { ja: "押させたいリンクが、誰でも使える置き場のページです", en: "The link to press is a page on hosting anyone can use" },
  official: { ja: "会社の手続きのページは、その会社のドメインにあります。", en: "A company's pages are on its own domain." },
  why: { ja: "有名な会社の置き場でも、ページを作ったのは誰か分かりません。", en: "Even on a well-known company's hosting, the page may be anybody's." },
  action: { ja: "リンクを押さず、その会社のサイトを自分で開いてください。", en: "Do not follow the link; open the company's site yourself." },
  find,
});

function find({ links, of, sender, evidence, facts }: Given): Finding | undefined {
  const link = links.callToAction;
  const hosting = link === undefined ? undefined : sharedHostingOf(link.targetHost);
  if (link === undefined || hosting === undefined || !links.foreign.includes(link) || underDomain(sender?.authorDomain ?? "", hosting)) return undefined;
  const hidden = links.followable.filter((one) => isAnonymousHost(one.targetHost)).length;
  const pushing = PUSHING.flatMap((topic) => of(topic));
  const all = hidden === links.followable.length;
  const named = speakersOf(evidence, facts.registry).length > 0;
  const grave = (all && (link.source !== "text" || pushing.length > 0)) || (hidden * 2 >= links.followable.length && pushing.length > 0);
  return {
    kind: named ? "company-on-shared-hosting" : all ? "only-shared-hosting" : grave ? "mostly-shared-hosting" : "shared-hosting-call-to-action",
    severity: grave ? (named ? "high" : "medium") : "low",
    confidence: grave ? "strong" : "weak",
    quotes: quotesOf(link, pushing),
    seen: {
      ja: `リンクの行き先 ${link.targetHost} は、誰でもページを置ける ${hosting} の中にあります。`,
      en: `The link leads to ${link.targetHost}, which is on ${hosting}, where anyone can put up a page.`,
    },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

/** Words that push a reader to press a link whatever the company. */
const PUSHING = ["verify", "threat", "deadline", "prize", "chosen", "coins", "parcelFee", "mailboxAct", "fortune", "renewal"] as const;

function quotesOf(link: Link, pushing: readonly Quote[]): readonly Quote[] {
  return [{ text: hasWords(link) ? link.visibleText.trim() : link.written, where: link.where }, ...pushing.slice(0, 2)];
}
