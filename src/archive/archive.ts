import type { Article } from "../article/article.ts";

/** A mail kept: raw bytes compressed and addressed by their SHA-256 (lower-case hex). */
export interface StoredMail {
  readonly sha256: string;
  readonly bytes: number;
  /** ISO instant of arrival. */
  readonly received: string;
  /** Who handed it in, if anybody said so; deleted with what was derived when they ask. */
  readonly reporter: string | undefined;
}

/** A mail with the newest examination of it. */
export interface CaseSummary {
  /** `c` and the first 12 hex digits of the mail's SHA-256, more of them where another mail has the same. */
  readonly id: string;
  readonly mail: StoredMail;
  /** How often the same bytes were handed in. */
  readonly timesSeen: number;
  readonly level: string;
  readonly brand: string | undefined;
  readonly subject: string;
  readonly fromAddress: string;
  readonly day: string | undefined;
  readonly campaign: string | undefined;
  readonly decision: { readonly agrees: boolean; readonly reason: string; readonly at: string } | undefined;
}

/** One examination as kept: the JSON of the report and what made it, so that a later version can be compared. */
export interface StoredExamination {
  readonly caseId: string;
  readonly toolVersion: string;
  readonly registryVersion: string;
  /** ISO instant. */
  readonly at: string;
  /** The line that `examine --json` prints. */
  readonly json: string;
}

/** What marks a mail as one of a campaign; see `campaign-marks.ts` for how it is made. */
export interface CampaignMarks {
  readonly subjectTemplate: string;
  /** MinHash signature over character n-grams of the body, 64 unsigned 32-bit values. */
  readonly bodySignature: Uint32Array;
  readonly htmlShape: string;
  readonly urlPaths: readonly string[];
}

export interface Campaign {
  readonly id: string;
  readonly size: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * Everything that is remembered. One implementation is embedded (SQLite); the contract test in `archive-contract.ts`
 * is what a second one (PostgreSQL) must pass. Every promise settles only when the data is on disk.
 */
export interface Archive {
  /** Same bytes again: the same case, seen once more. */
  saveCase(
    raw: Uint8Array,
    examination: Omit<StoredExamination, "caseId">,
    summary: Omit<CaseSummary, "id" | "mail" | "timesSeen" | "campaign" | "decision">,
    marks: CampaignMarks,
    reporter?: string,
    /** All a person may paste to find the mail: visible text, addresses, link targets. The subject is known already. */
    searchable?: string,
  ): Promise<CaseSummary>;
  caseById(id: string): Promise<CaseSummary | undefined>;
  rawOf(id: string): Promise<Uint8Array | undefined>;
  examinationsOf(id: string): Promise<readonly StoredExamination[]>;
  addExamination(examination: StoredExamination, level: string, brand: string | undefined): Promise<void>;
  /** Newest first. `before`: an ISO instant, or the id of the last case of the page before. */
  cases(filter: {
    readonly brand?: string;
    readonly level?: string;
    readonly campaign?: string;
    readonly limit?: number;
    readonly before?: string;
  }): Promise<readonly CaseSummary[]>;
  decide(id: string, agrees: boolean, reason: string): Promise<void>;
  relativesOf(marks: CampaignMarks): Promise<Campaign | undefined>;
  campaign(id: string): Promise<Campaign | undefined>;
  /** How many mails of a campaign arrived on an ISO day (UTC): "the same mail, 41 today". */
  arrivedOn(campaign: string, day: string): Promise<number>;
  /** Pasted subject, sentence, address or URL; Japanese substrings included. Best first. */
  search(query: string, limit: number): Promise<readonly CaseSummary[]>;
  /** The same over articles that are published. */
  searchArticles(query: string, limit: number): Promise<readonly Article[]>;
  /** Saved over an earlier state of the same slug; a slug that another case has is refused. */
  saveArticle(article: Article, caseId: string): Promise<void>;
  articles(state?: Article["state"]): Promise<readonly Article[]>;
  articleOf(caseId: string): Promise<Article | undefined>;
  articleBySlug(slug: string): Promise<Article | undefined>;
  /** Takes out a reporter's mails with what was derived from them; published articles stay, as they hold nothing of them. */
  forgetReporter(reporter: string): Promise<number>;
  /** Takes out mails last seen before the ISO instant that no article rests on. */
  expire(before: string): Promise<number>;
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
