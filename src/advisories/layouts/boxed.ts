import type { AdvisoryCase } from "../advisory.ts";
import { caseOf, dayIn, isRule } from "./layout.ts";
import type { Layout, LayoutFinding, NoticeLine } from "./layout.ts";

const CASE_HEAD = /^■.*(事例\s*[0-9０-９]+|メールの内容|メールの例)/u;
const SUBJECT = /^■\s*件名/u;
/** 「本文の特徴」 describes the text, it is not the text. */
const BODY = /^[▼■]\s*本文(?!の特徴)/u;
/** The box of a case is closed by a rule of — (the ones of ━ frame subject and body). */
const END_RULE = /^[—―－-]{5,}/u;

/**
 * XServer's layout: `■フィッシングメールの内容:事例1(2023年03月07日に確認したメールの特徴)`, then `■件名` and `▼本文`,
 * each framed by rules of ━, the whole by rules of —. Blank lines of the body stay: they tell sentences from wraps.
 */
export const boxed: Layout = {
  id: "boxed",
  read(lines, observed) {
    const findings: LayoutFinding[] = [];
    for (let i = 0; i < lines.length; i++) {
      if (!SUBJECT.test(lines[i]?.text ?? "")) continue;
      const finding = readCase(lines, i, findings.length + 1, observed);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  },
};

function readCase(lines: readonly NoticeLine[], at: number, count: number, observed: string | undefined): LayoutFinding | undefined {
  const head = headBefore(lines, at);
  const bodyAt = next(lines, at + 1, (text) => BODY.test(text), 12);
  const subjects = between(lines, at + 1, bodyAt ?? at + 3)
    .map((line) => line.text.replace(/\s*■\s*本文の特徴.*$/u, ""))
    .filter((text) => text !== "" && !isRule(text) && !/^[■▼]/u.test(text))
    .slice(0, bodyAt === undefined ? 1 : 8);
  if (subjects.length === 0) return undefined;
  const end = bodyAt === undefined ? at + 3 : endOf(lines, bodyAt + 1);
  const body = bodyAt === undefined ? undefined : bodyText(between(lines, bodyAt + 1, end));
  const headLine = head === undefined ? undefined : lines[head];
  const used = between(lines, head ?? at, Math.min(lines.length, end + 1)).map((line) => line.number);
  const found: AdvisoryCase = caseOf(/事例\s*[0-9０-９]+/u.exec(headLine?.text ?? "")?.[0] ?? `事例${count}`, {
    observed: dayIn(headLine?.text ?? "") ?? observed,
    subjects,
    body,
    urls: [...(body ?? "").matchAll(/h(?:tt|xx)ps?:\/\/[!-~]{1,300}/gu)].map((url) => url[0]),
  });
  return { lines: used, cases: [found], officialAddresses: [], urlRules: [] };
}

function headBefore(lines: readonly NoticeLine[], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const text = lines[i]?.text ?? "";
    if (CASE_HEAD.test(text)) return i;
    if (text !== "" && !isRule(text)) return undefined;
  }
  return undefined;
}

function next(lines: readonly NoticeLine[], from: number, is: (text: string) => boolean, most: number): number | undefined {
  for (let i = from; i < Math.min(lines.length, from + most); i++) if (is(lines[i]?.text ?? "")) return i;
  return undefined;
}

function endOf(lines: readonly NoticeLine[], from: number): number {
  return next(lines, from, (text) => END_RULE.test(text) || CASE_HEAD.test(text) || SUBJECT.test(text), 300) ?? Math.min(lines.length, from + 300);
}

function between(lines: readonly NoticeLine[], from: number, to: number): readonly NoticeLine[] {
  return lines.slice(from, to);
}

/** Body without the rules that frame or decorate it; runs of blank lines become one. */
function bodyText(lines: readonly NoticeLine[]): string {
  const kept = lines.map((line) => line.text).filter((text) => !isRule(text) || text === "");
  return kept
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
