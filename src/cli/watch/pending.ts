import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { DraftRecord } from "../../advisories/notice-record.ts";
import { readRecord, recordYaml } from "../../advisories/notice-record.ts";
import type { Notice } from "../../advisories/notice.ts";
import type { Advisory } from "../../advisories/advisory.ts";
import { caseKey } from "./case-key.ts";
import { writeWhole } from "./state.ts";

/** A draft that waits for a person's word, `DIR/pending/<brand>.<id>.yaml`. */
export interface PendingDraft {
  readonly file: string;
  readonly brand: string | undefined;
  readonly id: string;
  /** The record alone, without the notes above it. */
  readonly yaml: string;
  /** Undefined when something has still to be filled in. */
  readonly advisory: Advisory | undefined;
}

const UNKNOWN = "unknown";
const SHOWN_UNREAD = 40;

export function pendingFolder(directory: string): string {
  return path.join(directory, "pending");
}

/** The drafts that wait, by name. */
export function pendingDrafts(directory: string): readonly PendingDraft[] {
  const folder = pendingFolder(directory);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readPending(path.join(folder, name)));
}

/** Reads a draft. Throws when there is no such file. */
export function readPending(file: string): PendingDraft {
  const yaml = readFileSync(file, "utf8").replace(/^(?:#[^\n]*\n)+/u, "");
  const [first = "", ...rest] = path.basename(file, ".yaml").split(".");
  const brand = first === UNKNOWN ? undefined : first;
  const id = rest.join(".");
  return { file, brand, id, yaml, advisory: readRecord(yaml, brand ?? UNKNOWN, id).advisory };
}

/** Keys of all cases that wait, those of unfinished records left out. */
export function pendingKeys(directory: string): ReadonlySet<string> {
  return new Set(pendingDrafts(directory).flatMap(({ advisory }) => advisory?.cases.map(caseKey) ?? []));
}

/** Writes a draft with what a person needs to judge it above the record; returns its path. */
export function writePending(directory: string, draft: DraftRecord, notice: Notice, taken: (brand: string, id: string) => boolean): string {
  const brand = draft.brand ?? UNKNOWN;
  const free = (id: string): boolean => !existsSync(fileOf(directory, brand, id)) && !taken(brand, id);
  let id = draft.id;
  for (let n = 2; !free(id); n++) id = `${draft.id}-${n}`;
  const file = fileOf(directory, brand, id);
  writeWhole(file, `${notes(draft, notice)}${recordYaml({ ...draft, id })}`);
  return file;
}

function fileOf(directory: string, brand: string, id: string): string {
  return path.join(pendingFolder(directory), `${brand}.${id}.yaml`);
}

function notes(draft: DraftRecord, notice: Notice): string {
  const unread = notice.unread.slice(0, SHOWN_UNREAD).map(({ line, text }) => `  ${line}: ${text.slice(0, 120)}`);
  const lines = [
    `承認待ちの下書き / a draft that waits for approval (${draft.checked})`,
    ...(unread.length === 0 ? [] : [`読めなかった行 / lines that were not read: ${notice.unread.length}`, ...unread]),
  ];
  return lines.map((line) => `# ${line.replace(/\p{Cc}/gu, " ")}\n`).join("");
}
