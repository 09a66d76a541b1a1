import { z } from "zod";
import type { Brand } from "./brand.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "an ISO day (YYYY-MM-DD)");
const page = z.string().regex(/^https?:\/\/\S+$/, "an http(s) URL");
const host = z.string().regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/, "a host name in lower case, no path");
const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const source = {
  status: z.enum(["confirmed", "documented", "assumed"]),
  source: page.optional(),
  checked: day,
  validFrom: day.optional(),
  validUntil: day.optional(),
};
const domainFact = z.strictObject({ domain: host, exact: z.boolean().optional(), ...source });
const domains = z.array(domainFact).default([]);

/** One file `data/brands/<id>.yaml`: the keys are those of the Brand type; lists may be left out. */
export const brandSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower case, digits, hyphens"),
  label: bilingual,
  owner: bilingual.optional(),
  group: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower case, digits, hyphens")
    .optional(),
  names: z.array(z.strictObject({ name: z.string().min(1), lang: z.enum(["ja", "en"]), short: z.boolean().optional() })).min(1),
  topicWords: z.array(z.string()).default([]),
  spellings: z.array(z.string()).default([]),
  aliases: z.array(z.string()).default([]),
  siteDomains: z.array(domainFact).min(1),
  senderDomains: domains,
  senderAddresses: z.array(z.strictObject({ address: z.string().regex(/^[^@\s]+@[^@\s]+$/), ...source })).default([]),
  delegatedSenders: domains,
  linkTrackers: domains,
  urlRule: z.strictObject({ rule: z.string().min(1), ...source }).optional(),
  customerDomains: domains,
  machineHosts: z.array(z.strictObject({ pattern: z.string().min(1), ...source })).default([]),
  advisoryPages: z.array(page).default([]),
  contactPage: page.optional(),
  reportAddress: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+$/)
    .optional(),
});

/** The brand as the rest of the code reads it, from a parsed file. */
export function toBrand(parsed: z.output<typeof brandSchema>): Brand {
  const withSource = <T extends { source?: string | undefined }>(fact: T): T & { source: string | undefined } => ({ ...fact, source: fact.source });
  return {
    ...parsed,
    owner: parsed.owner,
    siteDomains: parsed.siteDomains.map(withSource),
    senderDomains: parsed.senderDomains.map(withSource),
    senderAddresses: parsed.senderAddresses.map(withSource),
    delegatedSenders: parsed.delegatedSenders.map(withSource),
    linkTrackers: parsed.linkTrackers.map(withSource),
    customerDomains: parsed.customerDomains.map(withSource),
    machineHosts: parsed.machineHosts.map(withSource),
    urlRule: parsed.urlRule === undefined ? undefined : withSource(parsed.urlRule),
    contactPage: parsed.contactPage,
    reportAddress: parsed.reportAddress,
  };
}

/** JSON Schema of a brand file, for editors. */
export function brandJsonSchema(): unknown {
  return z.toJSONSchema(brandSchema, { io: "input" });
}
