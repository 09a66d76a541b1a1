import type { Examination } from "./examination.ts";
import type { Point } from "../checks/check.ts";

const both = (text: string) => ({ ja: text, en: text });

/** A point whose every text of the mail is hostile: terminal commands, reordering marks, markup, a live link. */
export const HOSTILE = '\u001b[31mred\u001b]0;title\u0007 \u202egnp \u009b2J <script>alert(1)</script> "onload=x https://evil.example/a';

const point: Point = {
  check: "official-link",
  kind: "foreign-link",
  leans: "phishing",
  severity: "high",
  confidence: "strong",
  brand: "xserver",
  title: both(`Title ${HOSTILE}`),
  seen: both(HOSTILE),
  official: both("The official site is https://***.xserver.ne.jp/."),
  why: both("Why"),
  action: both("Do not follow"),
  quotes: [{ text: "Click  here", where: { kind: "raw", start: 10, end: 20 } }],
  fact: { status: "confirmed", source: "https://www.xserver.ne.jp/", checked: "2026-11-25" },
  link: { displayed: "https://www.xserver.ne.jp/", real: "evil.example" },
};

/** An examination written by hand, to try the reports with. */
export const SAMPLE: Examination = {
  tool: { name: "ayashii", version: "0.0.0", registry: "test" },
  mail: {
    subject: HOSTILE,
    fromName: HOSTILE,
    fromAddress: "support@xserver.jp",
    to: "taro@example.com",
    date: undefined,
    visibleText: `Dear customer\nClick\nhere now\n${HOSTILE}`,
    bytes: 100,
    defects: [],
  },
  evidenceLevel: "full-source",
  raiseLevel: undefined,
  claims: [{ brand: "xserver", kind: "speaks", weight: 1, quotes: [], label: both("XServer") }],
  results: [{ kind: "points", check: "official-link", points: [point] }],
  points: [point],
  verdict: { level: "impersonation", impersonates: "xserver", reasons: [point], headline: both("Headline"), action: both("Act") },
  notChecked: [{ topic: "authentication", why: both("No result was found") }],
  contact: { brand: "xserver", label: both("XServer"), page: "https://www.xserver.ne.jp/support/", status: "confirmed" },
};
