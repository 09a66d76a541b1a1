import { sql } from "kysely";
import type { Kysely } from "kysely";
import { tableOf } from "./gram-index.ts";
import type { Indexed } from "./gram-index.ts";
import { runsOf } from "./search-terms.ts";
import type { Run } from "./search-terms.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** Longest query read, in UTF-16 units. */
const LONGEST_QUERY = 500;
/** From here on a query is no word but something pasted. */
const SHORTEST_PASTED = 14;
/** Phrases of one query; a pasted page is not all of it looked up. */
const MOST_PHRASES = 24;
/** Pairs of characters asked for when nothing has the whole query. */
const LOOSE_TERMS = 12;

/**
 * Numbers of the texts that answer the query, best first: the whole query in the subject, then anywhere, newest first;
 * then the query without what differs from copy to copy (numbers, tokens); if nothing has that, subjects that share most of it.
 */
export async function findNumbers(db: Db, of: Indexed, query: string, limit: number): Promise<number[]> {
  const groups = groupsOf(query.slice(0, LONGEST_QUERY));
  const found = new Set<number>();
  const take = async (what: "subject" | "text", match: string): Promise<void> => {
    if (match === "" || found.size >= limit) return;
    for (const number of await newest(db, of, what, match, limit)) if (found.size < limit) found.add(number);
  };
  // A long query that a subject answers is a pasted subject: texts that happen to quote it cost three times as much to look up.
  const subjectElseText = async (match: string): Promise<void> => {
    const before = found.size;
    await take("subject", match);
    if (found.size === before || query.length < SHORTEST_PASTED) await take("text", match);
  };
  const whole = allOf(groups);
  await subjectElseText(whole);
  const lasting = allOf(groups.map((group) => group.filter(isLasting)).filter((group) => group.length > 0));
  if (lasting !== whole) await subjectElseText(lasting);
  return found.size > 0 ? [...found] : alike(db, of, groups, limit);
}

/** Words written without a blank between them belong together: the parts of an address, the steps of a link. */
function groupsOf(query: string): Run[][] {
  return query
    .split(/\s+/u)
    .map((word) => runsOf(word))
    .filter((group) => group.length > 0)
    .slice(0, MOST_PHRASES);
}

/** A word with a digit is a count, a date, an order number, a token. */
function isLasting(run: Run): boolean {
  return run.japanese || !/\d/.test(run.terms[0] ?? "");
}

const quoted = (terms: readonly string[]): string => `"${terms.join(" ").replaceAll('"', "")}"`;

/** FTS5 query: every run as a phrase; words of other scripts that stood together as one. */
function allOf(groups: readonly (readonly Run[])[]): string {
  const phrases = groups.flatMap(phrasesOf).slice(0, MOST_PHRASES);
  return [...new Set(phrases)].join(" AND ");
}

function phrasesOf(group: readonly Run[]): string[] {
  const phrases: string[] = [];
  let words: string[] = [];
  const close = (): void => {
    if (words.length > 0) phrases.push(quoted(words));
    words = [];
  };
  for (const run of group) {
    if (!run.japanese) words.push(...run.terms);
    else {
      close();
      phrases.push(phraseOf(run.terms));
    }
  }
  close();
  return phrases;
}

/** One character alone is the beginning of a pair. */
function phraseOf(terms: readonly string[]): string {
  return [...(terms[0] ?? "")].length === 1 ? `${quoted(terms)}*` : quoted(terms);
}

async function newest(db: Db, of: Indexed, what: "subject" | "text", match: string, limit: number): Promise<number[]> {
  const table = tableOf(of, what);
  const { rows } = await sql<{ rowid: number }>`select rowid from ${table} where ${table} match ${match} order by rowid desc limit ${limit}`.execute(db);
  return rows.map((row) => row.rowid);
}

/** Subjects that have some of the most telling terms, those with the rarest first (BM25). */
async function alike(db: Db, of: Indexed, groups: readonly (readonly Run[])[], limit: number): Promise<number[]> {
  const terms = tellingTerms(groups.flat());
  if (terms.length < 3) return [];
  const table = tableOf(of, "subject");
  const needed = Math.ceil(terms.length / 2);
  const { rows } = await sql<{ rowid: number }>`select rowid from (${sql.join(
    terms.map((term) => sql`select rowid from ${table} where ${table} match ${quoted([term])}`),
    sql` union all `,
  )}) group by rowid having count(*) >= ${needed} order by count(*) desc, rowid desc limit ${limit}`.execute(db);
  return rows.map((row) => row.rowid);
}

const KANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;

/** Kanji, katakana and words tell more than endings in hiragana. Spread over the query, at most `LOOSE_TERMS`. */
function tellingTerms(runs: readonly Run[]): string[] {
  const all = [...new Set(runs.filter(isLasting).flatMap((run) => run.terms))].filter((term) => [...term].length > 1);
  const telling = all.filter((term) => !KANA_ONLY.test(term));
  const chosen = telling.length >= 3 ? telling : all;
  const step = Math.max(1, chosen.length / LOOSE_TERMS);
  return Array.from({ length: Math.min(LOOSE_TERMS, chosen.length) }, (_, i) => chosen[Math.floor(i * step)] as string);
}
