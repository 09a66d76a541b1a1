import { parseDocument } from "yaml";
import { lintBrands } from "../../../brands/lint.ts";
import { draftYaml } from "../../../brands/draft.ts";
import { readBrandFile } from "../../../brands/read.ts";
import type { BrandFile } from "../../../brands/read.ts";
import type { Registry } from "../../../brands/registry.ts";
import { commonWords } from "../../../cli/brands.ts";
import type { Form } from "../form.ts";
import { finding } from "../facts/finding.ts";
import type { Finding } from "../facts/finding.ts";

export const isBrandId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 80;

/** Kinds of facts that the form adds to a file, and the key of their value. */
export const FACT_KINDS = {
  siteDomains: "domain",
  senderDomains: "domain",
  senderAddresses: "address",
  delegatedSenders: "domain",
  linkTrackers: "domain",
  customerDomains: "domain",
} as const;
export type FactKind = keyof typeof FACT_KINDS;
export const isFactKind = (text: string): text is FactKind => Object.hasOwn(FACT_KINDS, text);

/** Everything wrong with a brand's file, among all other brands. */
export function brandFindings(id: string, text: string, registry: Registry): readonly Finding[] {
  const name = `data/brands/${id}.yaml`;
  // The file comes last, so that what it shares with another is said of this one.
  const others = registry.brands.filter((brand) => brand.id !== id).map(asFile);
  return lintBrands([...others, readBrandFile(name, text)], commonWords())
    .filter(({ file }) => file === name)
    .map(({ line, message, note }) => finding(note === true ? "look" : "error", line, message));
}

const asFile = (brand: Registry["brands"][number]): BrandFile => ({
  file: `data/brands/${brand.id}.yaml`,
  brand,
  problems: [],
  placeOf: () => ({ line: 1, column: 1 }),
});

export interface NewFact {
  readonly kind: FactKind;
  readonly value: string;
  readonly status: string;
  readonly source: string;
  readonly checked: string;
}

/** The file with a further fact; comments and order stay. Undefined where the YAML is broken. */
export function withFact(text: string, { kind, value, status, source, checked }: NewFact): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const fact = { [FACT_KINDS[kind]]: value.toLowerCase(), status, ...(source === "" ? {} : { source }), checked };
  if (document.has(kind)) document.addIn([kind], document.createNode(fact));
  else document.set(kind, [fact]);
  return document.toString({ lineWidth: 0 });
}

const listOf = (text: string): string[] =>
  text
    .split(/[\n,、]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
const orUndefined = (text: string): string | undefined => (text === "" ? undefined : text);

/** The file of a new brand, from the answers of the form. */
export function draftFrom(form: Form, checked: string): string {
  const status = form.text("status");
  return draftYaml({
    id: form.text("id"),
    namesJa: listOf(form.text("names-ja")),
    namesEn: listOf(form.text("names-en")),
    ownerJa: orUndefined(form.text("owner-ja")),
    ownerEn: orUndefined(form.text("owner-en")),
    group: undefined,
    topicWords: [],
    domains: listOf(form.text("domains").toLowerCase()),
    senders: listOf(form.text("senders").toLowerCase()),
    status: status === "confirmed" || status === "documented" ? status : "assumed",
    source: orUndefined(form.text("source")),
    checked,
    advisoryPages: listOf(form.text("advisory-pages")),
    contactPage: orUndefined(form.text("contact-page")),
  });
}
