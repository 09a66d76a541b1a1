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
  /** The newest word of a person; `Decision` without what is not known. */
  readonly decision: { readonly agrees: boolean; readonly reason: string; readonly at: string; readonly level?: string; readonly by?: string } | undefined;
}

/** What a person decided on a case, and when; a later decision stands beside the earlier ones. */
export interface Decision {
  readonly agrees: boolean;
  /** What it is instead, where the person does not agree and said so. */
  readonly level: string | undefined;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
  /** Account that decided; empty when nobody was named. */
  readonly by: string;
}

/** Which cases are asked for; what is left out does not matter. */
export interface CaseFilter {
  readonly brand?: string;
  readonly level?: string;
  readonly campaign?: string;
  /** Handed in by this reporter, alone or among others. */
  readonly reporter?: string;
  readonly decided?: "undecided" | "decided" | "agreed" | "overruled";
  /** With an article in this state. */
  readonly article?: Article["state"];
  /** ISO instant: arrived then or later. */
  readonly since?: string;
  /** ISO instant: arrived before it. */
  readonly until?: string;
  readonly limit?: number;
  /** An ISO instant, or the id of the last case of the page before. */
  readonly before?: string;
}

/** Cases of one campaign among those asked for. */
export interface CaseGroup {
  readonly newest: CaseSummary;
  readonly cases: number;
  readonly undecided: number;
  /** Those that arrived at `today` or later. */
  readonly today: number;
}

/** What a desk wants to see over time. Days are those of the reader's zone. */
export interface Figures {
  readonly casesADay: readonly { readonly day: string; readonly level: string; readonly cases: number }[];
  readonly brands: readonly { readonly brand: string; readonly cases: number }[];
  readonly campaigns: readonly { readonly campaign: string; readonly subject: string; readonly cases: number }[];
  readonly decisionsADay: readonly { readonly day: string; readonly agreed: number; readonly overruled: number }[];
  /** First published in the period: when its mail arrived, and when the warning stood there. */
  readonly warnings: readonly { readonly slug: string; readonly received: string; readonly published: string }[];
}

/** A period of figures: ISO instants, the end not included, and how far the reader's day is ahead of UTC. */
export interface FigurePeriod {
  readonly since: string;
  readonly until: string;
  readonly offsetMinutes: number;
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

/** A mail to be kept, with what was found in it; see `Archive.saveCase`. */
export interface HandedIn {
  readonly raw: Uint8Array;
  readonly examination: Omit<StoredExamination, "caseId">;
  readonly summary: Omit<CaseSummary, "id" | "mail" | "timesSeen" | "campaign" | "decision">;
  readonly marks: CampaignMarks;
  readonly reporter: string | undefined;
  readonly searchable: string;
  readonly receipt: string | undefined;
  /** ISO instant of arrival. */
  readonly received: string;
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
    /**
     * Names this handing-in, so that it counts once however often it is repeated: after a crash nobody knows whether the
     * mail had been kept. A receipt that is known changes nothing and gives the case it was for. Further mails of one
     * handing-in have its receipt with `/` and a number. Rejects with `ReceiptVoid` when its reporter was forgotten.
     */
    receipt?: string,
  ): Promise<CaseSummary>;
  /**
   * The same for several at once, for one wait for the disk: the ids of their cases, in their order; undefined where the
   * reporter was forgotten. All are kept, or none.
   */
  saveCases(many: readonly HandedIn[]): Promise<readonly (string | undefined)[]>;
  /** The id of the case that `saveCase` made for a receipt; undefined when it has not, or when the case is gone. */
  caseOfReceipt(receipt: string): Promise<string | undefined>;
  caseById(id: string): Promise<CaseSummary | undefined>;
  rawOf(id: string): Promise<Uint8Array | undefined>;
  examinationsOf(id: string): Promise<readonly StoredExamination[]>;
  addExamination(examination: StoredExamination, level: string, brand: string | undefined): Promise<void>;
  /** Newest first. `before`: an ISO instant, or the id of the last case of the page before. */
  cases(filter: CaseFilter): Promise<readonly CaseSummary[]>;
  /** The same, one entry a campaign, the one with the newest case first; `before`: the id of the last entry's newest case. */
  caseGroups(filter: CaseFilter, today: string): Promise<readonly CaseGroup[]>;
  /** How many there are, whatever `limit` and `before` say. */
  countCases(filter: CaseFilter): Promise<number>;
  decide(id: string, agrees: boolean, reason: string, more?: { readonly level?: string | undefined; readonly by?: string | undefined }): Promise<void>;
  /** The same decision for all cases asked for that have none yet, or for none of them; returns how many. */
  decideAll(
    filter: CaseFilter,
    agrees: boolean,
    reason: string,
    more?: { readonly level?: string | undefined; readonly by?: string | undefined },
  ): Promise<number>;
  /** Everything decided on a case, oldest first. */
  decisionsOf(id: string): Promise<readonly Decision[]>;
  /** Everybody who handed the mail in and said who they are, first one first. */
  reportersOf(id: string): Promise<readonly string[]>;
  figures(period: FigurePeriod): Promise<Figures>;
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
  /**
   * Takes out a reporter's mails with what was derived from them; published articles stay, as they hold nothing of them.
   * Returns how many mails only they had handed in. `underWay`: receipts of theirs that are being examined at the moment;
   * what is saved for one later is refused with `ReceiptVoid`.
   */
  forgetReporter(reporter: string, underWay?: readonly string[]): Promise<number>;
  /** Takes out mails last seen before the ISO instant that no article rests on. */
  expire(before: string): Promise<number>;
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
