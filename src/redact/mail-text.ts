import { hasKnownTld } from "../evidence/domains.ts";
import type { Language } from "../terms/index.ts";
import { addressesIn } from "./addresses-in-text.ts";
import { cutTokensInText } from "./cut-tokens.ts";
import { defangText } from "./defang.ts";
import { phonesIn } from "./identifiers.ts";
import { placeholderOf } from "./placeholders.ts";
import type { PublicText } from "./public-text.ts";
import { redactText } from "./redact-text.ts";
import type { Secret } from "./redacted-mail.ts";

/** What is needed to make any text of one mail fit to be shown. */
export interface Redaction {
  readonly secrets: readonly Secret[];
  /** Addresses the mail says it comes from, lower case; shown dead. */
  readonly culprits: ReadonlySet<string>;
  readonly isOfficial: (host: string) => boolean;
}

/**
 * A text out of the mail as anybody may see it: secrets first, while encoded ones still stand as they were written, then
 * whatever address or telephone number is left, tokens and live links; and the secrets once more.
 */
export function publicText(text: string, redaction: Redaction, language: Language = "ja"): PublicText {
  const first = redactText(text, redaction.secrets, language);
  const quiet = withoutPhones(withoutAddresses(cutTokensInText(first, placeholderOf("token", language)), redaction, language), language);
  return redactText(defangText(quiet, looksLikeHost), redaction.secrets, language);
}

/** A text of a check: it quotes the mail, and names official hosts, which may stay alive. */
export function pointText(text: string, redaction: Redaction, language: Language): PublicText {
  const first = redactText(text, redaction.secrets, language);
  const quiet = withoutPhones(withoutAddresses(cutTokensInText(first, placeholderOf("token", language)), redaction, language), language);
  return redactText(defangText(quiet, looksLikeHost, redaction.isOfficial), redaction.secrets, language);
}

/** `2.Please` and `file.html` are no hosts. */
function looksLikeHost(host: string): boolean {
  const tld = host.slice(host.lastIndexOf(".") + 1);
  return tld === "example" || tld === "test" || (hasKnownTld(host) && !/\.(?:md|zip|sh|py|pl|rs|cc|so|ps|ai)$/.test(host));
}

function withoutAddresses(text: string, { culprits, isOfficial }: Redaction, language: Language): string {
  const strangers = addressesIn(text).filter(
    ({ address }) => !culprits.has(address.toLowerCase()) && !isOfficial(address.slice(address.lastIndexOf("@") + 1).toLowerCase()),
  );
  return withHoles(text, strangers, placeholderOf("address", language));
}

function withoutPhones(text: string, language: Language): string {
  return withHoles(text, phonesIn(text), placeholderOf("phone", language));
}

function withHoles(text: string, holes: readonly { readonly start: number; readonly end: number }[], placeholder: string): string {
  let [out, done] = ["", 0];
  for (const { start, end } of [...holes].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    out += text.slice(done, start) + placeholder;
    done = end;
  }
  return out + text.slice(done);
}
