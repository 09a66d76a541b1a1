import { z } from "zod";
import { jsonProblems } from "../json-problems.ts";

/**
 * The MISP core format as far as Ayashii writes it: what its sections mark as MUST or SHALL be present
 * (https://datatracker.ietf.org/doc/html/draft-dulaunoy-misp-core-format, sections Event and Attribute), and no key that
 * MISP's own event schema does not know.
 */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const number = z.string().regex(/^(?:0|[1-9]\d*)$/);
const line = z
  .string()
  .min(1)
  .regex(/^[^\r\n]*$/);
const org = z.strictObject({ id: number, name: line, uuid });

/** Section "type": which types a category allows; those we write. */
const TYPES = {
  "Network activity": ["url", "hostname", "domain", "ip-dst"],
  "Payload delivery": ["email-src", "email-subject", "email-src-display-name", "email-attachment"],
  "External analysis": ["link"],
} as const satisfies Record<string, readonly string[]>;

const attribute = z
  .strictObject({
    id: number,
    event_id: number,
    uuid,
    type: z.string(),
    category: z.enum(Object.keys(TYPES) as (keyof typeof TYPES)[]),
    to_ids: z.boolean(),
    distribution: z.enum(["0", "1", "2", "3", "4", "5"]),
    sharing_group_id: number,
    timestamp: number,
    comment: z.string(),
    deleted: z.boolean(),
    disable_correlation: z.boolean(),
    value: line,
  })
  .refine(({ category, type }) => (TYPES[category] as readonly string[]).includes(type), "the category has no such type")
  .refine(({ to_ids, type }) => !to_ids || !type.startsWith("email-"), "what a mail says of itself detects nothing");

const event = z
  .strictObject({
    id: number,
    uuid,
    info: line.max(256),
    published: z.boolean(),
    threat_level_id: z.enum(["1", "2", "3", "4"]),
    analysis: z.enum(["0", "1", "2"]),
    date: z.iso.date(),
    timestamp: number,
    publish_timestamp: number,
    org_id: number,
    orgc_id: number,
    attribute_count: number,
    distribution: z.enum(["0", "1", "2", "3", "4"]),
    sharing_group_id: number,
    locked: z.boolean(),
    Org: org,
    Orgc: org,
    Attribute: z.array(attribute),
    Tag: z.array(z.strictObject({ name: line })),
  })
  .refine(({ published, publish_timestamp: at }) => published || at === "0", "never published: publish_timestamp is 0")
  .refine(({ distribution, sharing_group_id: group }) => distribution === "4" || group === "0", "a sharing group goes with distribution 4")
  .refine(({ attribute_count: count, Attribute }) => Number(count) === Attribute.length, "attribute_count is not the number of attributes");

/** What is wrong with an event. */
export function problemsOf(json: string): readonly string[] {
  return jsonProblems(json, z.strictObject({ Event: event }), ({ Event }) => {
    const ids = Event.Attribute.map((one) => one.uuid);
    return new Set(ids).size === ids.length ? [] : ["a uuid stands twice"];
  });
}
