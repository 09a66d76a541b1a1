import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { REDIRECTORS } from "../../evidence/wrapper-list.ts";

const ID = "open-redirector";

/**
 * The link to press borrows a large site's name: it goes through a redirector of Google, Bing, YouTube, VK, Google Translate
 * and their like, which sends the reader on to somebody else. Gateways of the reader's side and click counters are no such.
 * Source of the list: src/evidence/wrapper-list.ts. Source of the rule: CWE-601 (https://cwe.mitre.org/data/definitions/601.html).
 */
export const openRedirector = lureCheck({
  id: ID,
  title: { ja: "有名サイトの転送機能を経由していないか", en: "Does it pass through a large site's redirector?" },
  question: {
    ja: "押すように求めているリンクが、有名サイトの転送機能を経由して別の所へ通じていませんか。",
    en: "Does the link you are asked to press go through a large site's redirector to somebody else?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "有名サイトの名前を借りて、別のサイトへ転送するリンクです", en: "The link borrows a large site's name and leads on to another" },
  official: { ja: "会社の案内のリンクは、その会社のドメインへ直接通じます。", en: "The links of a company's mail lead straight to its own domain." },
  why: { ja: "見慣れた名前で安心させ、迷惑メールの仕分けもすり抜けるための経由です。", en: "The familiar name reassures readers and slips past mail filters." },
  action: { ja: "リンクを押さず、その会社のサイトを自分で開いてください。", en: "Do not follow the link; open the company's site yourself." },
  find,
});

function find({ links, of, sender, evidence }: Given): Finding | undefined {
  const link = links.callToAction;
  const through = link?.wrappers.find((name) => REDIRECTORS.has(name));
  if (link === undefined || through === undefined || !links.foreign.includes(link)) return undefined;
  const list = evidence.trace.kind === "found" && evidence.trace.value.list !== undefined;
  const pushing = [...of("verify"), ...of("threat"), ...of("deadline"), ...of("prize"), ...of("chosen"), ...of("coins"), ...of("mailboxAct")];
  const grave = links.allForeign && !list && pushing.length > 0;
  return {
    kind: grave ? "pushing-words-through-redirector" : "through-redirector",
    severity: grave ? "medium" : "low",
    confidence: grave ? "strong" : "weak",
    quotes: [{ text: link.written.slice(0, 200), where: link.where }, ...pushing.slice(0, 2)],
    seen: {
      ja: `差出人は ${sender?.authorDomain ?? "不明"} ですが、リンクは ${link.host} の転送機能を経由して ${link.targetHost} へ通じています。`,
      en: `The sender is ${sender?.authorDomain ?? "unknown"}, yet the link passes through the redirector of ${link.host} to ${link.targetHost}.`,
    },
    link: { displayed: link.host, real: link.targetHost },
  };
}
