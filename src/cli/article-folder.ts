import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ArticleResult } from "../app/article-of.ts";
import type { Article } from "../article/article.ts";
import { fromMarkdown } from "../article/index.ts";
import type { Language } from "../terms/index.ts";

type MadeArticle = Extract<ArticleResult, { kind: "article" }>;

/** Parts of the machine's text in a folder's Markdown that an author changed: writing anew would lose the change. */
export class EditedParts extends Error {
  readonly slug: string;
  /** `ja:lead` and the like. */
  readonly parts: readonly string[];
  constructor(slug: string, parts: readonly string[]) {
    super(`${slug}: ${parts.join(", ")}`);
    this.slug = slug;
    this.parts = parts;
  }
}

/** The author's words as they stand in a folder's Markdown; where a language has no file, those the article has. */
export function wordsIn(folder: string | undefined, { article, publicText }: MadeArticle): Article["words"] {
  if (folder === undefined) return article.words;
  const files: Partial<Record<Language, string>> = {};
  for (const lang of ["ja", "en"] as const) {
    const file = path.join(folder, `${article.slug}.${lang}.md`);
    if (existsSync(file)) files[lang] = readFileSync(file, "utf8");
  }
  const { words, problems } = fromMarkdown(files, publicText, article.words);
  if (problems.length > 0) throw new EditedParts(article.slug, problems);
  return words;
}

/** Writes all outputs; each file is whole or as it was, whenever the program is stopped. Returns the paths. */
export function writeOutputs(folder: string, outputs: ReadonlyMap<string, string>): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return [...outputs].map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
    return file;
  });
}
