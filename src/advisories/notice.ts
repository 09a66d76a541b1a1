import type { AdvisoryCase } from "./advisory.ts";
import { dayIn, isDayAlone } from "./layouts/days.ts";
import { examples } from "./layouts/examples.ts";
import { isRule } from "./layouts/layout.ts";
import type { LayoutFinding, NoticeLine, UnreadLine, UnreadReason } from "./layouts/layout.ts";
import type { Layout, PlacedLine } from "./layouts/placed.ts";
import { senders } from "./layouts/senders.ts";
import { placeLines } from "./layouts/zones.ts";
import { sentences } from "./layouts/sentences.ts";
import { htmlPage } from "./notice-html.ts";
import type { PageText } from "./notice-html.ts";
import { looksLikeHtml, textPage, withLabelsApart } from "./notice-text.ts";

/** What was read of an official notice, and what was not. */
export interface Notice {
  readonly cases: readonly AdvisoryCase[];
  /** Lines no layout understood, for a person to look at; nothing is dropped silently. */
  readonly unread: readonly UnreadLine[];
  /** Addresses the notice names as genuine. */
  readonly officialAddresses: readonly string[];
  /** Rules of official URLs as printed, e.g. `https://***.xserver.ne.jp/`. */
  readonly urlRules: readonly string[];
  /** The page's title, or the first line of a text. */
  readonly title: string | undefined;
  /** ISO day the page says it was published, else the first it names. */
  readonly published: string | undefined;
  /** The address the page gives for itself. */
  readonly url: string | undefined;
  /** The page has more lines than are read. */
  readonly cutShort: boolean;
}

/** The most particular first: a line read by one layout is not read by a later one. */
const LAYOUTS: readonly Layout[] = [examples, sentences, senders];
const MAX_LINES = 5000;
const MAX_CHARACTERS = 2_000_000;

/** Reads the example mails out of the text of an official warning. */
export function parseNotice(text: string): Notice {
  return readPage(textPage(text.slice(0, MAX_CHARACTERS)));
}

/** Reads a notice given as HTML or as text, whichever it looks like. Never throws; time grows with the length. */
export function readNotice(content: string, kind: "html" | "text" | "auto" = "auto"): Notice {
  const text = content.slice(0, MAX_CHARACTERS);
  const html = kind === "html" || (kind === "auto" && looksLikeHtml(text));
  return html ? readPage(htmlPage(text)) : parseNotice(text);
}

function readPage(page: PageText): Notice {
  const lines: NoticeLine[] = withLabelsApart(page.lines)
    .slice(0, MAX_LINES)
    .map(({ raw, number }) => ({ ...raw, number }));
  const placed = placeLines(lines);
  const published = publishedDay(lines);
  const read = readLayouts(placed, observedDay(placed), published);
  const whole = (found: AdvisoryCase): boolean => found.subjects.length > 0 || found.body !== undefined;
  const genuine = new Set(read.officialAddresses.map((address) => address.toLowerCase()));
  const cases = read.cases.map((found) => withoutGenuine(found, genuine)).filter((found) => !isEmpty(found));
  return {
    cases: [...cases.filter(whole), ...cases.filter((found) => !whole(found))],
    unread: unreadLines(lines, read.used, read.reasons),
    officialAddresses: read.officialAddresses,
    urlRules: read.urlRules,
    title: page.title,
    published,
    url: page.canonical,
    cutShort: page.lines.length >= MAX_LINES,
  };
}

/** The day the page says its mails were seen on; that of one example's heading is for that example. */
function observedDay(lines: readonly PlacedLine[]): string | undefined {
  return lines
    .filter(({ line, example }) => example === undefined && /確認|現在|時点|報告/u.test(line.text))
    .map(({ line }) => dayIn(line.text))
    .find((day) => day !== undefined);
}

interface Read {
  readonly cases: readonly AdvisoryCase[];
  readonly used: ReadonlySet<number>;
  readonly reasons: ReadonlyMap<number, UnreadReason>;
  readonly officialAddresses: readonly string[];
  readonly urlRules: readonly string[];
}

function readLayouts(lines: readonly PlacedLine[], observed: string | undefined, published: string | undefined): Read {
  const used = new Set<number>();
  const reasons = new Map<number, UnreadReason>();
  const found: { readonly at: number; readonly cases: readonly AdvisoryCase[] }[] = [];
  const officialAddresses = new Set<string>();
  const urlRules = new Set<string>();
  for (const layout of LAYOUTS) {
    for (const finding of layout.read(lines, observed, published)) {
      finding.officialAddresses.forEach((address) => officialAddresses.add(address));
      finding.urlRules.forEach((rule) => urlRules.add(rule));
      if (finding.cases.length > 0 && isTaken(finding, used, reasons)) continue;
      finding.lines.forEach((line) => used.add(line));
      finding.unread?.forEach(([line, why]) => reasons.set(line, why));
      found.push({ at: Math.min(...finding.lines), cases: finding.cases });
    }
  }
  const cases = found.sort((a, b) => a.at - b.at).flatMap((finding) => finding.cases);
  return { cases, used, reasons, officialAddresses: [...officialAddresses], urlRules: [...urlRules] };
}

/** A line belongs to one case, and one refused by a layout is not made a case by the next. */
function isTaken(finding: LayoutFinding, used: ReadonlySet<number>, refused: ReadonlyMap<number, UnreadReason>): boolean {
  return finding.lines.some((line) => used.has(line) || refused.get(line) === "genuine" || refused.get(line) === "no-fake");
}

function unreadLines(lines: readonly NoticeLine[], used: ReadonlySet<number>, reasons: ReadonlyMap<number, UnreadReason>): UnreadLine[] {
  return lines.flatMap((line, index) => {
    const why = reasons.get(index) ?? (line.role === "image" ? "image" : undefined);
    if ((used.has(index) && why === undefined) || line.text === "" || line.text === "■" || isRule(line.text)) return [];
    return [{ line: line.number, text: line.text, ...(why === undefined ? {} : { why }) }];
  });
}

/** An address the notice calls genuine elsewhere is not a mark of the fake. */
function withoutGenuine(found: AdvisoryCase, genuine: ReadonlySet<string>): AdvisoryCase {
  return { ...found, senderAddresses: found.senderAddresses.filter((address) => !genuine.has(address.toLowerCase())) };
}

function isEmpty(found: AdvisoryCase): boolean {
  return found.subjects.length + found.senderAddresses.length + found.urls.length === 0 && found.body === undefined;
}

/** The day beside 掲載日, 公開日, ...; otherwise that of a line which is a day and nothing else, near the top. */
function publishedDay(lines: readonly NoticeLine[]): string | undefined {
  const marked = lines.find((line) => /掲載|公開|発表|発行|配信日|投稿日/u.test(line.text) && dayIn(line.text) !== undefined);
  const alone = lines.slice(0, 60).find((line) => line.role !== "heading" && isDayAlone(line.text));
  return dayIn((marked ?? alone)?.text ?? "");
}
