import { fields, mailAddressesOf } from "../../mail/index.ts";
import type { Mail, MailAddress } from "../../mail/mail.ts";
import type { Quote } from "../../terms/index.ts";
import { registrableDomain, toAsciiHost } from "../domains.ts";
import type { Gathered, Sender } from "../evidence.ts";

/** An address with the header field it stands in. */
export type QuotedAddress = MailAddress & { readonly quote: Quote };

const ADDRESS_IN_NAME = /[A-Za-z0-9._%+-]{1,64}[@\uff20][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}/;

/** Who the mail says it is from and to (RFC 5322 §3.6.2). All From fields are read, in order. */
export function gatherSender(mail: Mail): Gathered<Sender> {
  const from = addressesOf(mail, "from");
  const sender = addressesOf(mail, "sender")[0];
  if (from.length === 0 && sender === undefined && fields(mail, "from").length === 0) return { kind: "absent" };
  return {
    kind: "found",
    value: senderOf(from, {
      replyTo: addressesOf(mail, "reply-to"),
      sender,
      returnPath: addressesOf(mail, "return-path")[0],
      to: addressesOf(mail, "to"),
    }),
  };
}

/** Puts a sender together from its addresses; also used for the header block of an inline forward. */
export function senderOf(from: readonly QuotedAddress[], others: Pick<Sender, "replyTo" | "sender" | "returnPath" | "to">): Sender {
  const author = from[0];
  const authorDomain = author === undefined || author.domain === "" ? "" : toAsciiHost(author.domain);
  return {
    from,
    ...others,
    authorDomain,
    registrableDomain: registrableDomain(authorDomain),
    addressInDisplayName: author === undefined ? undefined : ADDRESS_IN_NAME.exec(author.displayName.slice(0, 1000))?.[0],
  };
}

function addressesOf(mail: Mail, key: string): readonly QuotedAddress[] {
  return fields(mail, key)
    .slice(0, 20)
    .flatMap((field) => mailAddressesOf(field).slice(0, 1000));
}
