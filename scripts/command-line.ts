/** The command lines of the measuring commands: options read by their kinds, `--help`, and faults told in one line. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

/** Something the person who typed can mend; told in one line that says how, with exit code 2. */
export class Fault extends Error {}

interface Flag {
  readonly kind: "flag";
}
interface Text {
  readonly kind: "text";
}
interface Amount<Usual extends number | undefined> {
  readonly kind: "amount";
  readonly least: number;
  readonly usual: Usual;
}
type Option = Flag | Text | Amount<number | undefined>;
type ValueOf<One extends Option> = One extends Flag ? boolean : One extends Amount<infer Usual> ? number | Usual : string | undefined;

/** An option that is there or not. */
export const flag: Flag = { kind: "flag" };
/** An option with a text, such as the name of a folder; undefined when it is left out. */
export const text: Text = { kind: "text" };
/** An option with a whole number from `least`; `usual` is what counts when it is left out, and may be undefined. */
export const amount = <const Usual extends number | undefined>(usual: Usual, least = 1): Amount<Usual> => ({ kind: "amount", usual, least });

/** How many words may stand beside the options, and what is missing when there are too few. */
export interface Words {
  readonly least?: number;
  readonly most: number;
  readonly missing?: string;
}

/** What was typed, read. */
export interface CommandLine<Options extends Readonly<Record<string, Option>>> {
  readonly values: { readonly [Name in keyof Options]: ValueOf<Options[Name]> };
  readonly words: readonly string[];
}

/**
 * Reads this process's command line. `usage` is the text of `--help`; its first words say how the command is called
 * (`npm run NAME` or `npx tsx scripts/NAME.ts`). Asked for help, the process prints it and ends with 0. From here on a
 * `Fault`, or a file that cannot be read, ends the process with one line on stderr and 2; other errors keep their stack and end it with 1.
 */
export function commandLine<const Options extends Readonly<Record<string, Option>>>(
  usage: string,
  options: Options,
  allowed: Words = { most: 0 },
): CommandLine<Options> {
  const call = /^(?:npm run|npx tsx) (?:\S*\/)?([\w:-]+?)(?:\.ts)?(?= |$)/m.exec(usage);
  if (call === null) throw new Error("the usage does not begin with how the command is called");
  tellFaults(call[1] ?? "");
  const asked = call[0].startsWith("npm") ? `${call[0]} -- --help` : `${call[0]} --help`;
  const hint = `; \`${asked}\` tells more`;
  const { values, positionals } = parsed(options, hint);
  if (values["help"] === true) {
    complete(usage, options);
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  if (positionals.length < (allowed.least ?? 0)) throw new Fault(`${allowed.missing ?? "something is missing"}${hint}`);
  if (positionals.length > allowed.most) throw new Fault(`"${positionals[allowed.most]}" is one word too many${hint}`);
  const read = Object.entries(options).map(([name, option]) => [name, valueOf(name, option, values[name])]);
  return { values: Object.fromEntries(read) as CommandLine<Options>["values"], words: positionals };
}

interface Typed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parsed(options: Readonly<Record<string, Option>>, hint: string): Typed {
  const kinds = Object.entries(options).map(([name, { kind }]) => [name, { type: kind === "flag" ? ("boolean" as const) : ("string" as const) }]);
  try {
    return parseArgs({ allowPositionals: true, options: { ...Object.fromEntries(kinds), help: { type: "boolean", short: "h" } } });
  } catch (error) {
    // Node's own words, without its advice about words that begin with a hyphen.
    const what = (error instanceof Error ? error.message : String(error)).split(/\n|\. To specify/)[0] ?? "";
    throw new Fault(`${what.charAt(0).toLowerCase()}${what.slice(1).replace(/\.$/, "")}${hint}`);
  }
}

function valueOf(name: string, option: Option, typed: unknown): boolean | string | number | undefined {
  if (option.kind === "flag") return typed === true;
  if (option.kind === "amount") return wholeNumber(`--${name}`, typed as string | undefined, option.usual, option.least);
  if (typed === "") throw new Fault(`--${name} needs a value`);
  return typed as string | undefined;
}

/** A usage that forgets an option, or says another number than what counts, is a mistake of ours: tests ask every command for help. */
function complete(usage: string, options: Readonly<Record<string, Option>>): void {
  for (const [name, option] of Object.entries(options)) {
    const line = usage.split("\n").find((one) => one.startsWith(`  --${name} `));
    if (line === undefined) throw new Error(`the usage has no line for --${name}`);
    if (option.kind === "amount" && option.usual !== undefined && !line.includes(`(${option.usual.toLocaleString("en")})`))
      throw new Error(`the usage does not say that --${name} is ${option.usual.toLocaleString("en")}`);
  }
}

/** Errors that say a file or a folder is not as named, with the name in their message. */
const OF_FILES: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "EACCES"]);

function tellFaults(name: string): void {
  process.once("uncaughtException", (error: Error & { readonly code?: unknown }) => {
    const mendable = error instanceof Fault || OF_FILES.has(error.code);
    console.error(mendable ? `${name}: ${error.message}` : error);
    process.exit(mendable ? 2 : 1);
  });
}

/** A whole number from `least` that was typed as `what`; `usual` when nothing was typed. Throws a Fault for anything else. */
export function wholeNumber<Usual extends number | undefined>(what: string, typed: string | undefined, usual: Usual, least = 1): number | Usual {
  if (typed === undefined) return usual;
  const number = typed.trim() === "" ? Number.NaN : Number(typed);
  if (!Number.isSafeInteger(number) || number < least) throw new Fault(`${what} is a whole number from ${least}, not "${typed}"`);
  return number;
}

/** The text of a file that somebody named. */
export function textOf(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Fault(`${file}: there is no such file`);
  return readFileSync(file, "utf8");
}

/** A folder that somebody named, when it is one. */
export function folderOf(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Fault(`${folder}: there is no such folder`);
  return folder;
}

/** Names of all .eml files in a folder and, unless `deep` is false, in those below it, sorted; a Fault when there is none. */
export function emlIn(folder: string, deep = true): string[] {
  const names = readdirSync(folderOf(folder), { recursive: deep, encoding: "utf8" }).filter((name) => name.endsWith(".eml"));
  if (names.length === 0) throw new Fault(`${folder}: there are no .eml files in it; name a folder of mails`);
  return names.sort().map((name) => path.join(folder, name));
}

/** The browser's file, as found; a Fault that says how to name it when there is none. */
export function browserOf(found: string | undefined): string {
  if (found === undefined) throw new Fault("no browser found; name Chromium's file in the environment variable CHROMIUM");
  return found;
}
