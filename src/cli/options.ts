import { parseArgs } from "node:util";
import type { Bilingual, Language } from "../terms/index.ts";
import { archivePlace } from "./archive-place.ts";
import { languageOfLocale } from "./language.ts";

export interface Options {
  readonly words: readonly string[];
  readonly lang: Language;
  readonly format: "terminal" | "json" | "html";
  readonly output: string | undefined;
  readonly width: number;
  readonly colour: boolean;
  readonly brands: string | undefined;
  /** A folder of warnings to match with, besides those compiled in. */
  readonly advisories: string | undefined;
  /** Name servers may be asked. */
  readonly online: boolean;
  /** File of recorded answers to use in place of name servers. */
  readonly answers: string | undefined;
  /** File to write the name servers' answers to. */
  readonly record: string | undefined;
  /** Examined mails are kept in the archive. */
  readonly save: boolean;
  /** The archive's file. */
  readonly archive: string;
  /** Who handed the mails in; they may ask for them to be forgotten. */
  readonly reporter: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export type ParsedOptions =
  | { readonly kind: "options"; readonly options: Options }
  | { readonly kind: "wrong"; readonly message: Bilingual; readonly lang: Language };

const OPTIONS = {
  json: { type: "boolean" },
  html: { type: "boolean" },
  output: { type: "string", short: "o" },
  lang: { type: "string" },
  width: { type: "string" },
  "no-color": { type: "boolean" },
  brands: { type: "string" },
  advisories: { type: "string" },
  online: { type: "boolean" },
  answers: { type: "string" },
  record: { type: "string" },
  save: { type: "boolean" },
  archive: { type: "string" },
  reporter: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

const DEFAULT_WIDTH = 80;

/** Reads the command line; a wrong option becomes one line that says what to do. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: { readonly isTTY: boolean; readonly columns: number | undefined },
): ParsedOptions {
  const locale = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const lang = values.lang ?? locale;
    if (lang !== "ja" && lang !== "en") return wrong(locale, { ja: `--lang は ja か en です: ${lang}`, en: `--lang is ja or en, not ${lang}` });
    const width = values.width === undefined ? (terminal.columns ?? DEFAULT_WIDTH) : Number(values.width);
    if (!Number.isInteger(width) || width < 20) return wrong(lang, { ja: "--width は 20 以上の整数です", en: "--width is a whole number from 20" });
    if (values.json === true && values.html === true)
      return wrong(lang, { ja: "--json と --html は同時に使えません", en: "--json and --html do not go together" });
    if (values.record !== undefined && values.online !== true)
      return wrong(lang, { ja: "--record には --online が要ります", en: "--record goes with --online" });
    if (values.save !== true && values.reporter !== undefined)
      return wrong(lang, { ja: "--reporter には --save が要ります", en: "--reporter goes with --save" });
    const format = values.json === true ? "json" : values.html === true ? "html" : "terminal";
    const colour = terminal.isTTY && values["no-color"] !== true && !environment["NO_COLOR"] && values.output === undefined;
    return {
      kind: "options",
      options: {
        words: positionals,
        lang,
        format,
        output: values.output,
        width,
        colour,
        brands: values.brands,
        advisories: values.advisories,
        online: values.online === true,
        answers: values.answers,
        record: values.record,
        save: values.save === true,
        archive: archivePlace(values.archive, environment),
        reporter: values.reporter,
        help: values.help === true,
        version: values.version === true,
      },
    };
  } catch (error) {
    const detail = String(error instanceof Error ? error.message : error).split(/[.\n]/)[0] ?? "";
    return wrong(locale, { ja: `使い方が違います(${detail})。ayashii --help を見てください`, en: `${detail}; see ayashii --help` });
  }
}

function wrong(lang: Language, message: Bilingual): ParsedOptions {
  return { kind: "wrong", message, lang };
}
