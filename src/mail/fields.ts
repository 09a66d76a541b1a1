import type { Quote } from "../terms/index.ts";
import { parseAddresses } from "./addresses.ts";
import type { HeaderField, Mail, MailAddress } from "./mail.ts";

/** The first field of that name (lower case), the one most programs show. */
export function field(mail: Mail, key: string): HeaderField | undefined {
  return mail.fields.find((one) => one.key === key);
}

/** All fields of that name (lower case) in order. */
export function fields(mail: Mail, key: string): HeaderField[] {
  return mail.fields.filter((one) => one.key === key);
}

/** The addresses of a field, each with the field's value as its place. */
export function mailAddressesOf(from: HeaderField): (MailAddress & { readonly quote: Quote })[] {
  const where = { kind: "raw", start: from.valueStart, end: Math.max(from.valueStart, from.end) } as const;
  return parseAddresses(from.rawValue).map((one) => ({
    ...one,
    quote: { text: one.displayName === "" ? one.address : `${one.displayName} <${one.address}>`, where },
  }));
}
