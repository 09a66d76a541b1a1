import { z } from "zod";

const both = z.looseObject({ ja: z.string(), en: z.string() });
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const text = z.string();
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,199}$/);
/** JSON has no `undefined`: what is missing is left out. */
const maybe = <T extends z.ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> => schema.nullish();

const point = z.looseObject({
  check: text,
  kind: text,
  mark: maybe(z.int().positive()),
  title: both,
  seen: both,
  official: both,
  why: both,
  quotes: z.array(text),
  source: maybe(text),
});

const mail = z.looseObject({
  subject: text,
  fromName: text,
  fromAddress: text,
  forgedSender: z.boolean(),
  replyTo: maybe(text),
  day: maybe(day),
  text,
  links: z.array(z.looseObject({ shown: text, target: text, host: text, blame: maybe(z.enum(["none", "page", "host", "domain"])) })),
  attachments: z.array(text),
  points: z.array(point),
});

const advisory = z.looseObject({
  issuer: text,
  issuerLabel: both,
  title: text,
  url: text,
  published: maybe(day),
  basis: z.enum(["page", "quoted", "noted"]),
  issuerRole: z.enum(["brand", "authority", "reporter"]),
  checked: day,
  caseName: text,
  lines: z.array(z.looseObject({ field: z.enum(["subject", "body", "sender", "url"]), text, inMail: z.enum(["equal", "variable", "different", "missing"]) })),
});

/** `Article` as JSON; `null` counts as missing. */
export const articleSchema = z
  .object({
    slug: name,
    state: z.enum(["draft", "review", "published", "withdrawn"]),
    brand: maybe(name),
    brandLabel: both,
    title: both,
    tags: z.array(text),
    lead: both,
    mail,
    verdict: z.looseObject({ level: z.enum(["impersonation", "suspicious"]), headline: both }),
    summary: both,
    advisories: z.array(advisory),
    contact: maybe(z.looseObject({ label: both, page: text })),
    words: z.record(z.string(), both),
    related: z.array(z.looseObject({ slug: name, title: both, why: z.enum(["brand", "campaign"]) })),
    campaign: maybe(z.looseObject({ id: name, size: z.int().positive(), firstDay: day, lastDay: day })),
    created: instant,
    published: maybe(instant),
    updated: maybe(instant),
    corrections: z.array(z.looseObject({ at: instant, note: both })),
  })
  .transform(withoutNulls);

/** `null` becomes a missing field, at the two levels where one may stand. */
function withoutNulls(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner === null ? undefined : inner)));
}
