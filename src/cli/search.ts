import type { Article } from "../article/article.ts";
import { oneLine } from "../report/index.ts";
import type { Language } from "../terms/index.ts";
import { complain, withArchive } from "./archive-commands.ts";
import type { ArchiveTask } from "./archive-commands.ts";
import { caseJson, caseLine } from "./case-lines.ts";

const USAGE = { ja: "search の後に、件名、文、アドレス、URL のどれかを続けてください", en: "search takes a subject, a sentence, an address or a URL" };

/** `ayashii search TEXT`: published warnings first, then cases. Exit code 1 when there is nothing. */
export async function searchCommand(task: ArchiveTask): Promise<number> {
  const { lang, streams, values, limit, columns } = task;
  const query = task.words.join(" ").trim();
  if (query === "") return complain(streams, USAGE[lang]);
  const [warnings, cases] = await withArchive(
    task,
    async (archive) => [await archive.searchArticles(query, limit), await archive.search(query, limit)] as const,
  );
  if (values.json === true) {
    for (const { slug, title, state, published } of warnings) streams.out(`${JSON.stringify({ warning: slug, title, state, published: published ?? null })}\n`);
    for (const one of cases) streams.out(caseJson(one));
  } else {
    for (const warning of warnings) streams.out(warningLine(warning, lang));
    for (const one of cases) streams.out(caseLine(one, lang, columns));
    if (warnings.length + cases.length === 0) streams.err(lang === "ja" ? "見つかりませんでした\n" : "nothing found\n");
  }
  return warnings.length + cases.length === 0 ? 1 : 0;
}

function warningLine({ slug, title, published }: Article, lang: Language): string {
  return `${lang === "ja" ? "注意喚起" : "warning"} ${published?.slice(0, 10) ?? ""}  ${oneLine(title[lang], 300)}  [${slug}]\n`;
}
