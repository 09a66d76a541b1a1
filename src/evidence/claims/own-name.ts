import type { Registry } from "../../brands/registry.ts";
import type { ClaimsInput } from "./input.ts";

const COMMON_WORDS = new Set([
  "mail",
  "email",
  "info",
  "support",
  "service",
  "services",
  "account",
  "accounts",
  "security",
  "team",
  "notice",
  "noreply",
  "reply",
  "admin",
  "center",
  "update",
  "alert",
  "notification",
  "customer",
  "online",
  "bank",
  "card",
]);

/** First word of a display name that also stands in the sender's domain; lower case. */
export function ownWord(displayName: string, domain: string): string | undefined {
  // An address as display name repeats the domain, and " via list" is the list's own addition: neither is a name.
  if (displayName.includes("@")) return undefined;
  const words =
    displayName
      .slice(0, 200)
      .replace(/ via .*$/i, "")
      .toLowerCase()
      .match(/[a-z0-9]{4,}/g) ?? [];
  return words.find((word) => !COMMON_WORDS.has(word) && domain.includes(word));
}

/** The sender bears a name of its own that its domain bears as well. */
export function namesItself(input: ClaimsInput): boolean {
  return (input.sender?.from ?? []).some((mailbox) => ownWord(mailbox.displayName, mailbox.domain) !== undefined);
}

/** Whether the sender's display name already names some known brand: then others in the text are talked about. */
export function hasOwnName(input: ClaimsInput, registry: Registry): boolean {
  return (input.sender?.from ?? []).some((mailbox) => registry.findNames(mailbox.displayName).some((hit) => !hit.short));
}

/** "Amazon Benefits at Fidelity" from fidelity.com: the brand whose domain it is stands in the name, the other is its topic. */
export function namesOneOf(brands: ReadonlySet<string>, input: ClaimsInput, registry: Registry): boolean {
  return (input.sender?.from ?? []).some((mailbox) => registry.findNames(mailbox.displayName).some((hit) => brands.has(hit.brand)));
}

/** Two or three capitalised words, or a short Japanese name: "Naman Jain". A role (Support Team, お知らせ) is none. */
export function bearsPersonalName(input: ClaimsInput): boolean {
  const name = input.sender?.from[0]?.displayName.trim() ?? "";
  if (name === "" || /[@.\d]/.test(name)) return false;
  return !/support|team|service|notice|notification|info|reply|account|security|alert|center|centre|mail|update|\bkit\b|offer|reward|prize|gift|survey|member|bonus|winner|claim|promo|digital|storage|deliver|billing|receipt|order|aviso|angebot|gewinn|oferta|cadeau|お知らせ|通知|サポート|事務局|センター|窓口|配信|送信/i.test(
    name,
  );
}
