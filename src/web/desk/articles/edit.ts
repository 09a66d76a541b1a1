import { advance, draftOf, previewOf } from "../../../app/article-desk.ts";
import type { Asked, Desk, DeskResult, MadeArticle, Preview } from "../../../app/article-desk.ts";
import { caseIdOf, fromMarkdown } from "../../../article/index.ts";
import type { Article } from "../../../article/index.ts";
import type { Bilingual } from "../../../terms/index.ts";
import type { Form } from "../form.ts";

/** The Markdown of both languages as the form has it. */
export interface Written {
  readonly ja: string;
  readonly en: string;
}

export const writtenIn = (form: Form): Written => ({ ja: form.written("ja"), en: form.written("en") });

/** Parts of the machine's text that were changed by hand: saving would lose the change. */
export class EditedParts extends Error {
  readonly parts: readonly string[];

  constructor(parts: readonly string[]) {
    super(parts.join(", "));
    this.parts = parts;
  }
}

/** The author's words; throws `EditedParts`. */
function wordsOf(written: Written): (made: MadeArticle) => Article["words"] {
  return ({ article, publicText }) => {
    const { words, problems } = fromMarkdown(written, publicText, article.words);
    if (problems.length > 0) throw new EditedParts(problems);
    return words;
  };
}

/** The article as it would be; where the machine's parts were edited, with the words it had, and those parts. */
export async function tryOut(
  desk: Desk,
  slug: string,
  written: Written | undefined,
): Promise<{ readonly preview: Preview; readonly edited: readonly string[] }> {
  try {
    return { preview: await previewOf(desk, slug, written === undefined ? (made) => made.article.words : wordsOf(written)), edited: [] };
  } catch (error) {
    if (!(error instanceof EditedParts)) throw error;
    return { preview: await previewOf(desk, slug, (made) => made.article.words), edited: error.parts };
  }
}

/** Keeps the words; `draftOf` refuses those of a published article. */
export async function saveWords(desk: Desk, slug: string, written: Written): Promise<DeskResult> {
  return draftOf(desk, caseIdOf(slug) ?? "", wordsOf(written));
}

/** What a button asks for. Words are saved before the step, so that nothing written is lost. */
export type Button = "save" | "submit" | "send-back" | "publish" | "correct" | "withdraw";

export async function press(desk: Desk, slug: string, button: Button, written: Written, note: Bilingual): Promise<DeskResult> {
  if (button === "save") return saveWords(desk, slug, written);
  if (button === "correct") return advance(desk, slug, { kind: "correct", note, wordsOf: wordsOf(written) });
  if (button === "withdraw") return advance(desk, slug, { kind: "withdraw", note });
  if (button === "send-back") return advance(desk, slug, { kind: "send-back" });
  const saved = await saveWords(desk, slug, written);
  const asked: Asked = { kind: button };
  return saved.kind === "done" ? advance(desk, slug, asked) : saved;
}
