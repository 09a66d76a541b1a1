import type { Archive, CaseFilter, CaseGroup, CaseSummary } from "../../../archive/archive.ts";
import type { ArticleState } from "../../../article/index.ts";
import { DEFAULT_ZONE, startOfDay } from "../zone.ts";
import type { QueueQuery } from "./query.ts";

/** Entries of one page. */
export const PAGE = 30;
/** Hits of a search that are looked through for those that the filters let pass. */
const SEARCHED = 200;

/** One line of the queue: a mail, or the newest of a campaign with what is behind it. */
export interface Entry extends CaseGroup {
  readonly article: { readonly slug: string; readonly state: ArticleState } | undefined;
}

export interface Queue {
  readonly entries: readonly Entry[];
  /** All mails that the filters let pass, not only those of this page. */
  readonly total: number;
  /** Id of the last case, where there is a further page. */
  readonly next: string | undefined;
  /** Whether anything was ever handed in that this account may see. */
  readonly empty: boolean;
}

/** One page of the queue. */
export async function loadQueue(archive: Archive, query: QueueQuery, filter: CaseFilter, now: string): Promise<Queue> {
  const found = query.q === "" ? await listPage(archive, query, filter, now) : await searchPage(archive, query, filter);
  const shown = found.groups.slice(0, PAGE);
  const entries = await Promise.all(shown.map(async (group) => ({ ...group, article: await articleStateOf(archive, group.newest.id) })));
  const next = found.groups.length > PAGE ? shown.at(-1)?.newest.id : undefined;
  const own = filter.reporter === undefined ? {} : { reporter: filter.reporter };
  const empty = entries.length === 0 && (await archive.countCases(own)) === 0;
  return { entries, total: found.total, next, empty };
}

async function articleStateOf(archive: Archive, id: string): Promise<Entry["article"]> {
  const article = await archive.articleOf(id);
  return article === undefined ? undefined : { slug: article.slug, state: article.state };
}

interface Found {
  readonly groups: readonly CaseGroup[];
  readonly total: number;
}

async function listPage(archive: Archive, query: QueueQuery, filter: CaseFilter, now: string): Promise<Found> {
  const page = { ...filter, limit: PAGE + 1, ...(query.before === "" ? {} : { before: query.before }) };
  const groups = query.view === "campaigns" ? await archive.caseGroups(page, startOfDay(now, DEFAULT_ZONE)) : (await archive.cases(page)).map(alone);
  return { groups, total: await archive.countCases(filter) };
}

const alone = (newest: CaseSummary): CaseGroup => ({ newest, cases: 1, undecided: newest.decision === undefined ? 1 : 0, today: 0 });

/** Best hits first; the archive's search knows no filters. */
async function searchPage(archive: Archive, query: QueueQuery, filter: CaseFilter): Promise<Found> {
  const hits = await archive.search(query.q, SEARCHED);
  const passed: CaseSummary[] = [];
  for (const hit of hits) if (await passes(archive, hit, filter)) passed.push(hit);
  const from = query.before === "" ? 0 : passed.findIndex((one) => one.id === query.before) + 1;
  return { groups: passed.slice(from, from + PAGE + 1).map(alone), total: passed.length };
}

async function passes(archive: Archive, one: CaseSummary, filter: CaseFilter): Promise<boolean> {
  const { level, brand, campaign, since, reporter, article } = filter;
  if (level !== undefined && one.level !== level) return false;
  if (brand !== undefined && one.brand !== brand) return false;
  if (campaign !== undefined && one.campaign !== campaign) return false;
  if (since !== undefined && one.mail.received < since) return false;
  if (!isDecided(one, filter.decided)) return false;
  if (reporter !== undefined && !(await archive.reportersOf(one.id)).includes(reporter)) return false;
  return article === undefined || (await archive.articleOf(one.id))?.state === article;
}

function isDecided({ decision }: CaseSummary, asked: CaseFilter["decided"]): boolean {
  if (asked === undefined) return true;
  if (asked === "undecided" || asked === "decided") return (decision !== undefined) === (asked === "decided");
  return decision?.agrees === (asked === "agreed");
}
