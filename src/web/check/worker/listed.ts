import { field, mailAddressesOf, parseDate, parseMail } from "../../../mail/index.ts";
import { oneLine } from "../../../report/plain-text.ts";
import type { ListedMail } from "../protocol.ts";

/** A header is at the start; what stands behind need not be read for a list. */
const HEAD = 64 * 1024;
const LONGEST = 160;

/** The mails of a mailbox by what their headers say. */
export function listed(raws: readonly Uint8Array[]): readonly ListedMail[] {
  return raws.map((raw, index) => {
    const mail = parseMail(raw.subarray(0, HEAD));
    const written = field(mail, "from");
    const from = written === undefined ? undefined : mailAddressesOf(written)[0];
    return {
      index,
      subject: oneLine(field(mail, "subject")?.value ?? "", LONGEST),
      from: oneLine(`${from?.displayName ?? ""} ${from?.address ? `<${from.address}>` : ""}`, LONGEST),
      day: (parseDate(field(mail, "date")?.value ?? "") ?? "").slice(0, 10),
    };
  });
}
