import type { PublicBilingual, PublicText } from "../redact/public-text.ts";
import type { Language } from "../terms/index.ts";
import type { Article } from "./article.ts";
import { codeSpan, escapeHref, escapeMarkdown, fenced } from "./markdown-escape.ts";
import { guardMarkers, parseRegions, region, START, trimLines } from "./regions.ts";
import { NOWHERE, sectionsOf } from "./sections.ts";
import type { Place } from "./sections.ts";
import type { Block, Inline, Section } from "./section.ts";

/** The file that an article's picture is written to, beside its Markdown. */
export const pictureFile = (slug: string, lang: Language): string => `${slug}.${lang}.svg`;

/** The article as Markdown an author edits: the machine's parts between markers, the author's words around them. */
export function toMarkdown(article: Article, lang: Language, place: Place = NOWHERE): string {
  const sections = sectionsOf(article, lang, place);
  const picture = pictureFile(article.slug, lang);
  const pieces = sections.flatMap((section) => [region(section.id, sectionText(section, article, lang, picture)), wordsAfter(article, section.id, lang)]);
  const all = [wordsAfter(article, START, lang), ...withStrays(article, sections, pieces, lang)];
  return `${all.filter((piece) => piece !== "").join("\n\n")}\n`;
}

/** Words that followed a part which is gone: they stay, at the end, behind an empty part of the same name. */
function withStrays(article: Article, sections: readonly Section[], pieces: readonly string[], lang: Language): readonly string[] {
  const known = new Set([START, ...sections.map(({ id }) => id)]);
  const strays = Object.keys(article.words).filter((id) => !known.has(id) && article.words[id]?.[lang] !== "");
  return [...pieces, ...strays.sort().flatMap((id) => [region(id, ""), wordsAfter(article, id, lang)])];
}

function wordsAfter(article: Article, id: string, lang: Language): string {
  // Own keys only: an id comes from a file.
  const own = Object.hasOwn(article.words, id) ? article.words[id]?.[lang] : undefined;
  return own === undefined ? "" : guardMarkers(trimLines(own));
}

function sectionText(section: Section, article: Article, lang: Language, picture: string): string {
  const title = section.id === "head" ? [`# ${escapeMarkdown(article.title[lang])}`] : [];
  const heading = section.heading === undefined ? [] : [`## ${escapeMarkdown(section.heading)}`];
  return [...title, ...heading, ...section.blocks.map((block) => blockText(block, picture))].join("\n\n");
}

function blockText(block: Block, picture: string): string {
  switch (block.kind) {
    case "paragraph":
      return inlineText(block.content);
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${inlineText(item)}`).join("\n");
    case "facts":
      return block.rows.map(([name, value]) => `- **${escapeMarkdown(name)}**: ${inlineText(value)}`).join("\n");
    case "transcript":
      return [
        `**${escapeMarkdown(block.begin)}**`,
        fenced([...block.head.map(([name, value]) => `${name}: ${value.replace(/\s*\n\s*/g, " ")}`), "", block.text].join("\n")),
        `**${escapeMarkdown(block.end)}**`,
      ].join("\n\n");
    case "picture":
      return `![${escapeMarkdown(block.alt)}](${picture})\n\n${escapeMarkdown(block.caption)}`;
    case "quotation":
      return [...block.lines.map((line) => `> ${escapeMarkdown(line)}  `), `>`, `> — ${inlineText(block.from)}`].join("\n");
    case "copy":
      return fenced(block.text);
  }
}

function inlineText(content: readonly Inline[]): string {
  return content.map(oneInline).join("");
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeMarkdown(inline.text);
    case "strong":
      return `**${escapeMarkdown(inline.text)}**`;
    case "code":
      return codeSpan(inline.text);
    case "link":
      return `[${escapeMarkdown(inline.text)}](<${escapeHref(inline.href)}>)`;
  }
}

/** The author's words of an edited article, and what of the machine's text was edited by hand. */
export interface EditedArticle {
  readonly words: Article["words"];
  /** `lang:id` of machine's parts that were changed by hand or lost their end; the changes are not in `words`. */
  readonly problems: readonly string[];
}

/**
 * Reads the author's words back from the Markdown of each language. A language without a file keeps the words it had.
 * @param publicText the redaction of the mail: an author may paste what the recipient wrote
 */
export function fromMarkdown(
  files: Readonly<Partial<Record<Language, string>>>,
  publicText: (text: string, lang: Language) => PublicText,
  before: Article["words"] = {},
): EditedArticle {
  const read = { ja: wordsOf(files.ja, before, "ja"), en: wordsOf(files.en, before, "en") };
  const ids = new Set([...read.ja.words.keys(), ...read.en.words.keys()]);
  const words = [...ids].map((id): [string, PublicBilingual] => [
    id,
    { ja: publicText(read.ja.words.get(id) ?? "", "ja"), en: publicText(read.en.words.get(id) ?? "", "en") },
  ]);
  return { words: Object.fromEntries(words), problems: [...read.ja.problems, ...read.en.problems] };
}

interface WordsOfLanguage {
  readonly words: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

function wordsOf(file: string | undefined, before: Article["words"], lang: Language): WordsOfLanguage {
  if (file === undefined)
    return { words: new Map(Object.entries(before).flatMap(([id, own]) => (own[lang] === "" ? [] : [[id, own[lang]] as const]))), problems: [] };
  const { words, edited, unclosed } = parseRegions(file);
  return { words: new Map(Object.entries(words)), problems: [...edited, ...unclosed].map((id) => `${lang}:${id}`) };
}
