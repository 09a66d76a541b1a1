import type { RecordProblem } from "../advisories/notice-record.ts";
import type { Language } from "../terms/index.ts";

const FIELDS: Readonly<Record<string, string>> = {
  "issuer.ja": "発行元(日本語)",
  "issuer.en": "発行元(英語)",
  title: "題",
  url: "ページの URL",
  published: "公開日",
  checked: "確認日",
  cases: "事例",
};

/** A problem of a record in the reader's words: where, and what is asked for. What has no words of ours keeps the parser's. */
export function recordProblemText({ line, column, message }: RecordProblem, lang: Language): string {
  const [path = "", ...rest] = message.split(": ");
  const [ja, en] = wanted(path, rest.join(": "));
  return `${line}:${column}: ${lang === "ja" ? `${FIELDS[path] ?? path} (${path})${ja}` : `${path}${en}`}`;
}

function wanted(path: string, message: string): readonly [ja: string, en: string] {
  if (path === "url" || path.includes(".urls.")) return [" に https:// で始まるアドレスが要ります", " needs an address that begins with https://"];
  if (/^Too small/u.test(message)) return [" がまだ空です", " is still empty"];
  if (/^(?:published|checked)$|\.observed$/u.test(path)) return [" は 2026-01-31 の形の日付です", " is a day as in 2026-01-31"];
  return [`: ${message}`, `: ${message}`];
}
