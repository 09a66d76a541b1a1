import { isMailboxHost } from "../evidence/mailbox-providers.ts";
import { registrableDomain } from "../evidence/domains.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { fields, parseAddresses, parseReceived } from "../mail/index.ts";
import type { Mail, MailAddress, Part } from "../mail/mail.ts";
import type { Secret } from "./redacted-mail.ts";

/** Fields that name who got the mail (RFC 5322 §3.6.3, and what servers add on delivery). */
const RECIPIENT_FIELDS = [
  "to",
  "cc",
  "bcc",
  "resent-to",
  "resent-cc",
  "delivered-to",
  "x-delivered-to",
  "x-original-to",
  "original-recipient",
  "final-recipient",
  "envelope-to",
  "x-envelope-to",
  "x-rcpt-to",
  "x-forwarded-to",
  "x-forwarded-for",
  "apparently-to",
  "x-apparently-to",
  "x-real-to",
  "x-receiver",
  "x-resolved-to",
  "resent-from",
  "resent-sender",
];
/** In a forward, who handed the mail on is as secret as who got it. */
const FORWARDER_FIELDS = ["from", "sender", "reply-to", "return-path", "resent-from", "resent-sender"];
/** A mail to more people than this is a mailing; those named first are enough to hide, as none of them is the reader. */
const MOST_RECIPIENTS = 60;

/** The recipients of a mail, and of the mails that carried it here; with those who passed it on. */
export function recipientsOf(mail: Mail, evidence: Evidence): readonly MailAddress[] {
  const found: MailAddress[] = [];
  const inline = evidence.level === "inline-forward";
  for (const one of chainOf(mail, evidence.mail)) {
    const forwards = one !== evidence.mail || inline;
    for (const key of forwards ? [...RECIPIENT_FIELDS, ...FORWARDER_FIELDS] : RECIPIENT_FIELDS)
      for (const field of fields(one, key)) found.push(...parseAddresses(field.rawValue.replace(/^\s*rfc822;/i, "")));
    for (const field of fields(one, "received")) {
      const address = parseReceived(field.value).for;
      if (address.includes("@")) found.push({ address, domain: address.slice(address.lastIndexOf("@") + 1).toLowerCase(), displayName: "" });
    }
  }
  if (inline || evidence.level === "pasted-text") found.push(...quotedRecipients(evidence));
  return found.slice(0, MOST_RECIPIENTS);
}

/** The mail handed in, those nested in it down to the judged one, and the judged one. */
function chainOf(outer: Mail, judged: Mail): readonly Mail[] {
  const found = new Set<Mail>([outer, judged]);
  let mail: Mail | undefined = outer;
  for (let depth = 0; depth < 6 && mail !== undefined && mail !== judged; depth++) {
    mail = nestedIn(mail.root);
    if (mail !== undefined) found.add(mail);
  }
  return [...found];
}

function nestedIn(root: Part): Mail | undefined {
  const waiting = [root];
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (part.message !== undefined) return part.message;
    waiting.push(...part.children);
  }
  return undefined;
}

const QUOTED_FIELD = /^[ \t>|*\u3000]{0,20}(?:to|cc|宛先|宛て先|送信先)[ \t*\u3000]{0,8}[:\uff1a]([^\n]{1,2000})$/gim;

/** A forward's header block, or what somebody copied from the screen: "To: …", "宛先: …". */
function quotedRecipients(evidence: Evidence): readonly MailAddress[] {
  const texts = evidence.texts.map((part) => part.text.slice(0, 200_000));
  return texts.flatMap((text) => [...text.matchAll(QUOTED_FIELD)].flatMap((match) => readPlain(match[1] ?? "")));
}

const PLAIN_ADDRESS = /(?:^|[,;])\s*(?:"?([^"<>,;@]{0,120}?)"?\s*)?[<[(]?(?:mailto:)?([^\s<>"'();:,[\]]{1,120}@[^\s<>"'();:,[\]]{1,255})/g;

function readPlain(list: string): readonly MailAddress[] {
  return [...list.matchAll(PLAIN_ADDRESS)].map((match) => {
    const address = match[2] ?? "";
    return { address, domain: address.slice(address.lastIndexOf("@") + 1).toLowerCase(), displayName: (match[1] ?? "").trim() };
  });
}

/** Names of functions, not of people (RFC 2142, and what companies use in Japan and elsewhere). */
const ROLE =
  /^(?:info|information|mail|email|e-mail|support|admin|administrator|contact|sales|webmaster|postmaster|hostmaster|office|help|helpdesk|user|users|username|test|abuse|security|no-?reply|do-?not-?reply|service|services|customer|account|accounts|billing|news|newsletter|press|jobs|recruit|recruiting|hr|shop|store|order|orders|web|www|root|mailer-daemon|undisclosed-recipients?|all|staff|team|marketing|hello|inquiry|toiawase|otoiawase|soumu|eigyo|kanri|jimu|jimukyoku|honsha|list|lists|members?|me|my|you|name|someone|somebody|recipient|example|check|report|spam|phishing|home|login|index|sign|image|images|file|files|api|app|page|link|click|correo|contato|contacto|kontakt|devel|dev)$/i;

/** Address, local part and domain of a recipient. `isOfficial` tells a brand's own hosts: those are no secret. */
export function secretsOfAddress({ address }: MailAddress, isOfficial: (host: string) => boolean): readonly Secret[] {
  const at = address.lastIndexOf("@");
  if (at < 1 || at > address.length - 4) return [];
  const domain = address
    .slice(at + 1)
    .toLowerCase()
    .replace(/[.>]+$/, "");
  const local = address.slice(0, at).replace(/^"|"$/g, "");
  const secrets: Secret[] = [{ kind: "address", value: `${address.slice(0, at)}@${domain}` }];
  const bare = local.replace(/\+.*$/, "");
  if (bare !== local && bare !== "") secrets.push({ kind: "address", value: `${bare}@${domain}` });
  for (const part of new Set([local, bare])) if (part.length >= 3 && !ROLE.test(part)) secrets.push({ kind: "localPart", value: part });
  // The domain of a provider is everybody's.
  if (!isMailboxHost(domain) && !isOfficial(domain)) {
    secrets.push({ kind: "domain", value: domain });
    const own = registrableDomain(domain);
    if (own !== "" && own !== domain && !isMailboxHost(own) && !isOfficial(own)) secrets.push({ kind: "domain", value: own });
  }
  return secrets;
}
