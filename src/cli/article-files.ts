import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Article } from "../article/article.ts";

/**
 * Articles kept as files: every `*.json` under a folder. Throws an error that names the file where one is no article. That
 * their texts went through `redact/` is the word of whoever wrote the files, as `ayashii article` does.
 */
export async function readArticles(folder: string): Promise<readonly Article[]> {
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return Promise.all(names.map((name) => readArticle(path.join(folder, name))));
}

/** One article kept as a file. */
export async function readArticle(file: string): Promise<Article> {
  // Loaded only here: the library costs a tenth of a second at every start.
  const { articleSchema } = await import("./article-schema.ts");
  const parsed = articleSchema.safeParse(json(file));
  if (parsed.success) return parsed.data as unknown as Article;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
