import { VERSION } from "../app/version.generated.ts";
import type { Language } from "../terms/index.ts";
import { advisoriesCommand } from "./advisories.ts";
import { archiveCommand, isArchiveCommand } from "./archive-commands.ts";
import { brandsAddCommand } from "./brands-add.ts";
import { brandsFind, brandsLint, brandsList, brandsShow } from "./brands.ts";
import type { CommandOutcome } from "./brands.ts";
import { examineCommand } from "./examine.ts";
import type { Streams } from "./examine.ts";
import { holdHeapSmall } from "./heap.ts";
import { HELP } from "./help.ts";
import { readOptions } from "./options.ts";
import type { Options } from "./options.ts";

/** The command line; returns the exit code (0, 1, 2 as `--help` says). */
export async function main(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
  terminal: { isTTY: boolean; columns: number | undefined },
): Promise<number> {
  holdHeapSmall();
  if (args[0] === "advisories") return advisoriesCommand(args.slice(1), environment, streams);
  // Loaded when asked for: what draws and escapes articles is no part of what examining a mail waits for.
  if (args[0] === "article") return (await import("./article.ts")).articleCommand(args.slice(1), environment, streams);
  if (args[0] === "brands" && args[1] === "add" && !args.includes("--help") && !args.includes("-h"))
    return brandsAddCommand(args.slice(2), environment, streams, new Date().toISOString().slice(0, 10));
  if (isArchiveCommand(args[0]) && !args.includes("--help") && !args.includes("-h")) return archiveCommand(args, environment, streams, terminal.columns);
  // Loaded only here: what it needs would slow down every other command's start.
  if (args[0] === "accounts") return (await import("./accounts.ts")).accountsCommand(args.slice(1), environment, streams);
  if (args[0] === "serve") {
    const { asksForServer, serveCommand } = await import("./serve.ts");
    if (asksForServer(args)) return serveCommand(args, environment, streams);
  }
  if (args[0] === "site" || args[0] === "serve") return (await import("./site.ts")).siteCommand(args, environment, streams);
  if (args[0] === "export") return (await import("./export.ts")).exportCommand(args.slice(1), environment, streams);
  const parsed = readOptions(args, environment, terminal);
  if (parsed.kind === "wrong") return complain(streams, parsed.message[parsed.lang]);
  const { options } = parsed;
  const [command, ...words] = options.words;
  if (options.version) return say(streams, `ayashii ${VERSION}\n`);
  if (options.help || command === undefined || command === "help") {
    streams.out(HELP[options.lang]);
    return command === undefined && !options.help ? 2 : 0;
  }
  if (command === "examine") return examineCommand(words, options, streams);
  if (command === "brands") return brandsCommand(words, options, streams);
  return complain(streams, unknownCommand(command, options.lang));
}

function brandsCommand(words: readonly string[], options: Options, streams: Streams): number {
  const [verb, ...rest] = words;
  const args = { brands: options.brands, json: options.format === "json" };
  const name = rest.join(" ");
  if (verb === "list") return outcome(brandsList(args), streams);
  if (verb === "lint") return outcome(brandsLint({ ...args, brands: rest[0] ?? options.brands }), streams);
  if (verb === "show" && name !== "") return outcome(brandsShow({ ...args, id: name }), streams);
  if (verb === "find" && name !== "") return outcome(brandsFind({ ...args, name }), streams);
  return complain(
    streams,
    options.lang === "ja" ? "brands add | list | show ID | find NAME | lint [DIR] のどれかです" : "brands takes add | list | show ID | find NAME | lint [DIR]",
  );
}

function outcome(result: CommandOutcome, streams: Streams): number {
  if (result.stdout !== "") streams.out(result.stdout);
  if (result.stderr !== "") streams.err(result.stderr);
  return result.exitCode;
}

function say(streams: Streams, text: string): number {
  streams.out(text);
  return 0;
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

function unknownCommand(command: string, lang: Language): string {
  return lang === "ja" ? `「${command}」という命令はありません。ayashii --help を見てください` : `there is no command "${command}"; see ayashii --help`;
}
