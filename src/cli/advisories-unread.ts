import { parseDocument } from "yaml";
import type { UnreadLine } from "../advisories/layouts/layout.ts";
import { labelOf } from "../advisories/layouts/labels.ts";
import { bodyOf, senderIn, senderText, subjectsOf, urlsOf } from "../advisories/layouts/values.ts";

/** Fields a line that was not read can be put into. */
const FIELDS = ["subjects", "senderNames", "senderAddresses", "body", "urls"] as const;
type Field = (typeof FIELDS)[number];

/** The record with unread lines put where a person said, or `not-understood`: `8 1 subjects`, `8-11 2 body`. */
export function putUnread(yaml: string, said: string, unread: readonly UnreadLine[]): string | "not-understood" {
  const words = /^\s*(\d{1,5})(?:\s*[-~〜]\s*(\d{1,5}))?\s+(\d{1,3})\s+([A-Za-z]+)\s*$/u.exec(said);
  const field = FIELDS.find((name) => name.toLowerCase() === words?.[4]?.toLowerCase());
  const [from, until, number] = [Number(words?.[1]), Number(words?.[2] ?? words?.[1]), Number(words?.[3])];
  const lines = unread.filter(({ line }) => line >= from && line <= until).map(({ text }) => withoutLabel(text));
  const document = parseDocument(yaml);
  if (field === undefined || lines.length === 0 || document.getIn(["cases", number - 1]) === undefined) return "not-understood";
  const at = ["cases", number - 1, field];
  const before = (document.toJS() as { cases: readonly Record<string, unknown>[] }).cases[number - 1]?.[field];
  if (field === "body") {
    const body = bodyOf([...(typeof before === "string" ? [before.trimEnd()] : []), ...lines]);
    document.setIn(at, body.includes("\n") ? `${body}\n` : body);
  } else
    document.setIn(
      at,
      document.createNode([...new Set([...(Array.isArray(before) ? (before as string[]) : []), ...lines.flatMap((line) => valuesOf(line, field))])]),
    );
  return document.toString({ lineWidth: 0 });
}

/** 「件名：お知らせ」 gives 「お知らせ」: what stands behind the label is the value. */
function withoutLabel(text: string): string {
  const rest = labelOf(text)?.rest;
  return rest === undefined || rest === "" ? text : rest;
}

function valuesOf(line: string, field: Exclude<Field, "body">): readonly string[] {
  if (field === "subjects") return subjectsOf(line);
  if (field === "urls") return urlsOf([line]).length > 0 ? urlsOf([line]) : [line.trim()];
  const sender = senderIn(senderText(line));
  if (sender === undefined) return [senderText(line)];
  return [field === "senderAddresses" || sender.name === "" ? sender.address : sender.name];
}
