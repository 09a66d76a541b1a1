import path from "node:path";
import { lintAdvisory } from "../../../advisories/lint.ts";
import { readRecord } from "../../../advisories/notice-record.ts";
import type { Registry } from "../../../brands/registry.ts";
import { finding } from "../facts/finding.ts";
import type { Finding } from "../facts/finding.ts";

/** Part of a record's path. */
export const isName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,80}$/.test(text);

/** Lets an editor check the file as it is written. */
const SCHEMA_NOTE = "# yaml-language-server: $schema=../advisory.schema.json\n";

export const recordFile = (folder: string, brand: string, id: string): string => path.join(folder, brand, `${id}.yaml`);

/** Everything wrong with a record, and what to look at. */
export function recordFindings(yaml: string, brand: string, id: string, registry: Registry): readonly Finding[] {
  const { advisory, problems } = readRecord(yaml, brand, id);
  const wrong = problems.map(({ line, message }) => finding("error", line, message));
  const remarks = advisory === undefined ? [] : lintAdvisory(advisory, registry).map(({ kind, message }) => finding(kind, undefined, message));
  return [...wrong, ...remarks];
}

export function fileText(yaml: string): string {
  const text = yaml.endsWith("\n") ? yaml : `${yaml}\n`;
  return text.startsWith("# yaml-language-server") ? text : `${SCHEMA_NOTE}${text}`;
}
