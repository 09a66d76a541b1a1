import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { examineKeeping, examineOnlineKeeping } from "../app/examine.ts";
import { countMails, readMails } from "../intake/index.ts";
import type { MailItem } from "../intake/index.ts";
import type { Examination } from "../report/examination.ts";
import { oneLine, renderHtml, renderTerminal, toJsonLine, toJsonReport } from "../report/index.ts";
import type { Examined } from "../app/examine.ts";
import type { Registry } from "../brands/registry.ts";
import type { AdvisoryIndex } from "../advisories/index.ts";
import { liveAdvisories } from "./live-advisories.ts";
import { liveRegistry } from "./live-registry.ts";
import { Keeper, keptLine } from "./keeper.ts";
import { openOnline } from "./online.ts";
import type { OnlineSession } from "./online.ts";
import type { Options } from "./options.ts";
import { Overview, rowOf } from "./overview.ts";
import { problemText } from "./problem-text.ts";
import { Progress } from "./progress.ts";

/** Where the command writes; a test hands in its own. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  readonly errIsTTY: boolean;
}

const WORDS = {
  noFile: { ja: "調べるファイルを指定してください(例: ayashii examine mail.eml)", en: "name a file to examine (for example: ayashii examine mail.eml)" },
  needsFolder: { ja: "--html で複数のメールを調べるときは、-o フォルダー を指定してください", en: "--html with several mails needs -o FOLDER" },
  cannotRead: { ja: "記録として読めません", en: "cannot be read as a record of answers" },
  noWarnings: { ja: "注意喚起のフォルダーとして読めません", en: "cannot be read as a folder of warnings" },
  cannotWrite: { ja: "書けません", en: "cannot be written" },
};

/** `ayashii examine FILE...`: exit code 0 nothing suspicious, 1 something suspicious, 2 something unreadable. */
export async function examineCommand(files: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { lang } = options;
  if (files.length === 0) return refuse(streams, WORDS.noFile[lang]);
  const total = await countMails(files);
  if (options.format === "html" && total > 1 && options.output === undefined) return refuse(streams, WORDS.needsFolder[lang]);
  const live = liveRegistry(options.brands);
  for (const problem of live.problems) streams.err(`${problem}\n`);
  if (live.problems.length > 0) return 2;
  const warnings = openWarnings(options, streams);
  if (warnings === "unreadable") return 2;
  const session = openSession(options);
  if (session === "unreadable") return refuse(streams, `${oneLine(options.answers ?? "", 500)}: ${WORDS.cannotRead[lang]}`);
  const keeper = options.save ? await openKeeper(options, streams) : undefined;
  if (keeper === "unusable") return 2;
  const run = new Run(options, streams, total, { registry: live.registry, advisories: warnings }, session, keeper);
  const progress = new Progress(total, streams, lang);
  let unreadable = false;
  for await (const item of readMails(files)) {
    progress.step();
    if (item.kind === "mail") {
      await run.take(item);
      continue;
    }
    progress.clear();
    streams.err(`${oneLine(item.message[lang], 500)}\n`);
    unreadable ||= item.fatal;
  }
  progress.clear();
  await keeper?.close();
  return run.finish(unreadable);
}

async function openKeeper({ archive, reporter, lang }: Options, streams: Streams): Promise<Keeper | "unusable"> {
  try {
    return await Keeper.open(archive, reporter);
  } catch (error) {
    streams.err(`ayashii: ${problemText(error, lang)}\n`);
    return "unusable";
  }
}

/** What is saved of warnings since the build, or in a folder of one's own. A broken record is told and left out. */
function openWarnings({ advisories, lang }: Options, streams: Streams): AdvisoryIndex | "unreadable" | undefined {
  try {
    const live = liveAdvisories(advisories);
    for (const problem of live.problems) streams.err(`${problem}\n`);
    return live.advisories;
  } catch (error) {
    streams.err(`ayashii: ${advisories ?? "data/advisories"}: ${WORDS.noWarnings[lang]} (${(error as NodeJS.ErrnoException).code ?? "error"})\n`);
    return "unreadable";
  }
}

/** What a mail is compared with, where it is not what is compiled in. */
interface Facts {
  readonly registry: Registry | undefined;
  readonly advisories: AdvisoryIndex | undefined;
}

function openSession(options: Options): OnlineSession | "unreadable" | undefined {
  try {
    return openOnline(options);
  } catch {
    return "unreadable";
  }
}

function refuse(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

class Run {
  readonly #options: Options;
  readonly #streams: Streams;
  readonly #total: number;
  readonly #facts: Facts;
  readonly #session: OnlineSession | undefined;
  readonly #keeper: Keeper | undefined;
  readonly #overview = new Overview();
  /** Files this run has begun: written anew by the first report, and added to by the others. */
  readonly #begun = new Set<string>();
  #failed = false;

  constructor(options: Options, streams: Streams, total: number, facts: Facts, session: OnlineSession | undefined, keeper: Keeper | undefined) {
    this.#options = options;
    this.#streams = streams;
    this.#total = total;
    this.#facts = facts;
    this.#session = session;
    this.#keeper = keeper;
  }

  async take(item: MailItem): Promise<void> {
    const started = performance.now();
    const given = { pasted: item.pasted, ...this.#facts };
    const examined = this.#session === undefined ? examineKeeping(item.raw, given) : await examineOnlineKeeping(item.raw, this.#session, given);
    const ms = performance.now() - started;
    const { examination } = examined;
    const keptAs = await this.#keep(item, examined, ms);
    this.#overview.add(rowOf(item.file, examination, this.#options.lang));
    const text = this.#render(examination, item.file, ms) + (this.#options.format === "terminal" && this.#total <= 1 ? keptAs : "");
    if (text === "") return;
    const { output, format } = this.#options;
    if (output !== undefined && format === "html" && this.#total > 1) this.#write(path.join(output, htmlName(item.file)), text);
    else this.#emit(text);
  }

  /** One line about where it is kept; empty when it is not. */
  async #keep(item: MailItem, examined: Examined, ms: number): Promise<string> {
    const { lang } = this.#options;
    if (this.#keeper === undefined) return "";
    try {
      return `\n${keptLine(await this.#keeper.keep(item.raw, examined, item.file, ms), lang)}`;
    } catch (error) {
      this.#failed = true;
      this.#streams.err(`${oneLine(item.file, 500)}: ${problemText(error, lang)}\n`);
      return "";
    }
  }

  finish(unreadable: boolean): number {
    const { format, lang, width } = this.#options;
    if (format === "terminal" && this.#overview.total > 1) this.#emit(this.#overview.render(lang, width));
    this.#saveAnswers();
    const count = this.#keeper?.count ?? 0;
    if (count > 0 && (this.#options.format !== "terminal" || this.#total > 1))
      this.#streams.err(lang === "ja" ? `${count} 通を保管しました: ${this.#options.archive}\n` : `kept ${count} mails in ${this.#options.archive}\n`);
    if (unreadable || this.#failed) return 2;
    return this.#overview.count("impersonation") + this.#overview.count("suspicious") > 0 ? 1 : 0;
  }

  #emit(text: string): void {
    if (this.#options.output === undefined) this.#streams.out(text);
    else this.#write(this.#options.output, text);
  }

  /** Several mails end with one table; a report of each would bury it. */
  #render(examination: Examination, file: string, ms: number): string {
    const { format, lang, width, colour } = this.#options;
    if (format === "json") return `${toJsonLine(toJsonReport(examination, file, ms))}\n`;
    if (format === "html") return renderHtml(examination, lang);
    return this.#total > 1 ? "" : renderTerminal(examination, { lang, width, colour });
  }

  #write(file: string, text: string): void {
    this.#attempt(file, () => {
      if (this.#begun.has(file)) return appendFileSync(file, text);
      mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      writeFileSync(file, text);
      if (file === this.#options.output) this.#begun.add(file);
    });
  }

  #saveAnswers(): void {
    this.#attempt(this.#options.record ?? "", () => this.#session?.save());
  }

  #attempt(file: string, write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#failed = true;
      this.#streams.err(`${file}: ${WORDS.cannotWrite[this.#options.lang]} (${(error as NodeJS.ErrnoException).code ?? "error"})\n`);
    }
  }
}

/** A name for the report of one mail of many: its path, without what a path means. */
function htmlName(file: string): string {
  return `${file.replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(-150)}.html`;
}
