import type { Article } from "../../article/article.ts";
import { pictureFile, pictureOf, toMarkdown } from "../../article/index.ts";
import { escapeMarkdown } from "../../article/markdown-escape.ts";
import type { Bilingual } from "../../terms/index.ts";
import { ANY_STATE } from "../exporter.ts";
import type { ExportedFile, Exporter, Surroundings } from "../exporter.ts";
import { wellFormed } from "../plain-line.ts";
import { frontMatter } from "./front-matter.ts";
import type { SiteBuilder } from "./front-matter.ts";

const LABELS: Readonly<Record<SiteBuilder, Bilingual>> = {
  hugo: { ja: "Hugo 用の Markdown と図(自分のサイトに載せる人向け)", en: "Markdown and picture for Hugo (people with a site of their own)" },
  astro: { ja: "Astro 用の Markdown と図(自分のサイトに載せる人向け)", en: "Markdown and picture for Astro (people with a site of their own)" },
};

/** Control characters that no Markdown file needs; a mail may have them. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** The borders between the machine's parts and the author's: of use in our own archive alone. Text of a mail never looks like one. */
const BORDER = /^<!-- \/?ayashii:[a-z0-9-]{1,40}(?: [a-z0-9]{1,13})? -->\n?/gm;

/** The article for a static site builder: front matter, Markdown, and the picture beside it. */
export const exporters: readonly Exporter[] = (["hugo", "astro"] as const).map((builder) => ({
  id: builder,
  label: LABELS[builder],
  takes: ANY_STATE,
  needsReporter: false,
  files: (articles, surroundings) => articles.flatMap((article) => filesOf(builder, article, surroundings)),
  problems: async (file) => (await import("./schema.ts")).problemsOf(builder, file),
}));

function filesOf(builder: SiteBuilder, article: Article, { lang, addressOf }: Surroundings): readonly ExportedFile[] {
  const name = builder === "hugo" ? `${article.slug}.${lang}.md` : `${article.slug}.md`;
  const text = `${frontMatter(builder, article, lang)}\n${bodyOf(article, toMarkdown(article, lang, { addressOf }), lang)}`;
  const picture = pictureOf(article.mail, lang);
  const page = { name, mediaType: "text/markdown", text };
  return picture === ""
    ? [page]
    : [page, { name: pictureFile(article.slug, lang), mediaType: "image/svg+xml", text: `${wellFormed(picture).replace(CONTROL, "")}\n` }];
}

/** Without the borders, and without the title, which the site's theme sets from the front matter. */
function bodyOf(article: Article, markdown: string, lang: Surroundings["lang"]): string {
  const title = `# ${escapeMarkdown(article.title[lang])}\n`;
  const at = markdown.indexOf(title);
  const untitled = at < 0 ? markdown : markdown.slice(0, at) + markdown.slice(at + title.length);
  return wellFormed(
    untitled
      .replace(BORDER, "")
      .replace(CONTROL, "")
      .replace(/\n{3,}/g, "\n\n")
      .trimStart(),
  );
}
