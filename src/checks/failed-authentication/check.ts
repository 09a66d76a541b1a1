import type { Authentication, AuthMethodResult } from "../../evidence/evidence.ts";
import { hasSignature, isProven } from "../../evidence/sender-proof.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding, HeaderUndecided } from "../header-rule.ts";

/**
 * What the receiving server found about the From domain, each case told apart (RFC 8601 §2.7; DMARC: RFC 9989 §5.3, SPF:
 * RFC 7208 §2.6). Mailing lists and forwards break signatures and change the sending server (RFC 7960 §4.1), so on a list
 * or where a valid chain of handlers (ARC, RFC 8617) vouches for the mail nothing is concluded. Strong only where the
 * domain's owner asks for such mail to be refused and no signature could have been broken on the way.
 */
export const failedAuthentication = headerCheck({
  id: "failed-authentication",
  title: { ja: "差出人のドメインの検査に通っているか", en: "Did the sender's domain pass the checks?" },
  question: {
    ja: "受信サーバーの検査(SPF・DKIM・DMARC)は、差出人のドメインを確かめられましたか。",
    en: "Could the receiving server's checks (SPF, DKIM, DMARC) confirm the sender's domain?",
  },
  needs: ["sender", "authentication", "trace"],
  confidence: "strong",
  found: { ja: "差出人のドメインから送られたと確認できません", en: "Nothing confirms that it was sent from the sender's domain" },
  official: {
    ja: "ドメインの持ち主が送ったメールなら、少なくとも一つの検査に通るはずです。",
    en: "A mail that the owner of the domain sent passes at least one of the checks.",
  },
  why: {
    ja: "差出人の欄は誰でも書き換えられます。検査だけが本物かどうかを示します。",
    en: "Anybody can write any From. Only these checks show whether it is true.",
  },
  find,
});

function find({ authentication, sender, list, evidence }: GivenHeader): HeaderFinding | HeaderUndecided | undefined {
  if (authentication === undefined || sender.authorDomain === "") return undefined;
  if (isProven(authentication)) return undefined;
  if (list !== undefined) return authentication.results.some(isFailure) ? { kind: "unknown", why: LIST_BROKE_IT } : undefined;
  return (
    refusedByOwner(authentication, sender.authorDomain) ??
    unsignedBySigner(authentication, sender.authorDomain, evidence.date) ??
    unconfirmed(authentication, sender.authorDomain)
  );
}

/**
 * Gmail signs all outgoing mail, with a key of its own where the owner of the domain has set none up
 * (https://support.google.com/a/answer/174124 as of 2019); a mail without any signature was never there. Old mails are left out, and so are lists, which take signatures off.
 */
const ALWAYS_SIGNED: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);
const SIGNED_SINCE = "2013-01-01";

function unsignedBySigner(authentication: Authentication, domain: string, date: string | undefined): HeaderFinding | undefined {
  if (!ALWAYS_SIGNED.has(domain) || date === undefined || date < SIGNED_SINCE || hasSignature(authentication)) return undefined;
  const dkim = resultOf(authentication, "dkim");
  if (dkim?.result !== "none") return undefined;
  const seen: Bilingual = {
    ja: `${domain} から送ったメールには必ず署名が付きますが、このメールには署名がありません。`,
    en: `Mail sent from ${domain} always bears a signature; this one bears none.`,
  };
  return { kind: "unsigned-by-signer", severity: "medium", confidence: "strong", seen, quotes: [dkim.quote] };
}

const LIST_BROKE_IT: Bilingual = {
  ja: "メーリングリストが転送したため、差出人の検査の結果を判断に使えません。",
  en: "A mailing list sent it on, so that the checks of its sender say nothing.",
};

function isFailure({ method, result }: AuthMethodResult): boolean {
  return (method === "spf" || method === "dkim" || method === "dmarc") && (result === "fail" || result === "softfail");
}

function refusedByOwner(authentication: Authentication, domain: string): HeaderFinding | undefined {
  const dmarc = resultOf(authentication, "dmarc");
  const asks = authentication.policy === "reject" || authentication.policy === "quarantine";
  if (dmarc?.result === "fail" && asks && !isForwarded(authentication)) {
    const seen: Bilingual = {
      ja: `DMARC の検査に失敗しました。${domain} の持ち主は、こうしたメールを${authentication.policy === "reject" ? "拒否" : "隔離"}するよう求めています。`,
      en: `DMARC failed, and the owner of ${domain} asks to ${authentication.policy} such mail.`,
    };
    return { kind: "dmarc-refused", severity: "medium", confidence: "strong", seen, quotes: [dmarc.quote] };
  }
  const spf = resultOf(authentication, "spf");
  if (spf?.result !== "fail" || hasSignature(authentication)) return undefined;
  const seen: Bilingual = {
    ja: `${spf.domain || domain} の持ち主が認めていないサーバーから送られ、署名もありません。`,
    en: `It came from a server that the owner of ${spf.domain || domain} does not allow, and it bears no signature.`,
  };
  return { kind: "spf-refused", severity: "medium", confidence: "strong", seen, quotes: [spf.quote] };
}

/** Failed, nothing to check, or passed for a domain of somebody else: seen on genuine mail too, so never enough alone. */
function unconfirmed(authentication: Authentication, domain: string): HeaderFinding | undefined {
  const dmarc = resultOf(authentication, "dmarc");
  if (dmarc?.result === "fail") {
    return weak(
      "dmarc-failed",
      isForwarded(authentication) ? "low" : "high",
      { ja: `${domain} の DMARC の検査に失敗しました。`, en: `DMARC failed for ${domain}.` },
      [dmarc.quote],
    );
  }
  const passed = authentication.passedDomains[0];
  if (passed !== undefined) {
    const seen = {
      ja: `検査に通ったのは ${passed.domain} で、差出人のドメイン ${domain} とは別です。`,
      en: `What passed is ${passed.domain}, not the sender's domain ${domain}.`,
    };
    return weak("passed-for-other-domain", "low", seen, [passed.quote]);
  }
  const refused = authentication.results.find(({ method, result }) => method === "spf" && (result === "fail" || result === "softfail"));
  if (refused !== undefined && !hasSignature(authentication)) {
    const seen = {
      ja: `${refused.domain || domain} が送信元として登録していないサーバーから送られ、署名もありません。`,
      en: `It came from a server that ${refused.domain || domain} does not list, and it bears no signature.`,
    };
    return weak("unlisted-and-unsigned", "high", seen, [refused.quote]);
  }
  const failed = refused ?? authentication.results.find(({ method, result }) => method === "dkim" && result === "fail");
  if (failed !== undefined) {
    return weak("check-failed", "low", { ja: `検査の結果は「${failed.quote.text}」でした。`, en: `The result was "${failed.quote.text}".` }, [failed.quote]);
  }
  return nothingToCheck(authentication, domain);
}

function nothingToCheck(authentication: Authentication, domain: string): HeaderFinding | undefined {
  const none = authentication.results.filter(({ method, result }) => (method === "spf" || method === "dkim") && result === "none");
  if (none.length === 0) return undefined;
  const seen = { ja: `${domain} には署名も送信元の登録もありません。`, en: `${domain} has neither a signature nor a published list of servers.` };
  return weak(
    "nothing-to-check",
    "low",
    seen,
    none.slice(0, 2).map(({ quote }) => quote),
  );
}

function weak(kind: string, severity: "high" | "low", seen: Bilingual, quotes: readonly Quote[]): HeaderFinding {
  return { kind, severity, confidence: "weak", seen, quotes };
}

function resultOf(authentication: Authentication, method: AuthMethodResult["method"]): AuthMethodResult | undefined {
  return authentication.results.find((result) => result.method === method);
}

/** SPF passes for another domain and a signature is broken: so looks a mail that the recipient's own other mailbox sent on. */
function isForwarded(authentication: Authentication): boolean {
  return hasSignature(authentication) && authentication.passedDomains.some(({ by }) => by === "spf");
}
