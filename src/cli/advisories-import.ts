import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lintAdvisory } from "../advisories/lint.ts";
import { readNotice } from "../advisories/notice.ts";
import type { Notice } from "../advisories/notice.ts";
import { caseOf } from "../advisories/layouts/layout.ts";
import type { UnreadReason } from "../advisories/layouts/layout.ts";
import { draftRecord, readRecord, recordYaml } from "../advisories/notice-record.ts";
import type { DraftRecord } from "../advisories/notice-record.ts";
import { decodeNotice } from "../advisories/notice-text.ts";
import type { Registry } from "../brands/registry.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { correct, terminalAsk } from "./advisories-correct.ts";
import type { Ask } from "./advisories-correct.ts";
import { recordProblemText } from "./advisories-problem.ts";
import { fetchNotice } from "./advisories-fetch.ts";
import type { FetchLimits } from "./advisories-fetch.ts";
import { packageAdvisories } from "./advisories-files.ts";
import type { Streams } from "./examine.ts";

/** Options of `ayashii advisories`, for `node:util` parseArgs. */
export const IMPORT_OPTIONS = {
  brand: { type: "string" },
  id: { type: "string" },
  url: { type: "string" },
  title: { type: "string" },
  published: { type: "string" },
  issuer: { type: "string" },
  "issuer-en": { type: "string" },
  note: { type: "string" },
  charset: { type: "string" },
  html: { type: "boolean" },
  text: { type: "boolean" },
  save: { type: "boolean" },
  out: { type: "string", short: "o" },
  yes: { type: "boolean", short: "y" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  brands: { type: "string" },
  advisories: { type: "string" },
} as const;

export interface ImportValues {
  readonly brand?: string | undefined;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly issuer?: string | undefined;
  readonly "issuer-en"?: string | undefined;
  readonly note?: string | undefined;
  readonly charset?: string | undefined;
  readonly html?: boolean | undefined;
  readonly text?: boolean | undefined;
  readonly save?: boolean | undefined;
  readonly out?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly advisories?: string | undefined;
}

/** The outside as the import meets it; tests give their own. */
export interface Door {
  readonly readStdin: () => Uint8Array;
  readonly today: () => string;
  readonly fetchLimits: FetchLimits;
  /** Asks a person; undefined when nobody is there. */
  readonly ask: Ask | undefined;
}

export interface ImportContext {
  readonly lang: Language;
  readonly environment: NodeJS.ProcessEnv;
  readonly streams: Streams;
  readonly registry: Registry;
}

const WORDS = {
  noCase: {
    ja: "このページから事例を読み取れませんでした。読めなかった行を上に示します",
    en: "no case could be read from this page; the lines that were not read are shown above",
  },
  unread: { ja: "読めなかった行", en: "lines that were not read" },
  more: { ja: "行あり(--json で全部)", en: "more lines (--json shows all)" },
  cutShort: { ja: "ページが長いため、はじめの 5,000 行だけを読みました", en: "the page is long: only its first 5,000 lines were read" },
  genuine: { ja: "本物として書かれているもの(事例にしません)", en: "named as genuine (never a case)" },
  needsYes: { ja: "保存するには、端末で確かめるか --yes を付けてください", en: "to save, confirm at a terminal or give --yes" },
  needsBrand: { ja: "ブランドが分かりません。--brand ID を付けてください", en: "the brand is not known; give --brand ID" },
  exists: { ja: "すでにあります。--id で別の名前を付けてください", en: "exists already; give another --id" },
  badId: { ja: "--id と --brand は英小文字・数字・- だけです", en: "--id and --brand are lower-case letters, digits and -" },
  byHand: {
    ja: "空の事例を 1 つ置きました。[u] で読めなかった行を入れられます",
    en: "one empty case is there: [u] puts lines that were not read into it",
  },
  howToSave: {
    ja: "保存するには --save を付けます(端末で確かめて直せます)",
    en: "--save saves it (you can check and correct it at the terminal first)",
  },
  saved: { ja: "書きました", en: "written" },
  counts: { ja: "次の ayashii examine から、この事例とも比べます", en: "ayashii examine compares with these cases from now on" },
  countsThere: { ja: "この事例とも比べるには: ayashii examine FILE", en: "to compare with these cases: ayashii examine FILE" },
  notSaved: { ja: "保存しませんでした", en: "not saved" },
  invalid: { ja: "このままでは保存できません", en: "cannot be saved like this" },
} satisfies Record<string, Bilingual>;

const WHY: Readonly<Record<UnreadReason, Bilingual>> = {
  description: { ja: "説明であって、そのままの文ではない", en: "a description, not the text itself" },
  image: { ja: "画像", en: "a picture" },
  genuine: { ja: "本物のメールか連絡先について書かれている", en: "said of genuine mail or of a contact" },
  "no-fake": { ja: "偽のメールだと書かれていない", en: "nothing says that it is of a fake" },
  "lone-field": { ja: "項目が 1 つだけ", en: "one field alone" },
};
const SHOWN_UNREAD = 60;
/** Lets an editor check the file as it is written. */
const SCHEMA_NOTE = "# yaml-language-server: $schema=../advisory.schema.json\n";

/** `ayashii advisories import SOURCE`. Exit codes: 0 cases were read (and saved, where asked), 1 no case, 2 could not be read or saved. */
export async function importNotice(source: string, values: ImportValues, context: ImportContext, door: Partial<Door> = {}): Promise<number> {
  const { lang, streams, registry } = context;
  const read = await readSource(source, values, door);
  if ("problem" in read) return complain(streams, read.problem[lang]);
  const { notice } = read;
  if (values.json !== true) tellUnread(notice, context);
  // A person at the terminal may still make a case of the lines that were not read.
  const byHand = notice.cases.length === 0 && notice.unread.length > 0 && values.save === true && askOf(values, door) !== undefined;
  if (notice.cases.length === 0) {
    if (values.json === true) streams.out(`${JSON.stringify({ cases: [], unread: notice.unread })}\n`);
    streams.err(`ayashii: ${source}: ${WORDS.noCase[lang]}\n`);
    if (!byHand) return 1;
    streams.err(`# ${WORDS.byHand[lang]}\n`);
  }
  const issuer = values.issuer === undefined ? undefined : { ja: values.issuer, en: values["issuer-en"] ?? values.issuer };
  const url = values.url ?? read.url;
  const checked = (door.today ?? (() => new Date().toISOString().slice(0, 10)))();
  const draft = draftRecord(byHand ? { ...notice, cases: [caseOf("事例1", {})] } : notice, { ...values, issuer, url, checked }, registry);
  if (values.json === true)
    streams.out(`${JSON.stringify({ ...draft, unread: notice.unread, officialAddresses: notice.officialAddresses, urlRules: notice.urlRules })}\n`);
  else streams.out(recordYaml(draft));
  tellRemarks(draft, context);
  return values.save === true || values.out !== undefined ? save(draft, notice.unread, values, context, door) : tellMissing(draft, context);
}

/** What would keep the record from being saved, said before somebody tries. */
function tellMissing(draft: DraftRecord, { lang, streams }: ImportContext): 0 {
  const missing = readRecord(recordYaml(draft), draft.brand ?? "unknown", draft.id).problems;
  for (const problem of missing) streams.err(`# ! ${recordProblemText(problem, lang)}\n`);
  streams.err(`# ${WORDS.howToSave[lang]}\n`);
  return 0;
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

type Source = { readonly notice: Notice; readonly url: string | undefined } | { readonly problem: Bilingual };

async function readSource(source: string, values: ImportValues, door: Partial<Door>): Promise<Source> {
  const kind = values.html === true ? "html" : values.text === true ? "text" : "auto";
  const parse = (bytes: Uint8Array, charset: string | undefined, html?: boolean): Notice =>
    readNotice(decodeNotice(bytes, values.charset ?? charset), kind === "auto" && html !== undefined ? (html ? "html" : "text") : kind);
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(source)) {
    const page = await fetchNotice(source, door.fetchLimits);
    return page.kind === "problem" ? { problem: page.message } : { notice: parse(page.bytes, page.charset, page.html), url: page.url };
  }
  try {
    const bytes = source === "-" ? (door.readStdin ?? (() => readFileSync(0)))() : readFileSync(source);
    return { notice: parse(bytes, undefined), url: undefined };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    return { problem: { ja: `${source}: 読めません (${code})`, en: `${source}: cannot be read (${code})` } };
  }
}

/** Nothing of the page is dropped silently: what was not read is told line by line. */
function tellUnread(notice: Notice, { lang, streams }: ImportContext): void {
  if (notice.unread.length > 0) streams.err(`# ${WORDS.unread[lang]}: ${notice.unread.length}\n`);
  for (const { line, text, why } of notice.unread.slice(0, SHOWN_UNREAD))
    streams.err(`#   ${line}: ${text.slice(0, 120)}${why === undefined ? "" : `  (${WHY[why][lang]})`}\n`);
  if (notice.unread.length > SHOWN_UNREAD) streams.err(`#   … ${notice.unread.length - SHOWN_UNREAD} ${WORDS.more[lang]}\n`);
  if (notice.cutShort) streams.err(`# ${WORDS.cutShort[lang]}\n`);
  const genuine = [...notice.officialAddresses, ...notice.urlRules];
  if (genuine.length > 0) streams.err(`# ${WORDS.genuine[lang]}: ${genuine.join(", ")}\n`);
}

function tellRemarks(draft: DraftRecord, { lang, streams, registry }: ImportContext): void {
  if (draft.brand === undefined) return streams.err(`# ${WORDS.needsBrand[lang]}\n`);
  streams.err(`# ${draft.brand}/${draft.id}\n`);
  for (const remark of lintAdvisory({ ...draft, brand: draft.brand }, registry))
    streams.err(`# ${remark.kind === "error" ? "!" : "?"} ${remark.message[lang]}\n`);
}

/** Who can be asked: the one given, else the terminal; nobody with --yes. */
function askOf(values: ImportValues, door: Partial<Door>): Ask | undefined {
  if (values.yes === true) return undefined;
  return door.ask ?? (process.stdin.isTTY === true ? terminalAsk() : undefined);
}

async function save(draft: DraftRecord, unread: Notice["unread"], values: ImportValues, context: ImportContext, door: Partial<Door>): Promise<number> {
  const { lang, streams } = context;
  let yaml = recordYaml(draft);
  let { brand } = draft;
  const ask = askOf(values, door);
  if (values.yes !== true && ask === undefined) return complain(streams, WORDS.needsYes[lang]);
  if (values.yes !== true && ask !== undefined) {
    const corrected = await correct({ yaml, brand, unread }, ask, context);
    if (corrected === undefined) return complain(streams, WORDS.notSaved[lang]);
    ({ yaml, brand } = corrected);
  }
  return writeRecord(yaml, brand, draft.id, values, context);
}

/** Writes the file only when it reads back as a record, to a place where none stands yet. */
export function writeRecord(yaml: string, brand: string | undefined, id: string, values: ImportValues, { lang, streams, registry }: ImportContext): number {
  if (brand === undefined && values.out === undefined) return complain(streams, WORDS.needsBrand[lang]);
  if (!/^[a-z0-9][a-z0-9-]{0,80}$/u.test(id) || !/^[a-z0-9][a-z0-9-]{0,80}$/u.test(brand ?? "x")) return complain(streams, WORDS.badId[lang]);
  const file = values.out ?? path.join(values.advisories ?? packageAdvisories(), brand ?? "", `${id}.yaml`);
  const { advisory, problems } = readRecord(yaml, brand ?? "unknown", id);
  const errors = advisory === undefined || brand === undefined ? [] : lintAdvisory(advisory, registry).filter((remark) => remark.kind === "error");
  for (const problem of problems) streams.err(`${file}:${recordProblemText(problem, lang)}\n`);
  for (const remark of errors) streams.err(`${file}: ${remark.message[lang]}\n`);
  if (advisory === undefined || errors.length > 0) return complain(streams, WORDS.invalid[lang]);
  if (existsSync(file)) return complain(streams, `${file}: ${WORDS.exists[lang]}`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, values.out === undefined ? `${SCHEMA_NOTE}${yaml}` : yaml, { flag: "wx" });
  } catch (error) {
    return complain(streams, `${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  streams.err(`# ${WORDS.saved[lang]}: ${file}\n`);
  if (values.out === undefined)
    streams.err(`# ${values.advisories === undefined ? WORDS.counts[lang] : `${WORDS.countsThere[lang]} --advisories ${values.advisories}`}\n`);
  return 0;
}
