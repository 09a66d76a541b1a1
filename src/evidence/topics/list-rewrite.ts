import { field } from "../../mail/index.ts";
import type { Mail } from "../../mail/mail.ts";
import { sameRegistrable, toAsciiHost } from "../domains.ts";
import type { Sender } from "../evidence.ts";
import { addressesOf } from "./addresses-of.ts";
import type { QuotedAddress } from "./addresses-of.ts";

/** Where lists keep the author: Google Groups and others, then Mailman (RFC 7960 §4.1.3.1 names the practice). */
const KEPT_IN = ["x-original-from", "x-original-sender", "x-rcpt-original-from"] as const;

/**
 * The author a mailing list replaced by its own address lest DMARC reject the copies (RFC 7960 §4.1.3): the field that
 * keeps it, or the Reply-To of a From that reads "name via list". Anybody can write these fields, so what is found is
 * one more thing claimed: it can make a mail suspicious, never genuine.
 */
export function rewrittenAuthor(mail: Mail, sender: Pick<Sender, "from" | "replyTo" | "authorDomain">): QuotedAddress | undefined {
  const listHost = listHostOf(mail);
  if (listHost === "" || !sameRegistrable(listHost, sender.authorDomain)) return undefined;
  const isOther = (one: QuotedAddress | undefined): boolean => one !== undefined && one.domain !== "" && !sameRegistrable(one.domain, sender.authorDomain);
  const kept = KEPT_IN.map((key) => addressesOf(mail, key)[0]).find(isOther);
  if (kept !== undefined) return kept;
  return / via /i.test(sender.from[0]?.displayName ?? "") ? sender.replyTo.find(isOther) : undefined;
}

/** The host a list posts from: that of List-Post (RFC 2369 §3.4), else the List-Id's (RFC 2919 §2). */
function listHostOf(mail: Mail): string {
  const post = /<mailto:[^<>@]{1,200}@([^<>?\s]{1,255})/i.exec(field(mail, "list-post")?.value.slice(0, 1000) ?? "")?.[1];
  const id = /<([^<>\s]{1,255})>/.exec(field(mail, "list-id")?.value.slice(0, 1000) ?? "")?.[1];
  return toAsciiHost(post ?? id ?? "");
}
