import { z } from "@hono/zod-openapi";
import type { Campaign, CaseSummary } from "../../../archive/archive.ts";
import type { Article } from "../../../article/article.ts";
import type { Brand } from "../../../brands/brand.ts";
import type { Report } from "../../../queue/report.ts";
import { bilingual, reportSchema } from "./report-schema.ts";

/** What the API takes and gives. Each schema has, where it needs one, the function that makes it of the program's own types. */

const instant = z.string().openapi({ format: "date-time" });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    ja: z.object({ title: z.string(), detail: z.string() }),
    en: z.object({ title: z.string(), detail: z.string() }),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem", { description: "RFC 9457. `title` and `detail` are in the language asked for; `ja` and `en` hold both." });

export const caseSchema = z
  .object({
    id: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    received: instant,
    reporter: z.string().nullable(),
    timesSeen: z.int(),
    level: z.string(),
    brand: z.string().nullable(),
    subject: z.string(),
    fromAddress: z.string(),
    day: z.string().nullable(),
    campaign: z.string().nullable(),
    decision: z.object({ agrees: z.boolean(), reason: z.string(), at: instant }).nullable(),
  })
  .openapi("Case", { description: "A mail that is kept, with the level of its newest examination." });

export function caseOf(summary: CaseSummary): z.infer<typeof caseSchema> {
  const { id, mail, timesSeen, level, brand, subject, fromAddress, day, campaign, decision } = summary;
  return {
    id,
    sha256: mail.sha256,
    bytes: mail.bytes,
    received: mail.received,
    reporter: mail.reporter ?? null,
    timesSeen,
    level,
    brand: brand ?? null,
    subject,
    fromAddress,
    day: day ?? null,
    campaign: campaign ?? null,
    decision: decision === undefined ? null : { agrees: decision.agrees, reason: decision.reason, at: decision.at },
  };
}

export const acknowledgedSchema = z
  .object({
    report: z.string(),
    case: z
      .string()
      .nullable()
      .openapi({ description: "The case it will be; null where the file holds its mails in another format. What `href` answers counts." }),
    state: z.literal("waiting"),
    href: z.string().openapi({ description: "Where to ask what became of it." }),
  })
  .openapi("Acknowledged", { description: "The mail is on disk and will be examined." });

const state = z.enum(["waiting", "examined", "refused", "aside"]);

export const reportStateSchema = z
  .object({
    report: z.string(),
    state,
    received: instant,
    bytes: z.int(),
    tries: z.int(),
    cases: z.array(z.string()),
    why: bilingual.nullable(),
    examination: reportSchema.nullable(),
  })
  .openapi("Report", {
    description:
      "`waiting`: on disk, its turn will come. `examined`: kept as `cases`. `refused`: holds no mail. `aside`: the examination failed too often; it is kept for an editor.",
  });

export function reportStateOf(report: Report, examination: z.infer<typeof reportSchema> | null): z.infer<typeof reportStateSchema> {
  const { id, state: now, received, bytes, tries, cases, why } = report;
  return { report: id, state: now, received, bytes, tries, cases: [...cases], why: why ?? null, examination };
}

export const campaignSchema = z
  .object({ id: z.string(), size: z.int(), firstDay: z.string(), lastDay: z.string() })
  .openapi("Campaign", { description: "Mails of one template." });

export const campaignOf = ({ id, size, firstDay, lastDay }: Campaign): z.infer<typeof campaignSchema> => ({ id, size, firstDay, lastDay });

export const articleSchema = z
  .object({
    slug: z.string(),
    state: z.enum(["draft", "review", "published", "withdrawn"]),
    brand: z.string().nullable(),
    title: bilingual,
    lead: bilingual,
    created: z.string(),
    published: z.string().nullable(),
    href: z.string().nullable().openapi({ description: "Its page, where it is public." }),
  })
  .openapi("Article", { description: "A public warning. Everything in it went through redaction." });

export function articleOf(article: Article): z.infer<typeof articleSchema> {
  const { slug, state: now, brand, title, lead, created, published } = article;
  const both = (text: Article["title"]) => ({ ja: String(text.ja), en: String(text.en) });
  const href = now === "published" ? `/warnings/w/${slug}/` : null;
  return { slug, state: now, brand: brand ?? null, title: both(title), lead: both(lead), created, published: published ?? null, href };
}

export const brandSchema = z
  .object({ id: z.string(), label: bilingual, siteDomains: z.array(z.string()), senderDomains: z.array(z.string()), contactPage: z.string().nullable() })
  .openapi("Brand", { description: "Who is official." });

export function brandOf({ id, label, siteDomains, senderDomains, contactPage }: Brand): z.infer<typeof brandSchema> {
  return {
    id,
    label,
    siteDomains: siteDomains.map((one) => one.domain),
    senderDomains: senderDomains.map((one) => one.domain),
    contactPage: contactPage ?? null,
  };
}

const sourced = { status: z.string(), source: z.string().nullable(), checked: z.string(), validFrom: z.string().nullable(), validUntil: z.string().nullable() };

export const brandFactsSchema = brandSchema
  .extend({
    names: z.array(z.object({ name: z.string(), lang: z.string() })),
    facts: z.array(z.object({ kind: z.string(), value: z.string(), ...sourced })),
  })
  .openapi("BrandFacts", { description: "Every fact with its source and the day somebody looked." });

export function brandFactsOf(brand: Brand): z.infer<typeof brandFactsSchema> {
  const domains = ["siteDomains", "senderDomains", "delegatedSenders", "linkTrackers", "customerDomains"] as const;
  const facts = [
    ...domains.flatMap((kind) => brand[kind].map((fact) => ({ kind, value: fact.domain, fact }))),
    ...brand.senderAddresses.map((fact) => ({ kind: "senderAddresses", value: fact.address, fact })),
    ...brand.machineHosts.map((fact) => ({ kind: "machineHosts", value: fact.pattern, fact })),
  ];
  return {
    ...brandOf(brand),
    names: brand.names.map(({ name, lang }) => ({ name, lang })),
    facts: facts.map(({ kind, value, fact }) => ({
      kind,
      value,
      status: fact.status,
      source: fact.source ?? null,
      checked: fact.checked,
      validFrom: fact.validFrom ?? null,
      validUntil: fact.validUntil ?? null,
    })),
  };
}

export const knownSchema = z
  .object({
    warnings: z.array(articleSchema),
    advisories: z.array(
      z.object({
        id: z.string(),
        case: z.string(),
        issuer: bilingual,
        title: z.string(),
        url: z.string(),
        published: z.string().nullable(),
        strength: z.string(),
      }),
    ),
  })
  .openapi("Known", { description: "Published warnings and official advisories that describe such a mail. Empty does not mean that a mail is genuine." });

export const healthSchema = z.object({ status: z.literal("ok"), version: z.string(), registry: z.string() }).openapi("Health");

export const figuresSchema = z
  .object({
    uptimeSeconds: z.number(),
    memoryBytes: z.int(),
    heldBytes: z.int(),
    queue: z.object({ waiting: z.int(), examined: z.int(), refused: z.int(), aside: z.int() }),
    examinedSinceStart: z.int(),
    examinedLastMinute: z.int(),
    examiners: z.int(),
    freeDiskBytes: z.number().nullable(),
    oldestWaitingSeconds: z.number().nullable(),
  })
  .openapi("Figures");
