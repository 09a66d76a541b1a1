import type { NameHit, Registry } from "../../brands/registry.ts";
import { isMailboxCustomer } from "../mailbox-providers.ts";
import type { ClaimsInput } from "./input.ts";
import { ownersOf } from "./owners.ts";
import { ownWord } from "./own-name.ts";
import { add, WEIGHT } from "./trail.ts";
import type { Trails } from "./trail.ts";

/** Brands in the display name and in the address of From. */
export function fromSender(input: ClaimsInput, registry: Registry, trails: Trails): void {
  for (const mailbox of input.sender?.from ?? []) {
    const { domain, quote } = mailbox;
    // The address once more is no name; it is read below.
    const displayName = mailbox.displayName.trim().toLowerCase() === mailbox.address.toLowerCase() ? "" : plainName(mailbox.displayName);
    const whole = displayName === "" ? undefined : registry.findBrand(displayName);
    if (whole !== undefined && displayName.length <= 60) add(trails, whole.id, "displayName", WEIGHT.displayName, quote, false);
    const own = ownWord(displayName, domain);
    for (const hit of [...registry.findNames(displayName), ...hiddenNames(displayName, registry)]) {
      // "Synchrony for your PayPal card" from synchrony.com: the sender named itself first.
      const second = own !== undefined && displayName.slice(0, hit.start).toLowerCase().includes(own);
      add(trails, hit.brand, "displayName", second ? WEIGHT.body : WEIGHT.displayName, quote, hit.short);
    }
    for (const host of hostsIn(displayName))
      for (const brand of ownersOf(registry, host, input.day)) add(trails, brand, "displayName", WEIGHT.addressInName, quote, false);
    for (const brand of isMailboxCustomer(mailbox.address) ? [] : ownersOf(registry, domain, input.day))
      add(trails, brand, "fromAddress", WEIGHT.officialAddress, quote, false);
    const words = mailbox.address.replace(/[@._+-]+/g, " ");
    const host = mailbox.address.lastIndexOf("@") + 1;
    for (const hit of registry.findNames(words)) {
      // tepco-security.jp: a domain made of the name and lures, while a local part may say anything.
      const posed = hit.start >= host && mailbox.displayName === "" && domain.includes("-");
      if (!hit.short) add(trails, hit.brand, "fromAddress", posed ? WEIGHT.posedDomain : WEIGHT.domainNames, quote, false);
    }
  }
}

/** Trade marks and strokes laid over letters are ornament; NFKC would make "Acme™" the word "AcmeTM". */
function plainName(displayName: string): string {
  return displayName.replace(/[™®©℠]/g, " ").replace(/[\u0335-\u0338]/g, "");
}

/** Names run together or joined by signs: "AcmeMail", "Streaming@Acme.de", "@acme digital". Long ones only, short words meet by chance. */
function hiddenNames(displayName: string, registry: Registry): readonly NameHit[] {
  const apart = displayName
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[@._\-[\]|/]+/g, " ");
  return apart === displayName ? [] : registry.findNames(apart).filter((hit) => !hit.short);
}

/** Hosts written in a display name (`support@xserver.ne.jp`, `Amazon.co.jp`). */
function hostsIn(displayName: string): readonly string[] {
  return (
    displayName
      .slice(0, 300)
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? []
  );
}
