import type { Bilingual, Language } from "../../terms/index.ts";

/** A warning as a feed tells of it. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** ISO instants. */
  readonly published: string;
  readonly updated: string;
  readonly categories: readonly string[];
}

/** A feed in one language, newest entry first. */
export interface Feed {
  readonly lang: Language;
  readonly title: Bilingual;
  /** The page the feed belongs to, and the feed's own address. */
  readonly home: string;
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** A feed holds so many warnings; readers keep the older ones. */
export const FEED_LENGTH = 50;

/** What a feed without entries says was its last change; RFC 4287 wants one. */
const NEVER = "1970-01-01T00:00:00Z";

export const newestUpdate = (entries: readonly FeedEntry[]): string => entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), NEVER);
