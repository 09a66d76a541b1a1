import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { compilePhrases } from "../../evidence/wording/phrase-matcher.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";
import { AUTHORITIES } from "./authorities.ts";

/**
 * The sender calls itself a tax office, a court, the police or another authority, and writes from a mailbox that anybody
 * opens at a provider. Authorities have domains of their own. Only the name and the local part of the address are looked at:
 * a citizen's mail *about* a tax refund names the office in its text.
 * Source of the rule: our own observation of recurring mail.
 */
export const authoritySender = headerCheck({
  id: "authority-sender",
  title: { ja: "役所や警察を名乗る、個人用アドレスからのメールではないか", en: "Does an authority write from a personal mailbox?" },
  question: {
    ja: "役所・裁判所・警察などを名乗りながら、誰でも作れるアドレスから送られていませんか。",
    en: "Does it call itself an office, a court or the police and come from a mailbox anybody can open?",
  },
  needs: ["sender"],
  confidence: "strong",
  found: { ja: "役所や警察を名乗っていますが、個人用のアドレスです", en: "It calls itself an authority and writes from a personal mailbox" },
  official: { ja: "役所・裁判所・警察は、自分たちのドメインのアドレスから送ります。", en: "Offices, courts and the police write from domains of their own." },
  why: {
    ja: "公の機関の名前で驚かせ、お金や個人情報を出させる手口です。",
    en: "The name of an authority is used to frighten you into giving money or personal data.",
  },
  find,
});

let match: ((text: string) => readonly { readonly start: number; readonly end: number }[]) | undefined;

function find({ sender, list }: GivenHeader): HeaderFinding | undefined {
  const author = sender.from[0];
  if (author === undefined || list !== undefined || !isMailboxCustomer(author.address)) return undefined;
  const local = author.address.slice(0, author.address.lastIndexOf("@")).replace(/[._+\d-]+/g, " ");
  match ??= compilePhrases({ authority: AUTHORITIES });
  const named = [author.displayName.slice(0, 200), local].find((text) => match!(text).length > 0);
  if (named === undefined) return undefined;
  const hit = match(named)[0]!;
  const word = named.slice(hit.start, hit.end);
  return {
    kind: "authority-and-free-mail",
    severity: "medium",
    confidence: "strong",
    quotes: [author.quote],
    seen: {
      ja: `差出人は「${word}」を名乗っていますが、アドレスは ${author.address} です。`,
      en: `The sender calls itself "${word}", yet the address is ${author.address}.`,
    },
  };
}
