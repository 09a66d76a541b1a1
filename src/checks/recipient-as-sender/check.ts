import { registrableDomain, sameRegistrable } from "../../evidence/domains.ts";
import type { Authentication, Sender } from "../../evidence/evidence.ts";
import { isMailboxHost } from "../../evidence/mailbox-providers.ts";
import { isProven } from "../../evidence/sender-proof.ts";
import type { Quote } from "../../terms/index.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/**
 * The mail poses as the recipient's own organization or as the recipient: their address or domain is the sender's
 * display name, or their address is From although every check of it failed. Described by IPA among the signs of
 * business mail fraud: https://www.ipa.go.jp/security/bec/about.html
 */
export const recipientAsSender = headerCheck({
  id: "recipient-as-sender",
  title: { ja: "あなた自身や、あなたの組織を名乗っていないか", en: "Does it pose as you or your own organization?" },
  question: {
    ja: "差出人が、受け取る人のアドレスやドメインを名乗っていませんか。",
    en: "Does the sender go by the recipient's own address or domain?",
  },
  needs: ["sender", "authentication", "trace"],
  confidence: "strong",
  found: { ja: "差出人が、あなた自身やあなたの組織を名乗っています", en: "The sender poses as you or your own organization" },
  official: {
    ja: "自分の組織からの連絡は、その組織のドメインから届き、受信側の検査に通ります。",
    en: "Notices of your own organization come from its domain and pass the receiving server's checks.",
  },
  why: {
    ja: "内部からの連絡に見せかけて、パスワードなどを入力させる手口です。",
    en: "It is made to look like a notice from inside, to make you type a password.",
  },
  find,
});

/** Shorter labels are words of their own too often. */
const SHORTEST_LABEL = 4;
/** Offices that phishers pose as inside an organization. */
const OFFICE =
  /support|admin|help ?desk|service ?desk|webmail|mail ?(?:server|team|box)|it (?:team|dep|desk|service)|security|human resources|\bhr\b|payroll|サポート|管理者|事務局|総務|人事|経理|情報システム|システム部|ヘルプデスク/i;

function find({ sender, list, authentication }: GivenHeader): HeaderFinding | undefined {
  const author = sender.from[0];
  const recipient = recipientOf(sender);
  if (author === undefined || recipient === undefined || list !== undefined) return undefined;
  const name = author.displayName.toLowerCase();
  const isOutside = !sameRegistrable(recipient.domain, sender.authorDomain);
  const shown = { quotes: [author.quote, recipient.quote] };
  if (isOutside && name.includes(recipient.address)) {
    const seen = {
      ja: `差出人の名前はあなたのアドレス ${recipient.address} ですが、送ったのは ${author.address} です。`,
      en: `The sender's name is your own address ${recipient.address}, but ${author.address} sent it.`,
    };
    return { kind: "own-address-in-name", severity: "medium", confidence: "strong", seen, ...shown };
  }
  if (isOutside && hasWord(name, registrableDomain(recipient.domain)) && !isEverybodys(recipient)) {
    const seen = {
      ja: `差出人の名前にあなたのドメイン ${recipient.domain} がありますが、送ったのは ${author.address} です。`,
      en: `The sender's name holds your domain ${recipient.domain}, but ${author.address} sent it.`,
    };
    return { kind: "own-domain-in-name", severity: "high", confidence: "weak", seen, ...shown };
  }
  const label = registrableDomain(recipient.domain).split(".")[0] ?? "";
  if (isOutside && label.length >= SHORTEST_LABEL && hasWord(name, label) && OFFICE.test(name) && !isEverybodys(recipient)) {
    const seen = {
      ja: `差出人の名前はあなたの組織(${label})の部署のようですが、送ったのは ${author.address} です。`,
      en: `The sender's name looks like an office of your organization (${label}), but ${author.address} sent it.`,
    };
    return {
      kind: "own-office-in-name",
      severity: authentication === undefined || isProven(authentication) ? "low" : "high",
      confidence: "weak",
      seen,
      ...shown,
    };
  }
  const refused = refusalOf(authentication);
  if (author.address.toLowerCase() !== recipient.address || refused === undefined) return undefined;
  const seen = {
    ja: `差出人も宛先も ${recipient.address} ですが、そこから送られた証しがありません(${refused.text})。`,
    en: `Sender and recipient are both ${recipient.address}, but nothing shows that it was sent from there (${refused.text}).`,
  };
  return { kind: "own-address-forged", severity: "medium", confidence: "weak", seen, quotes: [author.quote, refused] };
}

/** SPF did not pass, and there is no DKIM signature that could have been broken on the way. */
function refusalOf(authentication: Authentication | undefined): Quote | undefined {
  if (authentication === undefined || authentication.alignedDomain !== undefined) return undefined;
  if (authentication.results.some(({ method, result }) => method === "dkim" && result !== "none")) return undefined;
  return authentication.results.find(({ method, result }) => method === "spf" && (result === "fail" || result === "softfail" || result === "none"))?.quote;
}

/** The one recipient; a mail to several says nothing about which of them it was handed to. */
function recipientOf(sender: Sender): { readonly address: string; readonly domain: string; readonly quote: Quote } | undefined {
  const [only, ...others] = sender.to;
  if (only === undefined || others.length > 0 || only.domain === "") return undefined;
  return { address: only.address.toLowerCase(), domain: only.domain, quote: only.quote };
}

/** A domain whose addresses anybody can have is no organization of the recipient's. */
function isEverybodys({ domain }: { readonly domain: string }): boolean {
  return isMailboxHost(domain);
}

/** Whether the text holds the domain as a word of its own. */
function hasWord(text: string, domain: string): boolean {
  if (domain === "") return false;
  const at = text.indexOf(domain);
  return at >= 0 && !/[\w.-]/.test(text[at - 1] ?? " ") && !/[\w-]/.test(text[at + domain.length] ?? " ");
}
