import type { Bilingual, Language } from "../terms/index.ts";

/** What went wrong, in the reader's language where the error has it in both. */
export function problemText(error: unknown, lang: Language): string {
  const { text } = error as { text?: Bilingual };
  if (error instanceof Error && text !== undefined) return text[lang];
  return error instanceof Error ? error.message : String(error);
}
