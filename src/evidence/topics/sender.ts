import { fields } from "../../mail/index.ts";
import type { Mail } from "../../mail/mail.ts";
import { registrableDomain } from "../domains.ts";
import type { Gathered, Sender } from "../evidence.ts";
import { addressesOf } from "./addresses-of.ts";
import type { QuotedAddress } from "./addresses-of.ts";
import { authorDomainOf, fromAddresses } from "./from-field.ts";
import { rewrittenAuthor } from "./list-rewrite.ts";

const ADDRESS_IN_NAME = /[A-Za-z0-9._%+-]{1,64}[@\uff20][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}/;

/** Who the mail says it is from and to (RFC 5322 §3.6.2). All From fields are read, in order. */
export function gatherSender(mail: Mail): Gathered<Sender> {
  const from = fromAddresses(mail);
  const sender = addressesOf(mail, "sender")[0];
  if (from.length === 0 && sender === undefined && fields(mail, "from").length === 0) return { kind: "absent" };
  const replyTo = addressesOf(mail, "reply-to");
  const value = senderOf(from, { replyTo, sender, returnPath: addressesOf(mail, "return-path")[0], to: addressesOf(mail, "to") });
  return { kind: "found", value: { ...value, rewrittenAuthor: rewrittenAuthor(mail, value) } };
}

/** Puts a sender together from its addresses; also used for the header block of an inline forward. */
export function senderOf(from: readonly QuotedAddress[], others: Pick<Sender, "replyTo" | "sender" | "returnPath" | "to">): Sender {
  const author = from[0];
  const authorDomain = author === undefined ? "" : authorDomainOf(author.domain);
  return {
    from,
    ...others,
    authorDomain,
    registrableDomain: registrableDomain(authorDomain),
    addressInDisplayName: author === undefined ? undefined : ADDRESS_IN_NAME.exec(author.displayName.slice(0, 1000))?.[0],
  };
}
