import type { Chance } from "./chance.ts";
import type { Mail } from "./mails.ts";
import { headOf, printed } from "./print.ts";
import type { Style } from "./print.ts";

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

type Entry = ReturnType<typeof printed>[number];
type Family = (mails: readonly Mail[], style: Style, chance: Chance) => string;

const withBreaks = (lines: readonly string[]): string => lines.map(escaped).join("<br>\n");
const paragraphs = (lines: readonly string[]): string =>
  lines
    .join("\n")
    .split("\n\n")
    .map((part) => `<p>${withBreaks(part.split("\n"))}</p>`)
    .join("\n");

/** Every mail under the page's heads, if it has any. */
function headed(mails: readonly Mail[], chance: Chance, one: (mail: Mail) => string): string {
  const head = headOf(chance);
  const tag = chance.of(["h3", "h4", "p", "div", "strong"]);
  const tags = tag === "strong" ? ["<p><strong>", "</strong></p>"] : [`<${tag}>`, `</${tag}>`];
  return mails.map((mail, i) => `${head === undefined ? "" : `${tags[0]}${head(i + 1)}${tags[1]}\n`}${one(mail)}`).join("\n");
}

const definitionList: Family = (mails, style, chance) => {
  const decorated = chance.of<(label: string) => string>([(label) => label, (label) => `${label}：`, (label) => `■${label}`, (label) => `【${label}】`]);
  return headed(
    mails,
    chance,
    (mail) =>
      `<dl>${printed(mail, style)
        .map(({ label, lines }) => `<dt>${decorated(label)}</dt><dd>${withBreaks(lines)}</dd>`)
        .join("\n")}</dl>`,
  );
};

const keyedTable: Family = (mails, style, chance) => {
  const cell = chance.of(["th", "td"]);
  const caption = chance.may(0.3);
  return headed(
    mails,
    chance,
    (mail) =>
      `<table>${caption ? "<tr><th>項目</th><th>内容</th></tr>" : ""}${printed(mail, style)
        .map(({ label, lines }) => `<tr><${cell}>${label}</${cell}><td>${chance.may(0.5) ? withBreaks(lines) : paragraphs(lines)}</td></tr>`)
        .join("\n")}</table>`,
  );
};

/** A head row of labels, a mail a row. */
const headedTable: Family = (mails, style, chance) => {
  const rows = mails.map((mail) => printed(mail, style));
  const labels = [...new Map(rows.flat().map(({ field, label }) => [field, label]))];
  const numbered = labels.length === 1 || chance.may(0.3);
  return `<table><thead><tr>${numbered ? "<th>No.</th>" : ""}${labels.map(([, label]) => `<th>${label}</th>`).join("")}</tr></thead><tbody>${rows
    .map(
      (row, i) =>
        `<tr>${numbered ? `<td>${i + 1}</td>` : ""}${labels
          .map(([field]) => `<td>${withBreaks(row.find((entry) => entry.field === field)?.lines ?? [])}</td>`)
          .join("")}</tr>`,
    )
    .join("\n")}</tbody></table>`;
};

/** Labels in the first column, a mail a column. */
const columnTable: Family = (mails, style) => {
  const columns = mails.map((mail) => printed(mail, style));
  const labels = [...new Map(columns.flat().map(({ field, label }) => [field, label]))];
  return `<table><tr><th></th>${mails.map((_mail, i) => `<th>例${i + 1}</th>`).join("")}</tr>${labels
    .map(
      ([field, label]) =>
        `<tr><th>${label}</th>${columns.map((column) => `<td>${withBreaks(column.find((entry) => entry.field === field)?.lines ?? [])}</td>`).join("")}</tr>`,
    )
    .join("\n")}</table>`;
};

/** One table; the number of the mail spans its rows. */
const spannedTable: Family = (mails, style, chance) => {
  const word = chance.of(["事例", "例", "パターン", ""]);
  return `<table>${mails
    .flatMap((mail, i) => {
      const entries = printed(mail, style);
      return entries.map(
        ({ label, lines }, row) =>
          `<tr>${row === 0 ? `<th rowspan="${entries.length}">${word}${i + 1}</th>` : ""}<th>${label}</th><td>${withBreaks(lines)}</td></tr>`,
      );
    })
    .join("\n")}</table>`;
};

/** One table; the head of a mail spans both columns. */
const bannerTable: Family = (mails, style) =>
  `<table>${mails
    .flatMap((mail, i) => [
      `<tr><th colspan="2">事例${i + 1}</th></tr>`,
      ...printed(mail, style).map(({ label, lines }) => `<tr><th>${label}</th><td>${withBreaks(lines)}</td></tr>`),
    ])
    .join("\n")}</table>`;

function inline(entries: readonly Entry[], style: Style, join: (lines: readonly string[]) => string): string {
  return entries
    .map(({ label, lines, field }) => {
      const value = join(lines);
      return lines.length > 1 && field !== "subject" ? `${label}${style.colon}<br>${value}` : `${label}${escaped(style.colon)}${value}`;
    })
    .join("<br>\n");
}

const breaks: Family = (mails, style, chance) => {
  const tag = chance.of(["p", "div", "section", "td"]);
  const [open, close] = tag === "td" ? ["<table><tr><td>", "</td></tr></table>"] : [`<${tag}>`, `</${tag}>`];
  return headed(mails, chance, (mail) => `${open}${inline(printed(mail, style), style, withBreaks)}${close}`);
};

const blocks: Family = (mails, style, chance) => {
  const decorated = chance.of<(label: string) => string>([
    (label) => `【${label}】`,
    (label) => `■${label}`,
    (label) => `<b>${label}</b>`,
    (label) => `<strong>${label}：</strong>`,
    (label) => `<span>＜${label}＞</span>`,
    (label) => `◆ ${label}`,
    (label) => `[${label}]`,
    (label) => `▼${label}`,
    (label) => `<strong>■ ${label}</strong>`,
  ]);
  const between = chance.of(["<br>", "</p><p>"]);
  return headed(mails, chance, (mail) =>
    printed(mail, style)
      .map(({ label, lines }) => `<p>${decorated(label)}${between}${withBreaks(lines)}</p>`)
      .join("\n"),
  );
};

const headings: Family = (mails, style, chance) => {
  const head = headOf(chance) ?? ((n: number) => `事例${n}`);
  return mails
    .map(
      (mail, i) =>
        `<h3>${head(i + 1)}</h3>${printed(mail, style)
          .map(({ label, lines }) => `<h4>${label}</h4>${paragraphs(lines)}`)
          .join("\n")}`,
    )
    .join("\n");
};

const quotation: Family = (mails, style, chance) => {
  const tag = chance.of(["blockquote", "pre"]);
  const join = tag === "pre" ? (lines: readonly string[]): string => lines.map(escaped).join("\n") : withBreaks;
  return headed(mails, chance, (mail) => {
    const entries = printed(mail, style);
    if (tag === "blockquote") return `<blockquote>${inline(entries, style, join)}</blockquote>`;
    return `<pre>${entries.map(({ label, lines }) => `${label}${escaped(style.colon)}${lines.length > 1 ? "\n" : ""}${join(lines)}`).join("\n")}</pre>`;
  });
};

/** Fields above, the body in a quotation or frame of its own. */
const quotedBody: Family = (mails, style, chance) => {
  const tag = chance.of(["blockquote", "pre"]);
  return headed(mails, chance, (mail) => {
    const entries = printed(mail, style).filter(({ field }) => field !== "body");
    const body = printed(mail, style).find(({ field }) => field === "body");
    const quoted =
      body === undefined ? "" : `<p>${body.label}</p><${tag}>${tag === "pre" ? body.lines.map(escaped).join("\n") : paragraphs(body.lines)}</${tag}>`;
    return `<p>${inline(entries, style, withBreaks)}</p>${quoted}`;
  });
};

const accordion: Family = (mails, style, chance) =>
  mails
    .map(
      (mail, i) =>
        `<details${chance.may(0.3) ? " open" : ""}><summary>事例${i + 1}</summary><div>${inline(printed(mail, style), style, withBreaks)}</div></details>`,
    )
    .join("\n");

const items: Family = (mails, style, chance) => {
  const list = chance.of(["ul", "ol"]);
  return headed(
    mails,
    chance,
    (mail) =>
      `<${list}>${printed(mail, style)
        .map(({ label, lines }) => `<li>${label}${escaped(style.colon)}${withBreaks(lines)}</li>`)
        .join("\n")}</${list}>`,
  );
};

/** Label and value in elements of their own, told apart by the style sheet alone. */
const cells: Family = (mails, style, chance) => {
  const tag = chance.of(["div", "span"]);
  return headed(
    mails,
    chance,
    (mail) =>
      `<div class="mail">${printed(mail, style)
        .map(({ label, lines }) => `<div class="row"><${tag} class="k">${label}</${tag}><${tag} class="v">${withBreaks(lines)}</${tag}></div>`)
        .join("\n")}</div>`,
  );
};

/** Label and value in a paragraph each, the label in bold or in a class of its own. */
const boldLines: Family = (mails, style, chance) => {
  const set = chance.of<(label: string, value: string) => string>([
    (label, value) => `<p><strong>${label}</strong>：${value}</p>`,
    (label, value) => `<p><b>${label}：</b>${value}</p>`,
    (label, value) => `<p><span style="font-weight:bold">【${label}】</span><br>${value}</p>`,
    (label, value) => `<div><p class="label">${label}</p><div class="value"><p>${value}</p></div></div>`,
    (label, value) => `<p>■<strong>${label}</strong></p><p>${value}</p>`,
    (label, value) => `<p><u>${label}</u></p>\n<p>　${value}</p>`,
  ]);
  return headed(mails, chance, (mail) =>
    printed(mail, style)
      .map(({ label, lines }) => set(label, withBreaks(lines)))
      .join("\n"),
  );
};

/** Several values in a list of their own, or in a dd each. */
const listedValues: Family = (mails, style, chance) => {
  const list = chance.of(["ul", "ol", "dd"]);
  return headed(mails, chance, (mail) => {
    const entries = printed(mail, style);
    if (list === "dd")
      return `<dl>${entries.map(({ label, lines, field }) => `<dt>${label}</dt>${field === "subject" ? lines.map((line) => `<dd>${escaped(line)}</dd>`).join("") : `<dd>${withBreaks(lines)}</dd>`}`).join("\n")}</dl>`;
    return entries
      .map(({ label, lines, field }) =>
        field === "subject"
          ? `<h4>${label}</h4><${list}>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</${list}>`
          : `<h4>${label}</h4><p>${withBreaks(lines)}</p>`,
      )
      .join("\n");
  });
};

/** The example in a box in a box, as page builders write. */
const boxes: Family = (mails, style, chance) => {
  const deep = 1 + chance.below(6);
  const word = chance.of(["section", "div", "article", "fieldset"]);
  return headed(
    mails,
    chance,
    (mail) => `${`<${word}>`.repeat(deep)}<div>${inline(printed(mail, style), style, withBreaks)}</div>${`</${word}>`.repeat(deep)}`,
  );
};

/** A list whose items are the mails. */
const nestedItems: Family = (mails, style, chance) => {
  const list = chance.of(["ul", "ol"]);
  return `<${list}>${mails
    .map(
      (mail, i) =>
        `<li>${chance.may(0.5) ? `<p>事例${i + 1}</p>` : `<b>事例${i + 1}</b>`}<ul>${printed(mail, style)
          .map(({ label, lines }) => `<li>${label}${escaped(style.colon)}${withBreaks(lines)}</li>`)
          .join("")}</ul></li>`,
    )
    .join("\n")}</${list}>`;
};

/** Fields as labels, the body as paragraphs without one. */
const bodyBelow: Family = (mails, style, chance) =>
  headed(mails, chance, (mail) => {
    const entries = printed(mail, style).filter(({ field }) => field !== "body");
    const body = printed(mail, style).find(({ field }) => field === "body");
    return `<p>${inline(entries, style, withBreaks)}</p>${body === undefined ? "" : chance.may(0.5) ? `<div>${withBreaks(body.lines)}</div>` : `<blockquote>${paragraphs(body.lines)}</blockquote>`}`;
  });

/** Layouts in HTML, by name. */
export const HTML_FAMILIES: Readonly<Record<string, Family>> = {
  definitionList,
  keyedTable,
  headedTable,
  columnTable,
  spannedTable,
  bannerTable,
  breaks,
  blocks,
  headings,
  quotation,
  quotedBody,
  accordion,
  items,
  cells,
  boldLines,
  listedValues,
  boxes,
  nestedItems,
  bodyBelow,
};
