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

/** Layouts in text, by name. */
export const TEXT_FAMILIES: Readonly<Record<string, Family>> = { inline, bracketed, alone, framed, framedFields, fenced, quoted, columns, markdown };
