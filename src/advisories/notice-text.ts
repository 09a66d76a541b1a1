import { decodeText } from "../mail/index.ts";
import { withoutBoxes } from "./drawn-boxes.ts";
import { labelOf } from "./layouts/labels.ts";
import type { RawLine } from "./layouts/layout.ts";
import { hasLabels, isKeyed, tableLines } from "./layouts/tables.ts";
import type { Row } from "./layouts/tables.ts";
import type { PageText } from "./notice-html.ts";

const MAX_LINES = 6000;
const MAX_LINE = 2000;

/** True for what begins like a page of HTML rather than text that mentions a tag. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000);
  return (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/iu.test(head) ||
    (head.match(/<\/?(?:p|div|br|table|tr|td|dl|dt|dd|ul|li|h[1-6]|span|section)\b[^<>]{0,200}>/giu)?.length ?? 0) >= 3
  );
}

/** Text of a notice's bytes in any charset Japanese pages come in: a label first (HTTP, meta), else what the bytes are. */
export function decodeNotice(bytes: Uint8Array, charset?: string): string {
  const sniffed = decodeText(bytes, charset, true);
  return sniffed.text;
}

/** A notice that was copied or saved as text; lines keep their numbers. */
export function textPage(text: string): PageText {
  const lines = withoutBoxes(
    text.split(/\r\n|\r|\n/u, MAX_LINES).map((line) =>
      line
        .slice(0, MAX_LINE)
        .replace(/[\u200b\ufeff]/gu, "")
        .trim(),
    ),
  );
  return {
    lines: withTables(lines),
    title: lines
      .find((line) => line !== "" && !/^https?:\/\//u.test(line))
      ?.replace(/^#+\s+/u, "")
      .slice(0, 300),
    canonical: lines.slice(0, 3).find((line) => /^https?:\/\/\S+$/u.test(line)),
  };
}

/** Rows drawn with | or tabs become tables where they have labels; other lines stay. */
function withTables(lines: readonly string[]): readonly RawLine[] {
  const result: RawLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const quoted = quotedFrom(lines, i);
    if (quoted > 0) {
      const inner = lines.slice(i, i + quoted).map((line, n) => ({ text: line.replace(QUOTE_MARK, "").trim(), at: i + n + 1 }));
      result.push({ text: "", role: "enclosure" }, ...inner, { text: "", role: "break" });
      i += quoted - 1;
      continue;
    }
    const rows: Row[] = [];
    let end = i;
    for (let row = cellsOf(lines[end] ?? "", end + 1); row !== undefined && rows.length < 1000; row = cellsOf(lines[end] ?? "", end + 1)) {
      if (row.length > 0) rows.push(row);
      end++;
      if (end >= lines.length) break;
    }
    // Two columns told apart by a tab are read as labels with values: a value may go on in lines without one.
    const twoColumns = rows.every((row) => row.length === 2) && !/[|｜]/u.test(lines[i] ?? "");
    if (rows.length > 0 && hasLabels(rows) && !(twoColumns && isKeyed(rows))) {
      for (const line of tableLines(rows)) result.push(line);
      i = end - 1;
    } else if (end > i) {
      lines.slice(i, end).forEach((text, n) => result.push({ text, at: i + n + 1 }));
      i = end - 1;
    } else result.push({ text: lines[i] ?? "", at: i + 1 });
  }
  return result;
}

const QUOTE_MARK = /^[>＞](?![>＞])\s?/u;

/** How many lines from here are quoted as in mail, with a > in front. Two may be buttons; a quotation is longer. */
function quotedFrom(lines: readonly string[], from: number): number {
  let count = 0;
  while (QUOTE_MARK.test(lines[from + count] ?? "")) count++;
  const labelled = count > 0 && labelOf((lines[from] ?? "").replace(QUOTE_MARK, "")) !== undefined;
  return count >= 3 || labelled ? count : 0;
}

/** Cells of a drawn row, none for the line of dashes under a head, undefined for a line that is no row. */
function cellsOf(line: string, at: number): Row | undefined {
  if (!/[|｜\t]/u.test(line)) return undefined;
  if (/^[|｜\s:+\-=]+$/u.test(line)) return [];
  const cells = line.replace(/^\s*[|｜]|[|｜]\s*$/gu, "").split(/\s*[|｜\t]\s*/u);
  // 「件名｜お知らせ」 alone is a label with a value, which the layouts read.
  if (cells.length < 2 || cells.length > 12) return undefined;
  return cells.map((cell) => ({ lines: [{ text: cell.trim(), at }], head: false }));
}

const LABEL_INSIDE =
  /(?<=[^\s■▼])\s*(?=[■▼]\s*(?:件名|本文|差出人|送信元|送信者|対処|題名|URL))|(?<=\S)[\s　/／|]+(?=(?:差出人|送信元|送信者|件名|題名|本文|リンク先|URL|受信日時?)\s*[:：])|(?<=\S)[\s　]*(?=【(?:差出人|送信元|送信者|件名|題名|本文|リンク先|URL)】)/u;

/** Cuts a line where another label begins in it: text taken from a page has lost the line end in front of it. */
export function withLabelsApart(lines: readonly RawLine[]): readonly { readonly raw: RawLine; readonly number: number }[] {
  return lines.flatMap((raw, index) => {
    const number = raw.at ?? index + 1;
    if (raw.role === "value" || raw.text.length > 500 || !/[■▼】:：]/u.test(raw.text) || !LABEL_INSIDE.test(raw.text)) return [{ raw, number }];
    const parts = raw.text.split(new RegExp(LABEL_INSIDE, "gu"));
    const cut = labelOf(parts[0] ?? "") !== undefined || parts.slice(1).every((part) => /^[■▼【]/u.test(part) && labelOf(part) !== undefined);
    return cut ? parts.map((text) => ({ raw: { ...raw, text: text.trim() }, number })) : [{ raw, number }];
  });
}
