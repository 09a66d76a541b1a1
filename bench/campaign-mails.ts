import { BRANDS, EN, JA } from "./campaign-words.ts";
import type { Slots } from "./campaign-words.ts";
import { Seeded } from "./seeded.ts";

/** A mail of a known template. */
export interface TemplateMail {
  readonly template: number;
  readonly raw: Uint8Array;
}

interface Template {
  readonly subject: string;
  /** Greeting, sentences, closings, with `{b}` and the like left in. */
  readonly lines: readonly string[];
  readonly junk: readonly string[];
  readonly layout: number;
  readonly path: string;
  readonly html: boolean;
}

const LAYOUTS: readonly (readonly [before: string, line: string, after: string])[] = [
  [
    "<table><tr><td><img src='cid:l'></td></tr><tr><td><table><tr><td><h1></h1>",
    "<p>%</p>",
    "</td></tr></table></td></tr></table><hr><div><a href='https://legal.example/terms'>.</a><ul><li>.</li></ul></div>",
  ],
  ["<div><div><center>", "<p>%</p>", "</center></div></div>"],
  ["<body><table><tbody><tr><td>", "<div>%</div>", "</td></tr></tbody></table><table><tr><td><img src='cid:f'></td></tr></table><p><small>.</small></p>"],
  ["<section><header><h2>.</h2></header><article>", "<p>%</p>", "</article><footer><ul><li><a href='https://f.example'>.</a></li></ul></footer></section>"],
  ["", "%<br>", ""],
];

/** Choices of one filling of a sentence. */
function filled(slots: Slots, seeded: Seeded): string {
  return slots.shape.replace(/\{([A-Z])\}/g, (_, name: string) => seeded.pick(slots.fill[name] ?? [""]));
}

function makeTemplate(seeded: Seeded): Template {
  const words = seeded.next() < 0.6 ? JA : EN;
  const count = 4 + seeded.below(4);
  const body = seeded.some<Slots>(words.sentences as readonly Slots[], count).map((slots) => filled(slots, seeded));
  return {
    subject: filled(seeded.pick<Slots>(words.subjects as readonly Slots[]), seeded),
    lines: [seeded.pick<string>(words.greetings), ...body, ...seeded.some<string>(words.closings, 1 + seeded.below(3))],
    junk: words.junk,
    layout: seeded.below(LAYOUTS.length),
    path: `/${seeded.pick(["account", "secure", "jp", "member", "auth", "pay", "track"])}/${seeded.pick(["verify", "signin", "update", "check", "confirm", "step"])}${seeded.pick([".php", "", "/index.html", ".aspx"])}`,
    html: seeded.next() < 0.8,
  };
}

/** `count` mails of `templates` templates, mixed; every mail another recipient, and most of another brand. */
export function* templateMails(templates: number, count: number, seed: number): Generator<TemplateMail> {
  const seeded = new Seeded(seed);
  const all = distinctTemplates(templates, seeded);
  for (let i = 0; i < count; i++) {
    const template = seeded.below(templates);
    yield { template, raw: mailOf(all[template] as Template, seeded) };
  }
}

function distinctTemplates(count: number, seeded: Seeded): Template[] {
  const seen = new Map<string, Template>();
  while (seen.size < count) {
    const template = makeTemplate(seeded);
    seen.set(template.lines.join("\n"), template);
  }
  return [...seen.values()];
}

const NAMES = ["山田 太郎", "佐藤花子", "鈴木一郎", "高橋", "Maria Lopez", "J. Smith", "taro.yamada", "お客様", "Wei Chen"];

function mailOf(template: Template, seeded: Seeded): Uint8Array {
  const local = `${seeded.pick(["taro", "hanako", "info", "k.suzuki", "sales", "maria"])}${seeded.below(9999)}`;
  const values: Readonly<Record<string, () => string>> = {
    b: always(seeded.pick(BRANDS)),
    r: always(seeded.next() < 0.3 ? `${local}@mail.example` : seeded.pick(NAMES)),
    n: () => String(1 + seeded.below(5000)),
    d: () =>
      seeded.pick([
        `2026年${1 + seeded.below(12)}月${1 + seeded.below(28)}日`,
        `2026/0${1 + seeded.below(9)}/1${seeded.below(9)}`,
        `0${1 + seeded.below(9)}/2${seeded.below(9)}/2026`,
      ]),
    t: () => seeded.code(6 + seeded.below(12)).toUpperCase(),
  };
  const put = (text: string): string => text.replace(/\{([brndt])\}/g, (_, name: string) => values[name]?.() ?? "");
  const lines = mutated(template, seeded).map(put);
  const host = `${seeded.code(5 + seeded.below(6))}.${seeded.pick(["example", "test", "example.com", "example.net"])}`;
  const link = `https://${host}${seeded.next() < 0.9 ? template.path : `/${seeded.code(6)}`}?id=${seeded.code(12)}&e=${local}`;
  const head = [
    `From: =?UTF-8?B?${base64(put("{b}"))}?= <no-reply@${seeded.code(7)}.example>`,
    `To: ${local}@mail.example`,
    `Subject: =?UTF-8?B?${base64(put(template.subject))}?=`,
    `Date: Mon, ${1 + seeded.below(28)} Jun 2026 0${seeded.below(10)}:00:00 +0900`,
    `Message-ID: <${seeded.code(20)}@${host}>`,
    "MIME-Version: 1.0",
    `Content-Type: text/${template.html ? "html" : "plain"}; charset=utf-8`,
    "",
  ];
  return new TextEncoder().encode([...head, template.html ? page(template, lines, link) : `${lines.join("\n\n")}\n${link}\n`].join("\r\n"));
}

const always =
  (value: string): (() => string) =>
  () =>
    value;
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A sentence less, a senseless one more, characters nobody sees: what kits do to get past filters. */
function mutated({ lines, junk }: Template, seeded: Seeded): string[] {
  const kept = [...lines];
  if (seeded.next() < 0.1) kept.splice(1 + seeded.below(kept.length - 1), 1);
  if (seeded.next() < 0.15) kept.splice(seeded.below(kept.length), 0, seeded.pick(junk));
  if (seeded.next() < 0.1)
    return kept.map((line) =>
      [...line].join(seeded.pick(["\u200b", "\u00ad", "\u2060"])).replace(/\{[^{}]*\}/gu, (slot) => slot.replace(/[\u200b\u00ad\u2060]/gu, "")),
    );
  return kept;
}

function page({ layout }: Template, lines: readonly string[], link: string): string {
  const [before, line, after] = LAYOUTS[layout] as (typeof LAYOUTS)[number];
  return `<html>${before}${lines.map((text) => line.replace("%", text)).join("")}<p><a href="${link}">OK</a></p>${after}</html>`;
}
