import { createHash } from "node:crypto";
import type { Archive, Campaign, CaseSummary, StoredExamination } from "../src/archive/archive.ts";
import type { Article } from "../src/article/article.ts";

const unused = (): never => {
  throw new Error("not needed by articles");
};

/** As much of an archive as articles need, without a disk. */
export class MemoryArchive implements Archive {
  readonly #cases = new Map<string, { summary: CaseSummary; raw: Uint8Array | undefined }>();
  readonly #articles = new Map<string, { article: Article; caseId: string }>();

  async keep(raw: Uint8Array, brand: string, campaign?: string): Promise<string> {
    const sha256 = createHash("sha256").update(raw).digest("hex");
    const id = `c${sha256.slice(0, 12)}`;
    const mail = { sha256, bytes: raw.length, received: "2026-11-25T00:00:00Z", reporter: undefined };
    const summary = { id, mail, level: "impersonation", brand, subject: "", fromAddress: "", day: undefined, campaign, decision: undefined, timesSeen: 1 };
    this.#cases.set(id, { summary, raw });
    return id;
  }

  lose(id: string): void {
    const one = this.#cases.get(id);
    if (one !== undefined) one.raw = undefined;
  }

  join(id: string, campaign: string): void {
    const one = this.#cases.get(id);
    if (one !== undefined) one.summary = { ...one.summary, campaign };
  }

  caseById = async (id: string): Promise<CaseSummary | undefined> => this.#cases.get(id)?.summary;
  rawOf = async (id: string): Promise<Uint8Array | undefined> => this.#cases.get(id)?.raw;
  campaign = async (id: string): Promise<Campaign> => ({ id, size: 2, firstDay: "2024-02-15", lastDay: "2024-02-16" });
  articles = async (state?: Article["state"]): Promise<readonly Article[]> =>
    [...this.#articles.values()].map(({ article }) => article).filter((article) => state === undefined || article.state === state);
  articleOf = async (caseId: string): Promise<Article | undefined> => [...this.#articles.values()].find((one) => one.caseId === caseId)?.article;
  articleBySlug = async (slug: string): Promise<Article | undefined> => this.#articles.get(slug)?.article;
  // As on a disk: what is read back went through JSON.
  saveArticle = async (article: Article, caseId: string): Promise<void> =>
    void this.#articles.set(article.slug, { article: JSON.parse(JSON.stringify(article)) as Article, caseId });
  close = async (): Promise<void> => undefined;

  saveCase = unused;
  saveCases = unused;
  caseOfReceipt = unused;
  examinationsOf = (): Promise<readonly StoredExamination[]> => unused();
  addExamination = unused;
  cases = unused;
  caseGroups = unused;
  countCases = unused;
  decide = unused;
  decideAll = unused;
  decisionsOf = unused;
  reportersOf = unused;
  figures = unused;
  relativesOf = unused;
  arrivedOn = unused;
  search = unused;
  searchArticles = unused;
  forgetReporter = unused;
  expire = unused;
  backup = unused;
}
