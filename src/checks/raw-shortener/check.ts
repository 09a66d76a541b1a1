import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Link } from "../../evidence/evidence.ts";
import { hasWords } from "../../evidence/link-facts.ts";
import { isAnonymousHost, isShortener } from "../../evidence/shared-hosts.ts";
import type { Quote } from "../../terms/index.ts";

const ID = "raw-shortener";

/**
 * The link to press is a public shortener, so that nobody sees where it leads. Companies shorten by a domain of their own.
 * It counts where every link of the mail hides its target, or most do and the words push.
 * Source of the list: src/evidence/shared-hosts.ts. Source of the rule: https://apwg.org/ phishing activity reports on shorteners.
 */
export const rawShortener = lureCheck({
  id: ID,
  title: { ja: "行き先を隠す短縮URLで誘っていないか", en: "Does it lead through a link shortener?" },
  question: {
    ja: "押すように求めているリンクが、行き先の見えない短縮URLではありませんか。",
    en: "Is the link you are asked to press a shortened one that hides its target?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "押させたいリンクが、行き先を隠す短縮URLです", en: "The link to press is a shortened one that hides its target" },
  official: { ja: "会社からの案内のリンクは、その会社のドメインです。", en: "The links of a company's mail are on its own domain." },
  why: { ja: "短縮URLは誰でも作れ、行き先をいつでも変えられます。", en: "Anyone can make a short link and change where it leads at any time." },
  action: { ja: "リンクを押さず、その会社のサイトを自分で開いてください。", en: "Do not follow the link; open the company's site yourself." },
  find,
});

function find({ links, of, sender, evidence }: Given): Finding | undefined {
  const link = links.callToAction;
  if (link === undefined || !isShortener(link.targetHost) || !links.foreign.includes(link)) return undefined;
  const hidden = links.followable.filter((one) => isAnonymousHost(one.targetHost)).length;
  const pushing = PUSHING.flatMap((topic) => of(topic));
  const all = hidden === links.followable.length;
  const grave =
    (all && (link.source !== "text" || pushing.length > 0 || isNothingElse(evidence.visibleText))) ||
    (hidden * 2 >= links.followable.length && pushing.length > 0);
  return {
    kind: all ? "only-hidden-targets" : grave ? "mostly-hidden-targets" : "shortened-call-to-action",
    severity: grave ? "medium" : "low",
    confidence: grave ? "strong" : "weak",
    quotes: quotesOf(link, pushing),
    seen: {
      ja: `差出人は ${sender?.authorDomain ?? "不明"} ですが、リンクは短縮URL ${link.targetHost} です。`,
      en: `The sender is ${sender?.authorDomain ?? "unknown"}, yet the link is a shortened one at ${link.targetHost}.`,
    },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

/** Links and hardly a word: nobody is told what they are for. */
function isNothingElse(text: string): boolean {
  return (
    text
      .slice(0, 5000)
      .replace(/https?:\/\/\S+/gi, "")
      .replace(/[^\p{L}]/gu, "").length < 20
  );
}

/** Words that push a reader to press a link whatever the company. */
const PUSHING = ["verify", "threat", "deadline", "prize", "chosen", "coins", "parcelFee", "mailboxAct", "fortune", "renewal"] as const;

function quotesOf(link: Link, pushing: readonly Quote[]): readonly Quote[] {
  return [{ text: hasWords(link) ? link.visibleText.trim() : link.written, where: link.where }, ...pushing.slice(0, 2)];
}
