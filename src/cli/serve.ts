import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ArchiveProblem } from "../archive/problem.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { CannotStart, startServer } from "../web/server/server.ts";
import { isLoopback } from "../web/server/options.ts";
import type { Limits, ServerOptions } from "../web/server/options.ts";
import { archivePlace } from "./archive-place.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";
import { SERVE_HELP } from "./serve-help.ts";

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  archive: { type: "string" },
  data: { type: "string" },
  "public-url": { type: "string" },
  "behind-proxy": { type: "boolean" },
  "open-reports": { type: "boolean" },
  "mail-mb": { type: "string" },
  uploads: { type: "string" },
  "session-minutes": { type: "string" },
  examiners: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const MB = 1024 * 1024;
const MINUTE_MS = 60_000;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/** Whether `args` (beginning with `serve`) ask for the server, and not for a look at a built site. */
export function asksForServer(args: readonly string[]): boolean {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false });
    // The value of an option that is written wrongly, or of one that follows an option without its value, looks like a folder.
    const misspelt = Object.entries(values).some(([name, value]) => !Object.hasOwn(OPTIONS, name) || String(value).startsWith("-"));
    return misspelt || positionals.length === 1;
  } catch {
    return true;
  }
}

/** `ayashii serve`: runs until `stop`. Returns the exit code. */
export async function serveCommand(args: readonly string[], environment: NodeJS.ProcessEnv, streams: Streams, stop = interrupted()): Promise<number> {
  let lang: Language = languageAsked(args) ?? languageOfLocale(environment);
  try {
    const values = parsed(args.slice(1));
    if (values.lang === "ja" || values.lang === "en") lang = values.lang;
    if (values.help === true) {
      streams.out(SERVE_HELP[lang]);
      return 0;
    }
    return await run(optionsOf(values, environment), lang, streams, stop);
  } catch (error) {
    return complain(streams, error instanceof WrongOption ? error.text[lang] : error instanceof Error ? error.message : String(error));
  }
}

async function run(options: ServerOptions, lang: Language, streams: Streams, stop: AbortSignal): Promise<number> {
  try {
    const server = await startServer(options, (line) => streams.err(`${logLine(line)}\n`));
    streams.err(STARTED[lang](server.url));
    if (!isLoopback(options.host) && options.publicUrl?.startsWith("https:") !== true) streams.err(CLEAR_TEXT[lang]);
    await new Promise<void>((resolve) => (stop.aborted ? resolve() : stop.addEventListener("abort", () => resolve(), { once: true })));
    streams.err(STOPPING[lang]);
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof CannotStart) return complain(streams, whyNot(error.kind, options)[lang]);
    if (error instanceof ArchiveProblem) return complain(streams, error.text[lang]);
    throw error;
  }
}

/** One event a line, with its instant (UTC): what else stands on several lines, such as where a program failed, is joined. */
function logLine(line: string): string {
  return `${new Date().toISOString()} ${line.trim().replace(/\s*\n\s*/g, " | ")}`;
}

const CLEAR_TEXT: Bilingual = {
  ja: "注意: パスワードとメールが暗号化されずに届きます。TLS のプロキシを前に置き、--public-url https://… --behind-proxy を付けてください(docs/server.md)\n",
  en: "Note: passwords and mails arrive unencrypted. Put a TLS proxy in front and add --public-url https://… --behind-proxy (docs/server.md)\n",
};
const STARTED: Readonly<Record<Language, (url: string) => string>> = {
  ja: (url) => `${url} で動いています(Ctrl-C で終わり)\n`,
  en: (url) => `Running at ${url} (Ctrl-C to stop)\n`,
};
const STOPPING: Bilingual = { ja: "終わります。受け取ったメールは保管されています。\n", en: "Stopping. What was taken in is kept.\n" };

function whyNot(kind: CannotStart["kind"], { host, port, publicUrl }: ServerOptions): Bilingual {
  if (kind === "needs-admin") {
    const where = isLoopback(host) ? (publicUrl ?? "--behind-proxy") : host;
    return {
      ja: `${where} ではほかの機械からも届くため、管理者のアカウントがなければ始められません。先に ayashii accounts add NAME --role admin を実行してください`,
      en: `${where} is reached from other machines, so nothing starts without an admin account: run ayashii accounts add NAME --role admin first`,
    };
  }
  if (kind === "port-forbidden")
    return {
      ja: `ポート ${port} は、この利用者では使えません(1024 未満は管理者だけの環境が多い)。--port で 1024 以上を指定し、公開はプロキシに任せてください`,
      en: `port ${port} is not allowed for this user (mostly so below 1024); choose one from 1024 on with --port, and let a proxy stand in front`,
    };
  if (kind === "no-address") return { ja: `${host} はこの機械のアドレスではありません`, en: `${host} is no address of this machine` };
  return {
    ja: `ポート ${port} は別のプログラムが使っています。--port でほかの番号を指定してください`,
    en: `another program uses port ${port}; choose another with --port`,
  };
}

/** Also where the options cannot be read: what is wrong with them is said in that language. */
function languageAsked(args: readonly string[]): Language | undefined {
  const asked = args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length) ?? args[args.indexOf("--lang") + 1];
  return args.some((arg) => arg.startsWith("--lang")) && (asked === "ja" || asked === "en") ? asked : undefined;
}

/** What Node says of wrong options is one long English sentence or several lines; the first part names the option. */
function parsed(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const said = String(error instanceof Error ? error.message : error).split(/[.\n]/)[0] ?? "";
    throw new WrongOption({ ja: `使い方が違います(${said})。ayashii serve --help を見てください`, en: `${said}; see ayashii serve --help` });
  }
}

class WrongOption extends Error {
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}

function optionsOf(values: Values, environment: NodeJS.ProcessEnv): ServerOptions {
  const mailMb = whole("--mail-mb", values["mail-mb"], 1, 1000);
  const uploads = whole("--uploads", values.uploads, 1, 10_000_000);
  const minutes = whole("--session-minutes", values["session-minutes"], 1, 100_000);
  const examiners = whole("--examiners", values.examiners, 1, 64);
  const limits: Partial<Limits> = {
    ...(mailMb === undefined ? {} : { mailBytes: mailMb * MB }),
    ...(uploads === undefined ? {} : { uploadsAMinute: uploads }),
    ...(examiners === undefined ? {} : { examiners }),
    ...(minutes === undefined ? {} : { sessionIdle: minutes * MINUTE_MS }),
  };
  return {
    host: values.host ?? "127.0.0.1",
    port: whole("--port", values.port, 0, 65_535) ?? 8787,
    archive: archivePlace(values.archive, environment),
    data: dataFolder(values.data),
    publicUrl: publicUrl(values["public-url"]),
    behindProxy: behindProxy(values),
    openReports: values["open-reports"],
    limits,
  };
}

function whole(name: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new WrongOption({ ja: `${name} は ${least} から ${most} の整数です`, en: `${name} is a whole number from ${least} to ${most}` });
}

/** Without `brands/` in it the desk could edit nothing, and nobody would know why. */
function dataFolder(value: string | undefined): string | undefined {
  if (value === undefined || existsSync(path.join(value, "brands"))) return value;
  throw new WrongOption({
    ja: `--data ${value}: そこに brands/ がありません。ayashii に付いている data/ を写して、その場所を指定してください`,
    en: `--data ${value}: there is no brands/ in it; make a copy of the data/ that comes with ayashii and name that`,
  });
}

function behindProxy(values: Values): boolean | undefined {
  if (values["behind-proxy"] !== true || values["public-url"] !== undefined) return values["behind-proxy"];
  throw new WrongOption({
    ja: "--behind-proxy には --public-url(人が使うアドレス、https://desk.example.org など)も要ります",
    en: "--behind-proxy needs --public-url too: the address that people use, such as https://desk.example.org",
  });
}

function publicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.username === "") return url.origin;
  throw new WrongOption({ ja: "--public-url は https://desk.example.org のように書きます", en: "--public-url is written like https://desk.example.org" });
}

/** Aborts when the person at the terminal, or the system, wants the command to end. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}
