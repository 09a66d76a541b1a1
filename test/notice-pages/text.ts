import type { Chance } from "./chance.ts";
import type { Mail } from "./mails.ts";
import { headOf, printed } from "./print.ts";
import type { Style } from "./print.ts";

type Family = (mails: readonly Mail[], style: Style, chance: Chance) => readonly string[];

function headed(mails: readonly Mail[], chance: Chance, one: (mail: Mail, n: number) => readonly string[]): readonly string[] {
  const head = headOf(chance);
  return mails.flatMap((mail, i) => [...(head === undefined ? [] : [head(i + 1)]), ...one(mail, i + 1), ""]);
}

const inline: Family = (mails, style, chance) => {
  const mark = chance.of(["", "", "・", "● ", "■", "◆", "▼", "○", "- "]);
  const own = chance.may(0.5);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines }) =>
      lines.length === 1 || !own ? [`${mark}${label}${style.colon}${lines[0]}`, ...lines.slice(1)] : [`${mark}${label}${style.colon}`.trimEnd(), ...lines],
    ),
  );
};

const bracketed: Family = (mails, style, chance) => {
  const [open, close] = chance.of([
    ["【", "】"],
    ["［", "］"],
    ["[", "]"],
    ["＜", "＞"],
    ["<", ">"],
    ["〈", "〉"],
    ["《", "》"],
    ["〔", "〕"],
    ["（", "）"],
  ] as const);
  const own = chance.may(0.5);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines }) =>
      own ? [`${open}${label}${close}`, ...lines] : [`${open}${label}${close}${lines[0]}`, ...lines.slice(1)],
    ),
  );
};

const alone: Family = (mails, style, chance) => {
  const mark = chance.of(["", "■", "▼", "◆ ", "● ", "□"]);
  const blank = chance.may(0.5);
  return headed(mails, chance, (mail) => printed(mail, style).flatMap(({ label, lines }) => [`${mark}${label}`, ...lines, ...(blank ? [""] : [])]));
};

const framed: Family = (mails, style, chance) => {
  const rule = chance.of(["━", "─", "-", "=", "—", "＝", "_", "*", "ー"]).repeat(chance.of([12, 24, 40]));
  return headed(mails, chance, (mail) => [
    rule,
    ...printed(mail, style).flatMap(({ label, lines }) => [`${label}${style.colon}${lines[0]}`, ...lines.slice(1)]),
    rule,
  ]);
};

const framedFields: Family = (mails, style, chance) => {
  const rule = chance.of(["━", "─", "-", "="]).repeat(24);
  const mark = chance.of(["■", "▼", "◆"]);
  return headed(mails, chance, (mail) => printed(mail, style).flatMap(({ label, lines }) => [`${mark}${label}`, rule, ...lines, rule]));
};

const fenced: Family = (mails, style, chance) => {
  const [open, close] = chance.of([
    ["-----ここから-----", "-----ここまで-----"],
    ["（ここから）", "（ここまで）"],
    ["=== ここからメール ===", "=== ここまで ==="],
  ] as const);
  return headed(mails, chance, (mail) => [
    open,
    ...printed(mail, style).flatMap(({ label, lines }) => [`${label}${style.colon}${lines[0]}`, ...lines.slice(1)]),
    close,
  ]);
};

const quoted: Family = (mails, style, chance) =>
  headed(mails, chance, (mail) =>
    printed(mail, style)
      .flatMap(({ label, lines }) => [`${label}${style.colon}${lines[0]}`, ...lines.slice(1)])
      .map((line) => `> ${line}`.trimEnd()),
  );

/** Two columns told apart by blanks or a tab, as a table is pasted. */
const columns: Family = (mails, style, chance) => {
  const gap = chance.of(["   ", "　", "\t", "　　"]);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines }) => [`${label.replaceAll("　", "")}${gap}${lines[0]}`, ...lines.slice(1)]),
  );
};

const markdown: Family = (mails, style, chance) => {
  const bold = chance.may(0.5);
  return mails.flatMap((mail, i) => [
    `### 事例${i + 1}`,
    "",
    ...printed(mail, style).flatMap(({ label, lines }) => [bold ? `**${label}**: ${lines[0]}` : `- ${label}: ${lines[0]}`, ...lines.slice(1)]),
    "",
  ]);
};

/** Drawn with lines on all sides. */
const box: Family = (mails, style, chance) => {
  const [top, side, bottom] = chance.of([
    ["┌────────────────┐", "│", "└────────────────┘"],
    ["+----------------+", "|", "+----------------+"],
    ["┏━━━━━━━━━━━━━━━━┓", "┃", "┗━━━━━━━━━━━━━━━━┛"],
    ["╔════════════════╗", "║", "╚════════════════╝"],
  ] as const);
  const closed = chance.may(0.5);
  return headed(mails, chance, (mail) => [
    top,
    ...printed(mail, style)
      .flatMap(({ label, lines }) => [`${label}${style.colon}${lines[0]}`, ...lines.slice(1)])
      .map((line) => `${side} ${line}${closed ? `      ${side}` : ""}`.trimEnd()),
    bottom,
  ]);
};

/** Values set in under their labels. */
const indented: Family = (mails, style, chance) => {
  const blank = chance.of(["  ", "　", "　　", "\t"]);
  const mark = chance.of(["", "・", "◇", "1. "]);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines }, i) => [
      `${mark === "1. " ? `${i + 1}. ` : mark}${label.replaceAll("　", "")}`,
      ...lines.map((line) => (line === "" ? "" : `${blank}${line}`)),
    ]),
  );
};

/** Subjects as a list under their label. */
const bulletedSubjects: Family = (mails, style, chance) => {
  const bullet = chance.of(["・", "● ", "- ", "• ", "* ", "○ "]);
  const mark = chance.of(["■", "◆", "▼", ""]);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines, field }) => [
      `${mark}${label}`,
      ...(field === "subject" ? lines.map((line) => `${bullet}${line}`) : lines),
      "",
    ]),
  );
};

/** As a mail program prints a mail. */
const header: Family = (mails, _style, chance) => {
  const date = chance.may(0.5);
  return headed(mails, chance, ({ senderName, senderAddress, subjects, day, body, url }) => [
    ...(senderAddress === undefined ? [] : [`From: ${senderName === undefined ? senderAddress : `${senderName} <${senderAddress}>`}`]),
    ...(day === undefined ? [] : [`${date ? "Date" : "Sent"}: ${new Date(`${day}T00:00:00Z`).toUTCString()}`]),
    "To: ****@****.example",
    `Subject: ${subjects[0]}`,
    ...subjects.slice(1),
    ...(url === undefined ? [] : [`URL: ${url}`]),
    ...(body === undefined ? [] : ["", ...body]),
  ]);
};

/** The body in 「」 behind or under its label. */
const quotedBody: Family = (mails, style, chance) => {
  const own = chance.may(0.5);
  return headed(mails, chance, (mail) =>
    printed(mail, style).flatMap(({ label, lines, field }) => {
      const value = field === "body" ? [...lines.slice(0, -1), `${lines.at(-1)}」`].map((line, i) => (i === 0 ? `「${line}` : line)) : lines;
      return own ? [`【${label}】`, ...value] : [`・${label}：${value[0]}`, ...value.slice(1)];
    }),
  );
};

/** Fields as labels, the body under them without one. */
const bodyBelow: Family = (mails, style, chance) => {
  const blank = chance.may(0.7);
  return headed(mails, chance, (mail) => {
    const entries = printed(mail, style);
    return [
      ...entries.filter(({ field }) => field !== "body").flatMap(({ label, lines }) => [`${label}${style.colon}${lines[0]}`, ...lines.slice(1)]),
      ...entries.filter(({ field }) => field === "body").flatMap(({ lines }) => [...(blank ? [""] : []), ...lines]),
    ];
  });
};

/** A table as text: | between the cells. */
const pipes: Family = (mails, style, chance) => {
  const rows = mails.map((mail) => printed(mail, style).filter(({ lines }) => lines.length === 1));
  const labels = [...new Map(rows.flat().map(({ field, label }) => [field, label]))];
  const outer = chance.may(0.7);
  const line = (parts: readonly string[]): string => (outer ? `| ${parts.join(" | ")} |` : parts.join(" | "));
  return [
    line(labels.map(([, label]) => label)),
    line(labels.map(() => "---")),
    ...rows.map((row) => line(labels.map(([field]) => row.find((entry) => entry.field === field)?.lines[0] ?? ""))),
  ];
};

/** Told in sentences: one subject, and a sender where there is one. */
const sentence: Family = (mails, style, chance) => {
  const tell = chance.of<(subject: string, sender: string | undefined) => string>([
    (subject, sender) => `件名が「${subject}」${sender === undefined ? "" : `、差出人が「${sender}」`}となっている不審なメールが届いています。`,
    (subject, sender) => `${sender === undefined ? "" : `差出人「${sender}」から、`}「${subject}」という件名の不審なメールが送信されています。`,
    (subject, sender) => `「${subject}」との件名で${sender === undefined ? "" : `、送信元が「${sender}」`}の偽メールを確認しました。`,
    (subject, sender) => `タイトル「${subject}」${sender === undefined ? "" : `、送信者「${sender}」`}の迷惑メールにご注意ください。`,
    (subject, sender) => `「${subject}」という題名の偽のメール${sender === undefined ? "" : `（差出人：「${sender}」）`}が出回っています。`,
  ]);
  return mails.map(({ subjects, senderName, senderAddress }) => {
    const sender = senderAddress === undefined ? undefined : senderName === undefined ? senderAddress : style.joinSender(senderName, senderAddress);
    return tell(subjects[0] ?? "", sender);
  });
};

/** Layouts in text, by name. */
export const TEXT_FAMILIES: Readonly<Record<string, Family>> = {
  sentence,
  box,
  indented,
  bulletedSubjects,
  header,
  quotedBody,
  bodyBelow,
  pipes,
  inline,
  bracketed,
  alone,
  framed,
  framedFields,
  fenced,
  quoted,
  columns,
  markdown,
};
