import { parseDocument, stringify } from "yaml";
import type { Registry } from "../brands/registry.ts";
import type { Advisory, AdvisoryCase } from "./advisory.ts";
import type { Notice } from "./notice.ts";
import { readAdvisory } from "./schema.ts";

/** A record on its way to `data/advisories/<brand>/<id>.yaml`. What could not be found is undefined, never invented. */
export interface DraftRecord {
  readonly brand: string | undefined;
  readonly id: string;
  readonly issuer: { readonly ja: string; readonly en: string } | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly published: string | undefined;
  readonly checked: string;
  readonly note: string | undefined;
  readonly cases: readonly AdvisoryCase[];
}

/** What a person says of the notice; it goes before what was read. */
export interface DraftGiven {
  readonly brand?: string | undefined;
  readonly id?: string | undefined;
  readonly issuer?: { readonly ja: string; readonly en: string } | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  /** ISO day on which the page was read. */
  readonly checked: string;
  readonly note?: string | undefined;
}

/** Fills a record from a notice: the brand by the page's address and title, the issuer by whose site the page is on. */
export function draftRecord(notice: Notice, given: DraftGiven, registry: Registry): DraftRecord {
  const url = given.url ?? notice.url;
  const host = hostOf(url);
  const owner = host === undefined ? undefined : registry.rolesOf(host, undefined).find((role) => role.role === "site");
  const title = given.title ?? notice.title;
  const issuing = owner === undefined ? undefined : registry.get(owner.brand);
  const published = given.published ?? notice.published;
  return {
    brand: given.brand ?? brandNamed(title, registry) ?? owner?.brand,
    id: given.id ?? idOf(published ?? notice.cases.find((found) => found.observed !== undefined)?.observed, url),
    issuer: given.issuer ?? issuing?.owner ?? issuing?.label,
    title,
    url,
    published,
    checked: given.checked,
    note: given.note,
    cases: notice.cases,
  };
}

/** The brand a title names; none when it names two, since the second is as likely the issuer. */
function brandNamed(title: string | undefined, registry: Registry): string | undefined {
  const brands = new Set(registry.findNames(title ?? "").map((hit) => hit.brand));
  return brands.size === 1 ? [...brands][0] : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  try {
    return url === undefined ? undefined : new URL(url).hostname;
  } catch {
    return undefined;
  }
}

/** `2023-03-07-information-phishing`: the day, then the last part of the page's path. */
function idOf(day: string | undefined, url: string | undefined): string {
  const last = /([A-Za-z0-9_-]{2,40})(?:\.[a-z]{2,5})?\/?(?:[?#].*)?$/u.exec(url?.replace(/^https?:\/\/[^/]*/u, "") ?? "")?.[1];
  const slug = (last ?? "notice")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
  return [day, slug || "notice"].filter((part) => part !== undefined).join("-");
}

/** The record as its file is written; a field that is missing stands there empty, for a person to fill in. */
export function recordYaml(draft: DraftRecord): string {
  const record = {
    issuer: draft.issuer ?? { ja: "", en: "" },
    title: draft.title ?? "",
    url: draft.url ?? "",
    ...(draft.published === undefined ? {} : { published: draft.published }),
    checked: draft.checked,
    ...(draft.note === undefined ? {} : { note: draft.note }),
    cases: draft.cases.map(caseYaml),
  };
  return stringify(record, { lineWidth: 0, blockQuote: "literal", defaultStringType: "PLAIN" });
}

function caseYaml(found: AdvisoryCase): Record<string, unknown> {
  return {
    name: found.name,
    ...(found.observed === undefined ? {} : { observed: found.observed }),
    ...(found.subjects.length === 0 ? {} : { subjects: found.subjects }),
    ...(found.senderNames.length === 0 ? {} : { senderNames: found.senderNames }),
    ...(found.senderAddresses.length === 0 ? {} : { senderAddresses: found.senderAddresses }),
    ...(found.body === undefined ? {} : { body: found.body.includes("\n") ? `${found.body}\n` : found.body }),
    ...(found.urls.length === 0 ? {} : { urls: found.urls }),
  };
}

/** A problem of a record, with its place in the file (1-based). */
export interface RecordProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A record's file read: the advisory, or why it is none. Never throws. */
export function readRecord(text: string, brand: string, id: string): { readonly advisory: Advisory | undefined; readonly problems: readonly RecordProblem[] } {
  const document = parseDocument(text, { prettyErrors: false });
  const place = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const broken = document.errors[0];
  if (broken !== undefined) return { advisory: undefined, problems: [{ ...place(broken.pos[0]), message: broken.message.split("\n")[0] ?? "" }] };
  try {
    return { advisory: readAdvisory(document.toJS({ maxAliasCount: 50 }), brand, id), problems: [] };
  } catch (error) {
    return {
      advisory: undefined,
      problems: issuesOf(error).map(({ path, message }) => ({ ...place(offsetOf(document, path)), message: `${path.join(".") || "file"}: ${message}` })),
    };
  }
}

interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function issuesOf(error: unknown): readonly Issue[] {
  const issues = (error as { issues?: readonly Issue[] }).issues;
  return issues ?? [{ path: [], message: error instanceof Error ? error.message : String(error) }];
}

/** Where the node at a path begins, or the nearest parent that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return 0;
}
