import type { Language } from "../terms/index.ts";

/** The language of the locale (POSIX order LC_ALL, LC_MESSAGES, LANG); Japanese where none is set. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"];
  if (locale === undefined || locale === "" || /^(C|POSIX)\b/.test(locale)) return "ja";
  return locale.toLowerCase().startsWith("ja") ? "ja" : "en";
}
