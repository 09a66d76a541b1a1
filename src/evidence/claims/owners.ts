import type { Registry } from "../../brands/registry.ts";
import { isMailboxCustomer } from "../mailbox-providers.ts";
import type { ClaimsInput } from "./input.ts";

/** Brands a host belongs to on that day, as site, sender or machine. */
export function ownersOf(registry: Registry, host: string, day: string | undefined): readonly string[] {
  if (host === "") return [];
  const roles = registry.rolesOf(host, day).filter((found) => found.role === "site" || found.role === "sender" || found.role === "machine");
  return [...new Set(roles.map((found) => found.brand))];
}

/** Brands whose own domain stands in From. */
export function officialBrands(input: ClaimsInput, registry: Registry): ReadonlySet<string> {
  return new Set((input.sender?.from ?? []).flatMap((mailbox) => (isMailboxCustomer(mailbox.address) ? [] : ownersOf(registry, mailbox.domain, input.day))));
}
