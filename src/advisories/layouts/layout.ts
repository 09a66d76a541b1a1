import type { AdvisoryCase } from "../advisory.ts";

/** A line of a notice; `number` counts from 1, as editors do. */
export interface NoticeLine {
  readonly number: number;
  /** Trimmed, NFKC not applied: facts stay as printed. */
  readonly text: string;
}

/** Something a layout understood: the lines it used, and what they say. */
export interface LayoutFinding {
  readonly lines: readonly number[];
  readonly cases: readonly AdvisoryCase[];
  /** Addresses and URL rules the notice names as genuine: never a case. */
  readonly officialAddresses: readonly string[];
  readonly urlRules: readonly string[];
}

/** One way official pages print example mails. One file a layout; list it in `../notice.ts`. */
export interface Layout {
  readonly id: string;
  /** `observed`: ISO day the notice gives for everything on it, for cases without their own. */
  read(lines: readonly NoticeLine[], observed: string | undefined): readonly LayoutFinding[];
}

/** A case with nothing in it but what is given. */
export function caseOf(name: string, given: Partial<AdvisoryCase>): AdvisoryCase {
  return { name, observed: undefined, subjects: [], senderNames: [], senderAddresses: [], body: undefined, urls: [], ...given };
}

/** A line drawn with ━, ─, —, =, -, * or _: separates, says nothing. */
export function isRule(text: string): boolean {
  return text.length >= 3 && /^[━─—―‐–\-=＝_*＊~〜・.\s]+$/u.test(text);
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** The first day written in a text, as ISO day: `2023年03月07日`, `令和5年3月7日`, `2023/3/7`. */
export function dayIn(text: string): string | undefined {
  const found = /(令和|平成|昭和)?\s*(\d{1,4}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})/u.exec(text.normalize("NFKC"));
  if (found === null) return undefined;
  const base = found[1] === undefined ? 0 : (ERAS[found[1]] ?? 0);
  const year = base + Number(found[2] === "元" ? 1 : (found[2] ?? found[5]));
  const month = Number(found[3] ?? found[6]);
  const day = Number(found[4] ?? found[7]);
  if (year < 1990 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Name and address of a sender as notices print it: `”Support”<support@xserver.jp>`, `Xserver <a@b.example>`, `a @ b.example`. */
export function senderIn(text: string): { readonly name: string; readonly address: string } | undefined {
  const found = /([A-Za-z0-9._%+*-]{1,64})\s?[@＠]\s?([A-Za-z0-9*.-]{2,200})/u.exec(text.slice(0, 500));
  if (found === null) return undefined;
  const name = text
    .slice(0, found.index)
    .replace(/[<＜(（"“”'\s]+$/u, "")
    .replace(/^["“”'\s]+/u, "");
  return { name, address: `${found[1]}@${found[2]}`.replace(/\.$/, "") };
}
