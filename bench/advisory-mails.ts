// Synthetic warnings, mails made of them and genuine mails, for the benchmark of the matching.
import type { Advisory } from "../src/advisories/advisory.ts";
import type { MatchInput } from "../src/advisories/matching.ts";
import { chosen, closing, filled, greeting, LURE, LURE_SUBJECTS, PLAIN, PLAIN_SUBJECTS, printed } from "./advisory-texts.ts";
import { Seeded } from "./seeded.ts";

/** The words of a campaign: what is the same in every mail of it. */
export interface Campaign {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: string;
}

/** A campaign by number: the same number is the same campaign. */
export function campaign(number: number): Campaign {
  const random = new Seeded(number * 2654435761 + 17);
  return {
    subject: chosen(random.pick(LURE_SUBJECTS), random),
    lines: [greeting(random), ...random.some(LURE, 4 + random.below(4)).map((pattern) => chosen(pattern, random)), closing(random)],
    link: `https://${random.code(9)}.example/${random.code(5)}/${random.code(7)}`,
  };
}

/** The warning an issuer would publish of one mail of the campaign. */
export function warningOf(number: number): Advisory {
  const random = new Seeded(number + 0x5eed);
  const { subject, lines, link } = campaign(number);
  return {
    id: `bench/${number}`,
    brand: "bench",
    issuer: { ja: "計測", en: "bench" },
    title: "計測用",
    url: "https://bench.example/",
    published: undefined,
    checked: "2026-01-01",
    cases: [
      {
        name: "1",
        observed: undefined,
        subjects: [printed(subject, random)],
        senderNames: [],
        senderAddresses: [],
        body: lines.map((line) => printed(line, random)).join("\n"),
        urls: number % 3 === 0 ? [link] : [],
      },
    ],
  };
}

/** Another mail of the campaign: its own numbers, dates, codes and address. */
export function mailOf(number: number, seed: number): MatchInput {
  const random = new Seeded(seed);
  const { subject, lines, link } = campaign(number);
  return {
    subject: filled(subject, random),
    senderName: "",
    senderAddress: `${random.code(8)}@${random.code(8)}.example`,
    visibleText: lines.map((line) => filled(line, random)).join("\n"),
    urls: [`${link}?${random.code(6)}`],
  };
}

/** A genuine mail: order, meeting, statement, newsletter, with greetings and small print faked mails copy. */
export function genuineMail(seed: number): MatchInput {
  const random = new Seeded(seed ^ 0x6e0);
  const lines = [greeting(random), ...Array.from({ length: 3 + random.below(6) }, () => chosen(random.pick(PLAIN), random)), closing(random), closing(random)];
  // One in five quotes a sentence as faked mails have it: a bank does ask its customers for things.
  if (random.below(5) === 0) lines.splice(1, 0, chosen(random.pick(LURE), random));
  return {
    subject: filled(chosen(random.pick(PLAIN_SUBJECTS), random), random),
    senderName: "",
    senderAddress: `${random.code(6)}@${random.code(6)}.example`,
    visibleText: lines.map((line) => filled(line, random)).join("\n"),
    urls: [`https://www.${random.code(6)}.example/`],
    // Every second one speaks for the brand the warnings are about, from an address the registry does not know.
    ...(seed % 2 === 0 ? { claimed: ["bench"] } : {}),
  };
}

type Mutation = (mail: MatchInput, random: Seeded) => MatchInput;

// Not the table the matching folds by: look-alikes taken from reports on Japanese phishing, some of which it may not know.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  カ: "力",
  ロ: "口",
  エ: "工",
  ニ: "二",
  タ: "夕",
  ト: "卜",
  ハ: "八",
  ー: "一",
  へ: "ヘ",
  用: "⽤",
  日: "⽇",
  月: "⽉",
  金: "⾦",
  手: "⼿",
  人: "⼈",
  行: "⾏",
  a: "а",
  e: "е",
  o: "ο",
  p: "р",
  c: "с",
};

const everywhere =
  (change: (text: string, random: Seeded) => string): Mutation =>
  (mail, random) => ({
    ...mail,
    subject: change(mail.subject, random),
    visibleText: change(mail.visibleText, random),
  });

const charwise = (share: number, change: (char: string, random: Seeded) => string): Mutation =>
  everywhere((text, random) => [...text].map((char) => (random.next() < share ? change(char, random) : char)).join(""));

const halfWidth = (char: string): string => {
  const at = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン".indexOf(char);
  const halves = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
  return at < 0 ? char : (halves[at] as string);
};

function sentenceChanged(mail: MatchInput, random: Seeded): MatchInput {
  const lines = mail.visibleText.split("\n");
  lines[1 + random.below(lines.length - 2)] = filled(chosen(random.pick([...LURE, ...PLAIN]), random), random);
  return { ...mail, visibleText: lines.join("\n") };
}

function sentenceDropped(mail: MatchInput, random: Seeded): MatchInput {
  const lines = mail.visibleText.split("\n");
  lines.splice(1 + random.below(lines.length - 2), 1);
  return { ...mail, visibleText: lines.join("\n") };
}

/** What senders change from mail to mail, by name. Address, numbers, dates and codes differ in every one of them. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "address, numbers, dates": (mail) => mail,
  "one sentence changed": sentenceChanged,
  "one sentence dropped": sentenceDropped,
  "look-alike characters": charwise(0.5, (char) => LOOK_ALIKES[char] ?? char),
  "full-width": charwise(1, (char) => (/^[!-~]$/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)),
  "half-width kana": charwise(1, halfWidth),
  "blanks inside words": charwise(0.2, (char, random) => char + random.pick([" ", "　", "\u200b", "\ufeff", "\u00ad"])),
  "lines wrapped": everywhere((text) => text.replace(/(.{17})/gu, "$1\n")),
  "subject changed": (mail, random) => ({ ...mail, subject: filled(chosen(random.pick(PLAIN_SUBJECTS), random), random) }),
  "set among other text": (mail, random) => ({
    ...mail,
    visibleText: `${genuineMail(random.below(1e9)).visibleText}\n${mail.visibleText}\n${genuineMail(random.below(1e9)).visibleText}`,
  }),
};
