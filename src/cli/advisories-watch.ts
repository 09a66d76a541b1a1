import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { VERSION } from "../app/version.generated.ts";
import type { Bilingual } from "../terms/index.ts";
import type { FetchLimits } from "./advisories-fetch.ts";
import { loadAdvisories, packageAdvisories } from "./advisories-files.ts";
import type { ImportContext } from "./advisories-import.ts";
import { caseKey } from "./watch/case-key.ts";
import { holdLock } from "./watch/lock.ts";
import { lookAt } from "./watch/look.ts";
import type { Look } from "./watch/look.ts";
import { listedPages, watchedPages } from "./watch/pages.ts";
import type { WatchedPage } from "./watch/pages.ts";
import { pendingKeys, writePending } from "./watch/pending.ts";
import { PoliteHosts } from "./watch/polite.ts";
import { readState, writeState } from "./watch/state.ts";
import type { WatchState } from "./watch/state.ts";

/** Options of `ayashii advisories watch` beside those of the import. */
export const WATCH_OPTIONS = {
  once: { type: "boolean" },
  every: { type: "string" },
  state: { type: "string" },
  pages: { type: "string" },
  contact: { type: "string" },
} as const;

export interface WatchValues {
  readonly once?: boolean | undefined;
  readonly every?: string | undefined;
  readonly state?: string | undefined;
  readonly pages?: string | undefined;
  readonly contact?: string | undefined;
  readonly brand?: string | undefined;
  readonly json?: boolean | undefined;
  readonly advisories?: string | undefined;
}

/** The outside as the watcher meets it; tests give their own. */
export interface WatchDoor {
  readonly now: () => Date;
  /** Waits that many milliseconds; false: stop watching. */
  readonly sleep: (milliseconds: number) => Promise<boolean>;
  /** Between two requests to one host, in milliseconds. */
  readonly pause: number | undefined;
  readonly fetchLimits: FetchLimits;
}

const HOUR = 3_600_000;
/** No page is asked for more than once a day, whatever `--every` says. */
const LEAST_HOURS = 24;
const MOST_HOURS = 24 * 366;
/** Until it is tried again when another watcher is at work, in milliseconds. */
const HELD_SLEEP = 60_000;
/** Longest timer Node takes, with room to spare. */
const LONGEST_SLEEP = 24 * HOUR;
/** Hosts asked at the same time; each host gets one request at a time. */
const HOSTS_AT_ONCE = 4;

const WORDS = {
  every: { ja: "--every は 24h 以上です(24h、7d のように書く)", en: "--every is 24h or more (24h, 7d)" },
  nothing: { ja: "見に行くページがありません", en: "there is no page to look at" },
  "new-cases": { ja: "新しい事例", en: "new cases" },
  changed: { ja: "変わりましたが、新しい事例は読み取れません。目で確かめてください", en: "changed, but no new case could be read; have a look yourself" },
  unchanged: { ja: "変わっていません", en: "unchanged" },
  notDue: { ja: "ページは前回から間がなく、まだ見に行きません", en: "pages were looked at too lately to be asked again" },
  held: { ja: "別の watch が動いています", en: "another watch is at work" },
  approve: { ja: "承認: ayashii advisories pending list", en: "to approve: ayashii advisories pending list" },
} satisfies Record<string, Bilingual>;

/** Where the state and the drafts are kept: `--state`, else `ayashii` under the user's state folder (XDG Base Directory). */
export function stateFolder(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  return given ?? path.join(environment["XDG_STATE_HOME"] || path.join(homedir(), ".local", "state"), "ayashii");
}

/** `24h`, `7d` as milliseconds; undefined when it is neither, or less than a day. */
export function readEvery(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,5})([hd])$/u.exec(text) ?? [];
  const hours = Number(number) * (unit === "d" ? 24 : 1);
  return hours >= LEAST_HOURS && hours <= MOST_HOURS ? hours * HOUR : undefined;
}

/** `ayashii advisories watch`. Exit codes: 0 looked, nothing new; 1 drafts wait for approval; 2 wrong usage or no page could be had. */
export async function watchAdvisories(values: WatchValues, context: ImportContext, door: Partial<WatchDoor> = {}): Promise<number> {
  const { streams, lang } = context;
  const every = readEvery(values.every ?? "24h");
  if (every === undefined) return complain(context, WORDS.every[lang]);
  const list = listedPages(values.pages ?? path.join(path.dirname(packageAdvisories()), "warning-pages.yaml"));
  const pages = watchedPages(context.registry, list, values.brand);
  if (pages.length === 0) return complain(context, WORDS.nothing[lang]);
  const directory = stateFolder(values.state, context.environment);
  const now = door.now ?? (() => new Date());
  const sleep = door.sleep ?? ((milliseconds: number) => wait(milliseconds, true));
  let code = 0;
  for (;;) {
    const release = holdLock(directory);
    if (release === undefined) {
      code = complain(context, `${directory}: ${WORDS.held[lang]}`);
      if (values.once === true || !(await sleep(HELD_SLEEP))) return code;
      continue;
    }
    let next: number;
    try {
      const state = readState(directory);
      const due = pages.filter((page) => timeLeft(page, state, every, now()) <= 0);
      if (due.length < pages.length && values.json !== true) streams.err(`# ${pages.length - due.length} ${WORDS.notDue[lang]}\n`);
      code = Math.max(code, await lookAtAll(due, state, directory, values, context, { ...door, now }));
      next = Math.min(...pages.map((page) => timeLeft(page, state, every, now())));
    } finally {
      release();
    }
    if (values.once === true || !(await sleep(Math.min(Math.max(next, 1000), LONGEST_SLEEP)))) return code;
  }
}

function complain({ streams }: ImportContext, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

/** Milliseconds until a page may be asked again. A time in the future is a clock that was put back, and counts as now. */
function timeLeft(page: WatchedPage, state: WatchState, every: number, now: Date): number {
  const asked = state.get(page.url)?.asked;
  return asked === undefined ? 0 : every - Math.max(0, now.getTime() - Date.parse(asked));
}

async function lookAtAll(
  pages: readonly WatchedPage[],
  state: WatchState,
  directory: string,
  values: WatchValues,
  context: ImportContext,
  door: Partial<WatchDoor> & Pick<WatchDoor, "now">,
): Promise<number> {
  const library = libraryOf(values.advisories);
  const waiting = pendingKeys(directory);
  const hosts = new PoliteHosts({ ...door.fetchLimits, userAgent: userAgent(values.contact) }, door.pause);
  let [drafts, problems] = [0, 0];
  await inHosts(pages, async (page) => {
    const now = door.now().toISOString();
    const known = (key: string): boolean => library.keys.has(key) || waiting.has(key);
    const { look, state: next } = await lookAt(page, state.get(page.url), { registry: context.registry, limits: hosts.limits, now, isKnown: known });
    // The draft first: a crash in between shows a case twice, never not at all.
    const file = look.kind === "new-cases" ? writePending(directory, look.draft, look.notice, (brand, id) => library.ids.has(`${brand}/${id}`)) : undefined;
    state.set(page.url, next);
    writeState(directory, state);
    if (look.kind === "new-cases") drafts++;
    if (look.kind === "problem") problems++;
    tell(page, look, file, values.json === true, context);
  });
  if (drafts > 0 && values.json !== true) context.streams.err(`# ${WORDS.approve[context.lang]}\n`);
  return drafts > 0 ? 1 : problems > 0 && problems === pages.length ? 2 : 0;
}

function libraryOf(directory: string | undefined): { readonly keys: ReadonlySet<string>; readonly ids: ReadonlySet<string> } {
  const files = loadAdvisories(directory);
  return {
    keys: new Set(files.flatMap(({ advisory }) => advisory?.cases.map(caseKey) ?? [])),
    ids: new Set(files.map(({ brand, id }) => `${brand}/${id}`)),
  };
}

/** Who asks (RFC 9110 §10.1.5): the program, and where to complain: `--contact`, or the project's page. */
function userAgent(contact: string | undefined): string {
  const { homepage } = JSON.parse(readFileSync(path.join(packageAdvisories(), "..", "..", "package.json"), "utf8")) as { homepage?: string };
  const where = (contact ?? homepage)?.replace(/[^\x21-\x7e]/gu, "");
  return `ayashii/${VERSION} (advisories watch${where === undefined ? "" : `; +${where}`})`;
}

/** Some hosts at the same time, the pages of each host one after another. */
async function inHosts(pages: readonly WatchedPage[], visit: (page: WatchedPage) => Promise<void>): Promise<void> {
  const byHost = new Map<string, WatchedPage[]>();
  for (const page of pages) {
    const { hostname } = new URL(page.url);
    byHost.set(hostname, [...(byHost.get(hostname) ?? []), page]);
  }
  const hosts = [...byHost.values()];
  const worker = async (): Promise<void> => {
    for (let mine = hosts.shift(); mine !== undefined; mine = hosts.shift()) for (const page of mine) await visit(page);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
}

function tell(page: WatchedPage, look: Look, file: string | undefined, json: boolean, { streams, lang }: ImportContext): void {
  if (json) {
    const cases = look.kind === "new-cases" ? look.draft.cases : [];
    const message = look.kind === "problem" ? look.message : undefined;
    return streams.out(`${JSON.stringify({ url: page.url, brand: page.brand, result: look.kind, draft: file, cases, message })}\n`);
  }
  if (look.kind === "problem") return streams.err(`! ${look.message[lang]}\n`);
  if (look.kind !== "new-cases") return streams.err(`# ${page.url}: ${WORDS[look.kind][lang]}\n`);
  streams.out(`${file}\n  ${page.url}: ${WORDS["new-cases"][lang]} ${look.draft.cases.length}\n`);
  for (const { name, subjects, senderAddresses, urls } of look.draft.cases)
    streams.out(`  - ${[name, ...subjects, ...senderAddresses, ...urls].join(" | ").slice(0, 300)}\n`);
}
