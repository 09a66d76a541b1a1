import { fields, mailAddressesOf } from "../../mail/index.ts";
import type { Mail, MailAddress } from "../../mail/mail.ts";
import type { Quote } from "../../terms/index.ts";

/** An address with the header field it stands in. */
export type QuotedAddress = MailAddress & { readonly quote: Quote };

/** The addresses of every field of that name (lower case), in order. */
export function addressesOf(mail: Mail, key: string): readonly QuotedAddress[] {
  return fields(mail, key)
    .slice(0, 20)
    .flatMap((field) => mailAddressesOf(field).slice(0, 1000));
}
