import { underDomain } from "../../evidence/domains.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";
import { PLATFORMS, RESELLER_ENDINGS } from "./platforms.ts";

/**
 * The sender's domain is one that a platform hands to everybody who signs up, and that a company replaces by its own before
 * it writes to customers. Weak where some small companies keep it.
 */
export const platformSender = headerCheck({
  id: "platform-sender",
  title: { ja: "誰にでも配られるドメインから送られていないか", en: "Was it sent from a domain anybody is given?" },
  question: {
    ja: "差出人のドメインが、サービスに登録すれば誰でももらえるものではありませんか。",
    en: "Is the sender's domain one that anybody gets by signing up with a service?",
  },
  needs: ["sender", "trace"],
  confidence: "strong",
  found: { ja: "誰でももらえるドメインから送られています", en: "It was sent from a domain that anybody is given" },
  official: { ja: "会社は、お客様へのメールを自社のドメインから送ります。", en: "Companies write to customers from a domain of their own." },
  why: {
    ja: "登録したばかりの人でも、署名の付いたメールを送れます。検査に通っても会社の証しにはなりません。",
    en: "Whoever signs up can send signed mail from it at once. Passing the checks proves no company.",
  },
  find,
});

function find({ sender, list }: GivenHeader): HeaderFinding | undefined {
  const author = sender.from[0];
  if (author === undefined || list !== undefined || isBounce(author.address)) return undefined;
  const platform = PLATFORMS.find((one) => underDomain(sender.authorDomain, one.domain) && sender.authorDomain !== one.domain);
  if (platform !== undefined) {
    const seen = {
      ja: `${sender.authorDomain} は ${platform.ja} の利用者に最初から配られるドメインです。`,
      en: `${sender.authorDomain} is given to every customer of ${platform.en}.`,
    };
    return {
      kind: "platform-domain",
      severity: "medium",
      confidence: platform.usedForReal ? "weak" : "strong",
      fact: platform.fact,
      seen,
      quotes: [author.quote],
    };
  }
  const ending = RESELLER_ENDINGS.find((one) => underDomain(sender.authorDomain, one) && sender.authorDomain !== one);
  if (ending === undefined) return undefined;
  const seen = {
    ja: `${sender.authorDomain} は国や公的な末尾に見えますが、「.${ending}」は民間の会社が切り売りしているものです。`,
    en: `${sender.authorDomain} looks like a country's domain, but ".${ending}" is sold piecemeal by a private company.`,
  };
  return { kind: "reseller-ending", severity: "low", confidence: "weak", seen, quotes: [author.quote] };
}

/** Notices of failed delivery come from the tenant's default domain. */
function isBounce(address: string): boolean {
  return /^(?:postmaster|mailer-daemon|microsoftexchange[0-9a-f]+)@/i.test(address);
}
