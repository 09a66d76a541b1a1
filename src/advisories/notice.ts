import type { AdvisoryCase } from "./advisory.ts";
import { boxed } from "./layouts/boxed.ts";
import { bracketed, inlineLabels } from "./layouts/labelled.ts";
import { dayIn, isRule } from "./layouts/layout.ts";
import type { Layout, NoticeLine } from "./layouts/layout.ts";
import { senderBlock } from "./layouts/sender-block.ts";
import { subjectList } from "./layouts/subject-list.ts";

/** What was read of an official notice, and what was not. */
export interface Notice {
  readonly cases: readonly AdvisoryCase[];
  /** Lines no layout understood, for a person to look at; nothing is dropped silently. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
  /** Addresses the notice names as genuine. */
  readonly officialAddresses: readonly string[];
  /** Rules of official URLs as printed, e.g. `https://***.xserver.ne.jp/`. */
  readonly urlRules: readonly string[];
}

/** The most particular first: a line read by one layout is not read by a later one. */
const LAYOUTS: readonly Layout[] = [boxed, bracketed, inlineLabels, subjectList, senderBlock];
const MAX_LINES = 5000;

/** Reads the example mails out of the text of an official warning. */
export function parseNotice(text: string): Notice {
  const lines: NoticeLine[] = text.split(/\r\n|\r|\n/u, MAX_LINES).map((line, i) => ({ number: i + 1, text: line.slice(0, 2000).trim() }));
  const observed = lines.map((line) => (/確認|現在/u.test(line.text) ? dayIn(line.text) : undefined)).find((day) => day !== undefined);
  const used = new Set<number>();
  const cases: AdvisoryCase[] = [];
  const officialAddresses = new Set<string>();
  const urlRules = new Set<string>();
  for (const layout of LAYOUTS) {
    for (const finding of layout.read(lines, observed)) {
      if (finding.lines.some((line) => used.has(line))) continue;
      finding.lines.forEach((line) => used.add(line));
      cases.push(...finding.cases);
      finding.officialAddresses.forEach((address) => officialAddresses.add(address));
      finding.urlRules.forEach((rule) => urlRules.add(rule));
    }
  }
  const unread = lines
    .filter((line) => !used.has(line.number) && line.text !== "" && !isRule(line.text))
    .map((line) => ({ line: line.number, text: line.text }));
  return { cases: cases.map((found) => withoutGenuine(found, officialAddresses)), unread, officialAddresses: [...officialAddresses], urlRules: [...urlRules] };
}

/** An address the notice calls genuine elsewhere is not a mark of the fake. */
function withoutGenuine(found: AdvisoryCase, genuine: ReadonlySet<string>): AdvisoryCase {
  return { ...found, senderAddresses: found.senderAddresses.filter((address) => !genuine.has(address)) };
}
