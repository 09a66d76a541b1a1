import type { FactSource } from "../../brands/brand.ts";

export interface Platform {
  /** Everything below it is handed out; the domain itself is the platform's own. */
  readonly domain: string;
  readonly ja: string;
  readonly en: string;
  /** Small services send real notices (sign-up, password reset) from it, so that it says little alone. */
  readonly usedForReal: boolean;
  readonly fact: FactSource;
}

const documented = (source: string): FactSource => ({ status: "documented", source, checked: "2026-11-25" });

/** Domains a platform gives each customer at sign-up and from which the customer can send mail. */
export const PLATFORMS: readonly Platform[] = [
  {
    domain: "onmicrosoft.com",
    ja: "Microsoft 365",
    en: "Microsoft 365",
    usedForReal: false,
    fact: documented("https://learn.microsoft.com/en-us/microsoft-365/admin/setup/domains-faq"),
  },
  {
    domain: "firebaseapp.com",
    ja: "Google Firebase",
    en: "Google Firebase",
    usedForReal: true,
    fact: documented("https://firebase.google.com/docs/auth/custom-email-handler"),
  },
];

/**
 * Endings below which a private company sells names, in the private section of the Public Suffix List
 * (https://publicsuffix.org/list/public_suffix_list.dat; the sellers: https://centralnic.com/, https://www.nic.it.com/).
 */
export const RESELLER_ENDINGS = [
  "sa.com",
  "za.com",
  "it.com",
  "ru.com",
  "uk.com",
  "us.com",
  "de.com",
  "com.de",
  "eu.com",
  "jpn.com",
  "br.com",
  "cn.com",
] as const;
