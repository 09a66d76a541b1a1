import { parseArgs } from "node:util";
import { openBeside } from "../archive/beside-file.ts";
import { ArchiveProblem } from "../archive/problem.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { Accounts, ROLES } from "../web/server/accounts/accounts.ts";
import { AuditLog } from "../web/server/accounts/audit-log.ts";
import { ACCOUNTS_SCHEMA } from "../web/server/accounts/tables.ts";
import { OPERATOR } from "../web/server/forgetting.ts";
import { filesBeside } from "../web/server/options.ts";
import { NEW_ACCOUNT_PROBLEMS, passwordProblem } from "../web/server/pages/words.ts";
import { ACCOUNTS_HELP } from "./accounts-help.ts";
import { archivePlace } from "./archive-place.ts";
import { askPassword } from "./ask-password.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";

const OPTIONS = {
  role: { type: "string" },
  archive: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Ends the command with a line for the person. */
class Refused extends Error {
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}

interface Work {
  readonly accounts: Accounts;
  readonly audit: AuditLog;
  readonly streams: Streams;
  readonly lang: Language;
}

/** `ayashii accounts`; `args` begins after the command. Returns the exit code. */
export async function accountsCommand(args: readonly string[], environment: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  let lang = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.lang === "ja" || values.lang === "en") lang = values.lang;
    if (values.help === true) {
      streams.out(ACCOUNTS_HELP[lang]);
      return 0;
    }
    const file = openBeside(filesBeside(archivePlace(values.archive, environment)).accounts, ACCOUNTS_SCHEMA);
    try {
      const now = (): string => new Date().toISOString();
      await run(positionals, values.role, { accounts: new Accounts(file, now), audit: new AuditLog(file, now), streams, lang });
      return 0;
    } finally {
      file.close();
    }
  } catch (error) {
    const text = error instanceof Refused || error instanceof ArchiveProblem ? error.text[lang] : error instanceof Error ? error.message : String(error);
    streams.err(`ayashii: ${text}\n`);
    return 2;
  }
}

const USAGE: Bilingual = {
  ja: "accounts add NAME --role ROLE | list | password NAME | remove NAME のどれかです(ayashii accounts --help)",
  en: "accounts takes add NAME --role ROLE | list | password NAME | remove NAME (ayashii accounts --help)",
};

async function run(words: readonly string[], role: string | undefined, work: Work): Promise<void> {
  const [verb, name, ...rest] = words;
  if (verb === "list" && name === undefined) return list(work);
  if (name === undefined || rest.length > 0) throw new Refused(USAGE);
  if (verb === "add") return add(name, role, work);
  if (verb === "password") return setPassword(name, work);
  if (verb === "remove") return remove(name, work);
  throw new Refused(USAGE);
}

function list({ accounts, streams }: Work): void {
  for (const { name, role, created } of accounts.list()) streams.out(`${name}\t${role}\t${created.slice(0, 10)}\n`);
}

async function add(name: string, asked: string | undefined, work: Work): Promise<void> {
  const role = ROLES.find((one) => one === asked);
  if (role === undefined) throw new Refused({ ja: "--role に reporter、editor、admin のどれかが要ります", en: "--role reporter, editor or admin is needed" });
  if (work.accounts.byName(name) !== undefined) throw new Refused(NEW_ACCOUNT_PROBLEMS.taken);
  const made = await work.accounts.add(name, role, await newPassword(work));
  if (made.kind === "refused") throw new Refused(NEW_ACCOUNT_PROBLEMS[made.why]);
  work.audit.add({ account: OPERATOR, action: "add-account", on: name, note: role });
  work.streams.err(work.lang === "ja" ? `${name} を ${role} として作りました\n` : `made ${name}, ${role}\n`);
}

async function setPassword(name: string, work: Work): Promise<void> {
  const { id } = known(name, work);
  await work.accounts.setPassword(id, await newPassword(work));
  work.audit.add({ account: OPERATOR, action: "reset-password", on: name });
  work.streams.err(work.lang === "ja" ? `${name} のパスワードを変えました\n` : `the password of ${name} is set\n`);
}

function remove(name: string, work: Work): void {
  const { id } = known(name, work);
  if (!work.accounts.remove(id)) throw new Refused({ ja: `${name} は最後の管理者なので消せません`, en: `${name} is the last admin and stays` });
  work.audit.add({ account: OPERATOR, action: "remove-account", on: name });
  work.streams.err(work.lang === "ja" ? `${name} を消しました\n` : `${name} is gone\n`);
}

function known(name: string, { accounts }: Work) {
  const account = accounts.byName(name);
  if (account === undefined) throw new Refused({ ja: `${name} というアカウントはありません`, en: `there is no account ${name}` });
  return account;
}

async function newPassword({ streams, lang }: Work): Promise<string> {
  const prompts = lang === "ja" ? { first: "パスワード: ", again: "もう一度: " } : { first: "Password: ", again: "Once more: " };
  const password = await askPassword(prompts, streams.err);
  if (password === undefined) throw new Refused({ ja: "2 つのパスワードが違います", en: "the two passwords differ" });
  const wrong = passwordProblem(password);
  if (wrong !== undefined) throw new Refused(wrong);
  return password;
}
