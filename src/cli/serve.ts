import { parseArgs } from "node:util";
import { ArchiveProblem } from "../archive/problem.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { CannotStart, startServer } from "../web/server/server.ts";
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
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false }).positionals.length === 1;
  } catch {
    return true;
  }
}

/** `ayashii serve`: runs until `stop`. Returns the exit code. */
export async function serveCommand(args: readonly string[], environment: NodeJS.ProcessEnv, streams: Streams, stop = interrupted()): Promise<number> {
  let lang: Language = languageOfLocale(environment);
  try {
    const { values } = parseArgs({ args: args.slice(1), options: OPTIONS });
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
    const server = await startServer(options, (line) => streams.err(`${line}\n`));
    streams.err(STARTED[lang](server.url));
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

const STARTED: Readonly<Record<Language, (url: string) => string>> = {
  ja: (url) => `${url} で動いています(Ctrl-C で終わり)\n`,
  en: (url) => `Running at ${url} (Ctrl-C to stop)\n`,
};
const STOPPING: Bilingual = { ja: "終わります。受け取ったメールは保管されています。\n", en: "Stopping. What was taken in is kept.\n" };

function whyNot(kind: CannotStart["kind"], { host, port }: ServerOptions): Bilingual {
  if (kind === "needs-admin")
    return {
      ja: `${host} ではほかの機械からも届くため、管理者のアカウントがなければ始められません。先に ayashii accounts add NAME --role admin を実行してください`,
      en: `${host} is reached from other machines, so nothing starts without an admin account: run ayashii accounts add NAME --role admin first`,
    };
  if (kind === "no-address") return { ja: `${host} はこの機械のアドレスではありません`, en: `${host} is no address of this machine` };
  return {
    ja: `ポート ${port} は別のプログラムが使っています。--port でほかの番号を指定してください`,
    en: `another program uses port ${port}; choose another with --port`,
  };
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
    data: values.data,
    publicUrl: publicUrl(values["public-url"]),
    behindProxy: values["behind-proxy"],
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
