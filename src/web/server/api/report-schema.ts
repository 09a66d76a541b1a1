import { z } from "@hono/zod-openapi";
import type { JsonReport } from "../../../report/json.ts";

/** The report of one mail, as `ayashii examine --json` prints it (docs/json.md). */

export const bilingual = z.object({ ja: z.string(), en: z.string() }).openapi("Bilingual", { description: "One text, in Japanese and English." });

const where = z
  .union([
    z.object({ kind: z.literal("raw"), start: z.int().min(0), end: z.int().min(0) }),
    z.object({ kind: z.literal("envelope"), field: z.enum(["mailFrom", "rcptTo", "helo"]) }),
    z.object({ kind: z.literal("lookup"), key: z.string() }),
  ])
  .openapi("Where", { description: "Where a quotation stands: a half-open byte range of the mail, a value of the envelope, or a recorded answer." });

const quote = z.object({ text: z.string(), where }).openapi("Quote");

const fact = z
  .object({
    status: z.enum(["confirmed", "documented", "assumed"]),
    source: z.string().nullable(),
    checked: z.string(),
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
  })
  .openapi("Fact", { description: "What an official fact rests on, and when somebody looked." });

const point = z
  .object({
    check: z.string(),
    kind: z.string(),
    leans: z.enum(["phishing", "genuine"]),
    severity: z.enum(["high", "medium", "low"]),
    confidence: z.enum(["certain", "strong", "weak"]),
    brand: z.string().nullable(),
    title: bilingual,
    seen: bilingual,
    official: bilingual.optional(),
    why: bilingual,
    action: bilingual.optional(),
    quotes: z.array(quote),
    fact: fact.nullable(),
    link: z.object({ displayed: z.string().nullable(), real: z.string() }).optional(),
    advisory: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("Point", { description: "One point: what the mail shows, what is official, why it matters." });

export const reportSchema = z
  .object({
    schema: z.literal(1),
    file: z.string(),
    tool: z.object({ name: z.literal("ayashii"), version: z.string(), registry: z.string() }),
    evidenceLevel: z.string(),
    raiseLevel: bilingual.nullable(),
    examinedOnline: z.string().nullable(),
    mail: z.object({
      subject: z.string(),
      from: z.object({ name: z.string(), address: z.string() }),
      to: z.string(),
      date: z.string().nullable(),
      bytes: z.int(),
      defects: z.array(z.string()),
    }),
    claims: z.array(z.record(z.string(), z.unknown())),
    verdict: z.object({
      level: z.enum(["impersonation", "suspicious", "undecided", "no-sign", "genuine", "simulation"]),
      impersonates: z.string().nullable(),
      genuinely: z.string().nullable(),
      headline: bilingual,
      action: bilingual,
      reasons: z.array(bilingual),
    }),
    points: z.array(point),
    checks: z.array(z.object({ check: z.string(), outcome: z.enum(["points", "clear", "unknown", "crashed"]), error: z.string().optional() })),
    notChecked: z.array(z.record(z.string(), z.unknown())),
    contact: z.object({ brand: z.string(), label: bilingual, page: z.string(), status: z.enum(["confirmed", "documented", "assumed"]) }).nullable(),
    ms: z.number(),
  })
  .openapi("Examination", { description: "The whole result for one mail; `no-sign` is no proof that a mail is genuine." });

type Described = keyof z.infer<typeof reportSchema>;
type SameFields = [keyof JsonReport] extends [Described] ? ([Described] extends [keyof JsonReport] ? true : never) : never;
/** Does not compile when a field is added to the report and not here, or here and not there. */
export const SAME_FIELDS: SameFields = true;
