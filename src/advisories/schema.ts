import { z } from "zod";
import type { Advisory } from "./advisory.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "an ISO day such as 2023-03-07");
const texts = z.array(z.string().min(1)).default([]);

const caseRecord = z
  .strictObject({
    name: z.string().min(1),
    observed: day.optional(),
    subjects: texts,
    senderNames: texts,
    senderAddresses: z.array(z.string().regex(/^[^\s@]*@[^\s@]+$/, "an address, or `@domain` where the page names only that")).default([]),
    body: z.string().min(1).optional(),
    urls: texts,
    subjectAlsoGenuine: z.boolean().optional(),
  })
  .refine(
    (entry) => entry.subjects.length + entry.senderAddresses.length + entry.urls.length > 0 || entry.body !== undefined,
    "a case needs a subject, a sender, a body or a URL",
  );

/** A file `data/advisories/<brand>/<id>.yaml`. Facts only, each as the issuer's page prints it. */
export const advisoryRecord = z.strictObject({
  issuer: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  published: day.optional(),
  checked: day,
  /** `quoted`: from a public quotation of the page; `noted`: from notes taken of it. The page was not opened: say where from in `note`. */
  basis: z.enum(["page", "quoted", "noted"]).default("page"),
  issuerRole: z.enum(["brand", "authority", "reporter"]).default("brand"),
  /** How the facts were got at, when not from the page itself. Not part of the compiled record. */
  note: z.string().optional(),
  cases: z.array(caseRecord).min(1),
});

/** Reads a parsed YAML value; `brand` and `id` come from the path. Throws a ZodError naming the field. */
export function readAdvisory(value: unknown, brand: string, id: string): Advisory {
  const record = advisoryRecord.parse(value);
  return {
    id: `${brand}/${id}`,
    brand,
    issuer: record.issuer,
    title: record.title,
    url: record.url,
    published: record.published,
    checked: record.checked,
    basis: record.basis,
    issuerRole: record.issuerRole,
    cases: record.cases.map((entry) => ({ ...entry, observed: entry.observed, body: entry.body })),
  };
}

/** JSON Schema of a record's file, for editors: `data/advisories/advisory.schema.json`. */
export function advisoryJsonSchema(): unknown {
  return z.toJSONSchema(advisoryRecord, { io: "input" });
}
