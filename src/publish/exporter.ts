import type { Article, ArticleState } from "../article/article.ts";
import type { Bilingual, Language } from "../terms/index.ts";

/** Who hands the report in, as formats that are read by a stranger's desk ask for. */
export interface Reporter {
  readonly name: string;
  /** Where the receiving desk may answer. */
  readonly address: string;
}

/** What an export depends on beside the articles. The same articles and surroundings give the same bytes. */
export interface Surroundings {
  readonly lang: Language;
  /** ISO instant of the export. */
  readonly at: string;
  readonly reporter: Reporter | undefined;
  /** Public address of an article, absolute; undefined while nobody knows it. */
  addressOf(slug: string): string | undefined;
}

/** One finished file. Text is UTF-8, and ASCII alone where the media type is a mail's. */
export interface ExportedFile {
  /** Lower case, without a folder; from slugs and fixed words alone. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** One way out. A folder of `publish/` with an `exporter.ts` that lists its formats in `exporters`. */
export interface Exporter {
  /** What `ayashii export` calls it. */
  readonly id: string;
  /** What it is and for whom. */
  readonly label: Bilingual;
  /** Articles in another state are not handed on this way. */
  readonly takes: readonly ArticleState[];
  /** Asks who hands it in; without, nothing is made. */
  readonly needsReporter: boolean;
  /** Empty where the articles have nothing this format could carry. */
  files(articles: readonly Article[], surroundings: Surroundings): readonly ExportedFile[];
  /** What is wrong with a file by the published rules of the format, one line each; empty: valid. */
  problems(file: ExportedFile): Promise<readonly string[]>;
}

/** Every state: for formats that say themselves in which state an article is. */
export const ANY_STATE: readonly ArticleState[] = ["draft", "review", "published", "withdrawn"];
/** What may be handed to a desk: reporting comes before publishing, and nothing taken back is reported. */
export const NOT_WITHDRAWN: readonly ArticleState[] = ["draft", "review", "published"];
