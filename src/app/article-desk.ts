import type { Archive, CaseSummary } from "../archive/archive.ts";
import type { Article, Related } from "../article/article.ts";
import { caseIdOf, step } from "../article/index.ts";
import type { Place, Step } from "../article/index.ts";
import type { Registry } from "../brands/registry.ts";
import type { PublicBilingual } from "../redact/index.ts";
import { ownWords } from "../redact/own-words.ts";
import type { Bilingual } from "../terms/index.ts";
import { articleOf } from "./article-of.ts";
import type { ArticleResult } from "./article-of.ts";
import { leaksIn, outputsOf } from "./article-outputs.ts";
import type { OutputLeak } from "./article-outputs.ts";

/** What the desk works with. `now` is an ISO instant. */
export interface Desk {
  readonly archive: Archive;
  readonly now: string;
  readonly registry?: Registry | undefined;
  readonly place?: Place | undefined;
}

export type DeskResult =
  | { readonly kind: "done"; readonly article: Article }
  | { readonly kind: "refused"; readonly why: Bilingual }
  | { readonly kind: "leaks"; readonly leaks: readonly OutputLeak[] };

/** More than this is a list nobody reads; the brand's page has them all. */
const MOST_RELATED = 8;

const UNKNOWN_CASE: Bilingual = { ja: "その番号の事例は保管されていません。", en: "No case of that number is kept." };
const UNKNOWN_ARTICLE: Bilingual = { ja: "その名前の記事はありません。", en: "There is no article of that name." };
const MAIL_GONE: Bilingual = {
  ja: "もとのメールがもう保管されていないため、受け取った人のことが残っていないか確かめられません。公開や訂正はできません。",
  en: "The mail itself is no longer kept, so nothing can be checked for traces of its recipient: no publishing, no correcting.",
};
const PUBLISHED_EDIT: Bilingual = {
  ja: "公開中の記事の文章を変えるときは、ayashii article correct で訂正の記録を残してください。",
  en: "The words of a published article are changed with `ayashii article correct`, which keeps a record.",
};

/** The article of a case, as it is or anew, with the machine's parts of today; `words` are the author's, if they edited. */
export async function draftOf(desk: Desk, caseId: string, wordsOf: (made: MadeArticle) => Article["words"]): Promise<DeskResult> {
  const kept = await desk.archive.caseById(caseId);
  if (kept === undefined) return { kind: "refused", why: UNKNOWN_CASE };
  const made = await remade(desk, kept, await desk.archive.articleOf(caseId));
  if (made.kind === "refused") return made;
  const article = { ...made.article, words: wordsOf(made) };
  if (article.state === "published" && !sameWords(article.words, made.article.words)) return { kind: "refused", why: PUBLISHED_EDIT };
  return save(desk, { ...made, article }, caseId);
}

/** An article made anew with its author's words of now. */
export type MadeArticle = Extract<ArticleResult, { kind: "article" }>;

/** The article of a slug as it would be saved, without saving it, and what of its recipient would stand in it. */
export type Preview =
  | { readonly kind: "preview"; readonly article: Article; readonly leaks: readonly OutputLeak[] }
  | { readonly kind: "refused"; readonly why: Bilingual };

/** What `draftOf` would keep. */
export async function previewOf(desk: Desk, slug: string, wordsOf: (made: MadeArticle) => Article["words"]): Promise<Preview> {
  const before = await desk.archive.articleBySlug(slug);
  const caseId = caseIdOf(slug);
  if (before === undefined || caseId === undefined) return { kind: "refused", why: UNKNOWN_ARTICLE };
  const kept = await desk.archive.caseById(caseId);
  const made = kept === undefined ? undefined : await remade(desk, kept, before);
  if (made?.kind !== "article") return made ?? { kind: "refused", why: MAIL_GONE };
  const article = { ...made.article, words: wordsOf(made) };
  return { kind: "preview", article, leaks: leaksIn(outputsOf(article, desk.place), made.secrets) };
}

/** What a person asks for; a note is kept in the log of corrections, redacted like everything else. */
export type Asked =
  | { readonly kind: "submit" | "send-back" | "publish" }
  | { readonly kind: "correct" | "withdraw"; readonly note: Bilingual; readonly wordsOf?: ((made: MadeArticle) => Article["words"]) | undefined };

/** Takes an article one step further. Before anything becomes public all its outputs are made and read again for leaks. */
export async function advance(desk: Desk, slug: string, asked: Asked): Promise<DeskResult> {
  const before = await desk.archive.articleBySlug(slug);
  const caseId = caseIdOf(slug);
  if (before === undefined || caseId === undefined) return { kind: "refused", why: UNKNOWN_ARTICLE };
  const kept = await desk.archive.caseById(caseId);
  const made = kept === undefined ? undefined : await remade(desk, kept, before);
  if (made?.kind !== "article") return asked.kind === "withdraw" ? withdrawUnread(desk, before, caseId) : (made ?? { kind: "refused", why: MAIL_GONE });
  const words = "wordsOf" in asked && asked.wordsOf !== undefined ? asked.wordsOf(made) : made.article.words;
  const stepped = step({ ...made.article, words }, stepOf(asked, desk.now, made));
  return stepped.kind === "refused" ? stepped : save(desk, { ...made, article: stepped.article }, caseId);
}

function stepOf(asked: Asked, at: string, made: MadeArticle): Step {
  if (asked.kind === "publish") return { kind: "publish", at };
  if (asked.kind === "correct" || asked.kind === "withdraw") return { kind: asked.kind, at, note: publicNote(asked.note, made) };
  return { kind: asked.kind };
}

function publicNote(note: Bilingual, made: MadeArticle): PublicBilingual {
  return { ja: made.publicText(note.ja, "ja"), en: made.publicText(note.en, "en") };
}

/**
 * Withdrawing must always work, also when the mail is gone or is no longer seen as suspicious. The note cannot be
 * redacted against that mail then, so a fixed one stands in its place.
 */
async function withdrawUnread({ archive, now }: Desk, before: Article, caseId: string): Promise<DeskResult> {
  const note = { ja: ownWords`取り下げました。`, en: ownWords`Withdrawn.` };
  const stepped = step(before, { kind: "withdraw", at: now, note });
  if (stepped.kind === "refused") return stepped;
  await archive.saveArticle(stepped.article, caseId);
  return { kind: "done", article: stepped.article };
}

async function remade(desk: Desk, kept: CaseSummary, before: Article | undefined): Promise<ArticleResult> {
  const raw = await desk.archive.rawOf(kept.id);
  if (raw === undefined) return { kind: "refused", why: MAIL_GONE };
  const first = articleOf(raw, { created: desk.now, before, registry: desk.registry });
  if (first.kind === "refused") return first;
  const campaign = kept.campaign === undefined ? undefined : await desk.archive.campaign(kept.campaign);
  const related = await relatedOf(desk.archive, first.article, campaign?.id);
  return { ...first, article: { ...first.article, campaign, related } };
}

/** Published warnings of the same campaign first, then of the same brand; newest first in each. */
async function relatedOf(archive: Archive, article: Article, campaign: string | undefined): Promise<readonly Related[]> {
  const others = (await archive.articles("published")).filter(({ slug }) => slug !== article.slug);
  const inCampaign = others.filter((one) => campaign !== undefined && one.campaign?.id === campaign);
  const ofBrand = others.filter((one) => !inCampaign.includes(one) && article.brand !== undefined && one.brand === article.brand);
  const as =
    (why: Related["why"]) =>
    ({ slug, title }: Article): Related => ({ slug, title, why });
  return [...inCampaign.map(as("campaign")), ...ofBrand.map(as("brand"))].slice(0, MOST_RELATED);
}

/** Nothing is kept as public that carries a trace of the recipient. */
async function save({ archive, place }: Desk, { article, secrets }: MadeArticle, caseId: string): Promise<DeskResult> {
  const leaks = leaksIn(outputsOf(article, place), secrets);
  if (leaks.length > 0) return { kind: "leaks", leaks };
  await archive.saveArticle(article, caseId);
  return { kind: "done", article };
}

function sameWords(one: Article["words"], other: Article["words"]): boolean {
  const flat = (words: Article["words"]): string =>
    JSON.stringify(
      Object.entries(words)
        .map(([id, { ja, en }]) => [id, ja, en])
        .sort(),
    );
  return flat(one) === flat(other);
}
