import { createHash, randomBytes } from "node:crypto";
import { openBeside } from "../archive/beside-file.ts";
import type { BesideFile } from "../archive/beside-file.ts";
import type { ForgottenReports, Outcome, QueueCounts, Report, ReportState } from "./report.ts";
import { QUEUE_SCHEMA } from "./tables.ts";

export interface QueueOptions {
  /** ISO instant of now. */
  readonly now: () => string;
  /** Attempts that may fail before a report is set aside. */
  readonly tries: number;
}

/** A mail to be taken in. */
export interface Handed {
  readonly raw: Uint8Array;
  readonly reporter: string | undefined;
}

/** A report to be examined. */
export interface Taken {
  readonly report: Report;
  readonly raw: Uint8Array;
}

interface Arriving extends Handed {
  readonly resolve: (report: Report) => void;
  readonly reject: (why: unknown) => void;
}

/**
 * Attempts that nobody saw the end of, as the whole process went down: a power cut or somebody's `kill -9`, and no fault of the
 * mail, unless it happens again and again.
 */
const MOST_BEGUN = 10;
/** How long the first mail of a commit waits for others to share it, in milliseconds. */
const GATHER_MS = 3;
/** Bytes that one commit holds at most: a big one lets the others wait. */
const COMMIT_BYTES = 32 * 1024 * 1024;

/**
 * Reports that wait to be examined, in a SQLite file of their own, so that taking in never waits for examinations being
 * saved. What `take` has answered is on disk (many share one commit). What becomes of a report is written without waiting
 * for the disk: after a loss of power it is examined again, and the archive knows it by its receipt.
 */
export class ReportQueue {
  readonly #file: BesideFile;
  readonly #bookkeeping: BesideFile;
  readonly #options: QueueOptions;
  #arriving: Arriving[] = [];
  /** Ids of reports that were taken and not settled, with their numbers. */
  readonly #underWay = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #waiting: number;

  /** Throws `ArchiveProblem`. */
  constructor(file: string, options: QueueOptions) {
    this.#file = openBeside(file, QUEUE_SCHEMA);
    this.#bookkeeping = openBeside(file, QUEUE_SCHEMA, "normal");
    // What is deleted is overwritten: the bytes of a mail would lie in free pages of the file else.
    for (const connection of [this.#file, this.#bookkeeping]) connection.all("pragma secure_delete = on");
    this.#options = options;
    this.#waiting = this.counts().waiting;
  }

  /** Reports that wait, those being written included. */
  get waiting(): number {
    return this.#waiting + this.#arriving.length;
  }

  /** Settles when the mail is on disk. Rejects when it cannot be written: then nothing of it is kept. */
  take(handed: Handed): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.#arriving.push({ ...handed, resolve, reject });
      this.#timer ??= setTimeout(() => this.#commit(), GATHER_MS);
    });
  }

  #commit(): void {
    this.#timer = undefined;
    const batch = this.#nextBatch();
    try {
      const reports = this.#file.transaction(() => batch.map((one) => this.#insert(one)));
      this.#waiting += batch.length;
      for (const [at, report] of reports.entries()) batch[at]?.resolve(report);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    if (this.#arriving.length > 0) this.#timer ??= setTimeout(() => this.#commit(), 0);
  }

  #nextBatch(): Arriving[] {
    let bytes = 0;
    let count = 0;
    for (const { raw } of this.#arriving) {
      if (count > 0 && bytes + raw.length > COMMIT_BYTES) break;
      bytes += raw.length;
      count++;
    }
    return this.#arriving.splice(0, count);
  }

  #insert({ raw, reporter }: Arriving): Report {
    const sha256 = createHash("sha256").update(raw).digest("hex");
    const id = `r${randomBytes(16).toString("hex")}`;
    const received = this.#options.now();
    this.#file.run("insert into mail (sha256, raw) values (?, ?) on conflict do nothing", sha256, raw);
    this.#file.run(
      "insert into report (id, sha256, bytes, reporter, received, state) values (?, ?, ?, ?, ?, 'waiting')",
      id,
      sha256,
      raw.length,
      reporter ?? null,
      received,
    );
    return { id, sha256, bytes: raw.length, reporter, received, state: "waiting", tries: 0, cases: [], why: undefined };
  }

  /**
   * The report that has waited longest and is not being examined, with its bytes; the attempt is counted before it is made,
   * so that a mail that takes the whole process down is set aside too. Undefined when none waits.
   */
  next(): Taken | undefined {
    return this.nextFew(1, 0)[0];
  }

  /** The same for several: at most so many, and no more bytes than given unless the first one alone has more. */
  nextFew(most: number, mostBytes: number): readonly Taken[] {
    const taken: Taken[] = [];
    let bytes = 0;
    while (taken.length < most) {
      const row = this.#longestWaiting();
      if (row === undefined || (taken.length > 0 && bytes + row.bytes > mostBytes)) break;
      const [mail] = this.#bookkeeping.all<{ raw: Uint8Array }>("select raw from mail where sha256 = ?", row.sha256);
      if (mail === undefined || row.begun >= MOST_BEGUN) {
        this.#finish(row, "aside", [], row.why ?? JSON.stringify(CRASHED));
        continue;
      }
      this.#bookkeeping.run("update report set begun = begun + 1 where number = ?", row.number);
      this.#underWay.set(row.id, row.number);
      bytes += row.bytes;
      taken.push({ report: reportOf(row), raw: mail.raw });
    }
    return taken;
  }

  #longestWaiting(): Row | undefined {
    const [row] = this.#bookkeeping.all<Row>(
      `select * from report where state = 'waiting' and number not in (select value from json_each(?)) order by number limit 1`,
      JSON.stringify([...this.#underWay.values()]),
    );
    if (row === undefined && this.#underWay.size === 0) this.#waiting = 0;
    return row;
  }

  /** Writes down what came of an attempt; a failed one waits again until it has been tried often enough. */
  settle(report: Report, outcome: Outcome): void {
    this.#underWay.delete(report.id);
    const [row] = this.#bookkeeping.all<Row>("select * from report where id = ?", report.id);
    if (row === undefined || row.state !== "waiting") return this.#recount();
    if (outcome.kind === "examined") this.#finish(row, "examined", outcome.cases, null);
    else if (outcome.kind === "refused") this.#finish(row, "refused", [], JSON.stringify(outcome.why));
    else this.#failed(row, JSON.stringify(outcome.why));
  }

  #failed(row: Row, why: string): void {
    this.#bookkeeping.run("update report set tries = tries + 1, begun = 0, why = ? where number = ?", why, row.number);
    if (row.tries + 1 >= this.#options.tries) this.#finish(row, "aside", [], why);
  }

  /** An attempt that was stopped with the server is none. */
  giveBack(report: Report): void {
    this.#underWay.delete(report.id);
    this.#bookkeeping.run("update report set begun = 0 where id = ? and state = 'waiting'", report.id);
  }

  #finish(row: Row, state: ReportState, cases: readonly string[], why: string | null): void {
    this.#bookkeeping.transaction(() => {
      const { number } = row;
      this.#bookkeeping.run(
        "update report set state = ?, cases = ?, why = ?, done = ? where number = ?",
        state,
        JSON.stringify(cases),
        why,
        this.#options.now(),
        number,
      );
      // Bytes that were set aside stay: somebody has to see what they are.
      if (state !== "aside")
        this.#bookkeeping.run(
          "delete from mail where sha256 = ? and not exists (select 1 from report where sha256 = mail.sha256 and state in ('waiting', 'aside'))",
          row.sha256,
        );
    });
    this.#waiting--;
  }

  /** A report that was set aside is tried again, as often as a new one. False: it was not set aside. */
  retry(id: string): boolean {
    const changed = this.#file.run("update report set state = 'waiting', tries = 0, begun = 0, done = null where id = ? and state = 'aside'", id) > 0;
    if (changed) this.#waiting++;
    return changed;
  }

  byId(id: string): Report | undefined {
    const [row] = this.#bookkeeping.all<Row>("select * from report where id = ?", id);
    return row === undefined ? undefined : reportOf(row);
  }

  /** Newest first. */
  list(filter: { readonly state?: ReportState | undefined; readonly reporter?: string | undefined; readonly limit: number }): readonly Report[] {
    return this.#bookkeeping
      .all<Row>(
        "select * from report where (?1 is null or state = ?1) and (?2 is null or reporter = ?2) order by number desc limit ?3",
        filter.state ?? null,
        filter.reporter ?? null,
        filter.limit,
      )
      .map(reportOf);
  }

  /** When the report that has waited longest was taken in (ISO); empty when none waits. */
  oldestWaiting(): readonly string[] {
    return this.#bookkeeping
      .all<{ received: string }>("select received from report where state = 'waiting' order by number limit 1")
      .map((row) => row.received);
  }

  counts(): QueueCounts {
    const rows = this.#bookkeeping.all<{ state: ReportState; n: number }>("select state, count(*) n from report group by state");
    const of = (state: ReportState): number => rows.find((row) => row.state === state)?.n ?? 0;
    return { waiting: of("waiting"), examined: of("examined"), refused: of("refused"), aside: of("aside") };
  }

  /** Takes out the lines of reports that were done before the ISO instant; those set aside stay. Returns how many. */
  forgetDone(before: string): number {
    return this.#bookkeeping.run("delete from report where done < ? and state in ('examined', 'refused')", before);
  }

  /**
   * Takes out everything a reporter handed in, also what still waits, and what the file's log holds of it. Another process
   * may do this while a server works on the same file.
   */
  forgetReporter(reporter: string): ForgottenReports {
    const rows = this.#file.transaction(() => {
      const gone = this.#file.all<Row>("delete from report where reporter = ? returning *", reporter);
      this.#file.run("delete from mail where not exists (select 1 from report where sha256 = mail.sha256 and state in ('waiting', 'aside'))");
      return gone;
    });
    this.#recount();
    if (rows.length > 0) this.#file.all("pragma wal_checkpoint(truncate)");
    const unexamined = rows.filter((row) => row.state === "waiting" || row.state === "aside");
    return { reports: rows.length, unexamined: unexamined.length, underWay: unexamined.filter((row) => row.begun > 0).map((row) => row.id) };
  }

  /** The number of those that wait is kept in memory; another process took some away. */
  #recount(): void {
    this.#waiting = this.counts().waiting;
  }

  /** Writes what is still arriving, then closes the file. */
  close(): void {
    clearTimeout(this.#timer);
    while (this.#arriving.length > 0) this.#commit();
    clearTimeout(this.#timer);
    this.#bookkeeping.close();
    this.#file.close();
  }
}

const CRASHED = {
  ja: "このメールを調べている間に、プログラムが続けて止まりました。",
  en: "The program stopped again and again while it examined this mail.",
};

interface Row {
  readonly number: number;
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reporter: string | null;
  readonly received: string;
  readonly state: ReportState;
  readonly tries: number;
  readonly begun: number;
  readonly cases: string;
  readonly why: string | null;
}

function reportOf(row: Row): Report {
  const { id, sha256, bytes, received, state, tries } = row;
  const why = row.why === null ? undefined : (JSON.parse(row.why) as Report["why"]);
  return { id, sha256, bytes, reporter: row.reporter ?? undefined, received, state, tries, cases: JSON.parse(row.cases) as string[], why };
}
