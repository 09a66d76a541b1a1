import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { isFreeMail } from "../../evidence/free-mail.ts";

const ID = "advance-fee";

/**
 * A fortune waits (inheritance, lottery, fund, loan) and a stranger asks for an answer. It counts where the answer is to go to
 * a free mail address that is not the sender's, or where the tale is told at length.
 * Source of the rule: https://www.fbi.gov/how-we-can-help-you/scams-and-safety/common-frauds-and-scams/advance-fee-schemes.
 */
export const advanceFee = lureCheck({
  id: ID,
  title: { ja: "大金を餌にした前払い詐欺ではないか", en: "Is it an advance-fee fraud?" },
  question: {
    ja: "遺産・宝くじ・基金などの大金の話を、見知らぬ人が持ちかけて返事を求めていませんか。",
    en: "Does a stranger offer a fortune (inheritance, lottery, fund) and ask for an answer?",
  },
  needs: ["sender", "wording"],
  confidence: "strong",
  found: { ja: "大金の話で返事を求める、前払い詐欺の形です", en: "It offers a fortune and wants an answer: the shape of advance-fee fraud" },
  official: {
    ja: "本物の銀行や弁護士が、見知らぬ人に大金の受け取りをメールで持ちかけることはありません。",
    en: "No genuine bank or lawyer offers a fortune to a stranger by mail.",
  },
  why: { ja: "返事をすると、手数料や税金の名目で何度も送金させられます。", en: "Those who answer are made to pay fees and taxes again and again." },
  action: { ja: "返信せず、氏名・住所・口座を知らせないでください。", en: "Do not answer, and do not tell your name, address or bank account." },
  find,
});

function find({ of, sender }: Given): Finding | undefined {
  const fortune = of("fortune");
  const approach = of("approach");
  if (fortune.length + approach.length === 0) return undefined;
  const reply = sender?.replyTo.find((box) => isFreeMail(box.domain) && box.domain !== sender.authorDomain);
  const quotes = [...fortune.slice(0, 3), ...approach.slice(0, 2)];
  const words = said(quotes);
  const told = fortune.length >= 1 && approach.length >= 2 && fortune.length + approach.length >= 4;
  if (reply !== undefined && sender !== undefined && !isFreeMail(sender.authorDomain))
    return {
      kind: "fortune-and-free-reply-address",
      severity: "medium",
      confidence: "strong",
      quotes: [...quotes, reply.quote],
      seen: {
        ja: `${words.ja}と書かれ、返事は差出人(${sender.authorDomain})ではなく、誰でも取れるアドレス ${reply.address} へ届きます。`,
        en: `It says ${words.en}, and an answer goes not to the sender (${sender.authorDomain}) but to ${reply.address}, an address anyone can have.`,
      },
    };
  if (fortune.length === 0 || approach.length === 0) return undefined;
  return {
    kind: told ? "fortune-tale" : "fortune-words",
    severity: told ? "medium" : "low",
    confidence: told ? "strong" : "weak",
    quotes,
    seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` },
  };
}
