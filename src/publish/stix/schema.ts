import { z } from "zod";
import { jsonProblems } from "../json-problems.ts";

/** STIX 2.1, the parts that Ayashii writes; sections are of https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html. */
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
/** §2.9 */
const id = (...types: readonly string[]) => z.string().regex(new RegExp(`^(?:${types.join("|")})--${UUID}$`));
/** §2.16 */
const timestamp = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/);
const text = z.string().min(1);
const version = z.literal("2.1");

/** §3.2: common properties of domain and relationship objects. */
const common = {
  spec_version: version,
  created: timestamp,
  modified: timestamp,
  created_by_ref: id("identity").optional(),
  revoked: z.boolean().optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  external_references: z
    .array(z.strictObject({ source_name: text, description: z.string().optional(), url: z.url({ protocol: /^https?$/ }) }))
    .min(1)
    .optional(),
};
/** §6: observables Ayashii writes have no more common properties than these. */
const observable = { spec_version: version };

/** Open vocabularies (§10.11 indicator-type-ov, §10.7 identity-class-ov, §10.19 report-type-ov); others are allowed, we use none. */
const indicatorType = z.enum(["anomalous-activity", "anonymization", "benign", "compromised", "malicious-activity", "attribution", "unknown"]);
const identityClass = z.enum(["individual", "group", "system", "organization", "class", "unknown"]);
const reportType = z.enum([
  "attack-pattern",
  "campaign",
  "identity",
  "indicator",
  "intrusion-set",
  "malware",
  "observed-data",
  "threat-actor",
  "threat-report",
  "tool",
  "vulnerability",
]);

/** §9, as far as we use it: comparisons of a value joined by OR in one observation. */
const COMPARISON = String.raw`(?:url|domain-name|ipv4-addr|ipv6-addr):value (?:=|LIKE) '(?:[^'\\\n]|\\['\\])+'`;
const pattern = z.string().regex(new RegExp(`^\\[${COMPARISON}(?: OR ${COMPARISON})*\\]$`));

const object = z.discriminatedUnion("type", [
  /** §4.5 */
  z.strictObject({ ...common, type: z.literal("identity"), id: id("identity"), name: text, identity_class: identityClass }),
  /** §4.2 */
  z.strictObject({
    ...common,
    type: z.literal("campaign"),
    id: id("campaign"),
    name: text,
    first_seen: timestamp.optional(),
    last_seen: timestamp.optional(),
  }),
  /** §4.7 */
  z.strictObject({
    ...common,
    type: z.literal("indicator"),
    id: id("indicator"),
    name: text,
    indicator_types: z.array(indicatorType).min(1),
    pattern,
    pattern_type: z.literal("stix"),
    valid_from: timestamp,
  }),
  /** §4.15 */
  z.strictObject({
    ...common,
    type: z.literal("report"),
    id: id("report"),
    name: text,
    description: z.string(),
    report_types: z.array(reportType).min(1),
    published: timestamp,
    object_refs: z.array(id("[a-z0-9-]+")).min(1),
  }),
  /** §5.1 */
  z.strictObject({
    ...common,
    type: z.literal("relationship"),
    id: id("relationship"),
    relationship_type: z.enum(["indicates", "related-to"]),
    source_ref: id("indicator", "campaign"),
    target_ref: id("campaign", "identity"),
    description: text.optional(),
  }),
  /** §6.18, §6.4, §6.8, §6.9, §6.5, §6.6 */
  z.strictObject({ ...observable, type: z.literal("url"), id: id("url"), value: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ ...observable, type: z.literal("domain-name"), id: id("domain-name"), value: z.string().regex(/^(?:[a-z0-9_-]+\.)+[a-z0-9-]+$/) }),
  z.strictObject({ ...observable, type: z.literal("ipv4-addr"), id: id("ipv4-addr"), value: z.ipv4() }),
  z.strictObject({ ...observable, type: z.literal("ipv6-addr"), id: id("ipv6-addr"), value: z.ipv6() }),
  z.strictObject({ ...observable, type: z.literal("email-addr"), id: id("email-addr"), value: z.string().regex(/^[^\s@]+@[^\s@]+$/) }),
  z.strictObject({
    ...observable,
    type: z.literal("email-message"),
    id: id("email-message"),
    is_multipart: z.boolean(),
    from_ref: id("email-addr").optional(),
    subject: text.optional(),
  }),
]);

/** §8 */
const bundle = z.strictObject({ type: z.literal("bundle"), id: id("bundle"), objects: z.array(object).min(1) });

/** What is wrong with a bundle, structure and references. */
export function problemsOf(json: string): readonly string[] {
  return jsonProblems(json, bundle, (found) => [...referenceProblems(found.objects), ...found.objects.flatMap(orderProblems)]);
}

type StixObject = z.infer<typeof object>;

/** Every reference leads to an object of the bundle, and no identifier stands twice. */
function referenceProblems(objects: readonly StixObject[]): readonly string[] {
  const known = new Set(objects.map((one) => one.id));
  const twice = known.size === objects.length ? [] : ["an identifier stands twice"];
  const refs = objects.flatMap((one) =>
    Object.entries(one).flatMap(([key, value]) => (/_refs?$/.test(key) ? [value].flat().map((ref) => ({ of: one.id, ref: String(ref) })) : [])),
  );
  return [...twice, ...refs.filter(({ ref }) => !known.has(ref)).map(({ of, ref }) => `${of}: ${ref} is not in the bundle`)];
}

/** §3.2: modified is not before created; §4.2: last_seen is not before first_seen. */
function orderProblems(one: StixObject): readonly string[] {
  const found: string[] = [];
  if ("created" in one && one.modified < one.created) found.push(`${one.id}: modified before created`);
  if (one.type === "campaign" && (one.last_seen ?? "9") < (one.first_seen ?? "")) found.push(`${one.id}: last_seen before first_seen`);
  return found;
}
