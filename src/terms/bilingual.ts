/** The two languages every text for people exists in. Japanese comes first. */
export type Language = "ja" | "en";

/** One text for people, in both languages. Neither may be empty. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}
