import { field, fields } from "../mail/index.ts";
import type { Mail } from "../mail/mail.ts";
import { registrableDomain } from "./domains.ts";

const LIST_FIELDS = ["list-id", "list-post", "list-unsubscribe", "list-archive", "list-help", "list-subscribe", "x-mailing-list", "mailing-list"];

/**
 * Registrable domains of the mailing list that sent the mail on (RFC 2369, RFC 2919): the links of its footer lead there.
 * Only of a list that people write to (List-Post); a newsletter's List-Id and List-Unsubscribe are its sender's own words.
 */
export function listDomains(mail: Mail): ReadonlySet<string> {
  const found = new Set<string>();
  if (field(mail, "list-post") === undefined && field(mail, "x-mailing-list") === undefined) return found;
  for (const key of LIST_FIELDS) {
    for (const field of fields(mail, key)) {
      for (const host of field.value
        .slice(0, 2000)
        .toLowerCase()
        .match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? []) {
        const domain = registrableDomain(host);
        if (domain !== "") found.add(domain);
      }
    }
  }
  return found;
}
