import type { Archive, HandedIn } from "../../../archive/archive.ts";
import type { IntakeItem } from "../../../intake/index.ts";
import type { KeepReply, ReportToKeep } from "./work.ts";

/** What reports are kept with; `examined` is what of a mail is kept. */
export interface Keeping {
  readonly archive: Pick<Archive, "saveCases" | "caseOfReceipt">;
  readonly mailsIn: (raw: Uint8Array) => AsyncIterable<IntakeItem>;
  readonly examined: (item: Extract<IntakeItem, { kind: "mail" }>) => Pick<HandedIn, "examination" | "summary" | "marks" | "searchable">;
  /** Called after each mail: the work goes on. */
  readonly alive: () => void;
}

/** Mails saved at once; of a mailbox with thousands no more are held in memory. */
const MOST = 16;

/** Examines the mails of several reports and keeps them as cases. Throws what the archive throws; what was saved until then stays. */
export async function keepReports(reports: readonly ReportToKeep[], keeping: Keeping): Promise<readonly KeepReply[]> {
  const saver = new Saver(keeping.archive);
  const made: { readonly cases: string[]; mails: number; problem: KeepReply | undefined }[] = [];
  for (const report of reports) {
    const one = { cases: [] as string[], mails: 0, problem: undefined as KeepReply | undefined };
    made.push(one);
    for await (const item of keeping.mailsIn(report.raw)) {
      if (item.kind === "problem") one.problem = { kind: "no-mail", why: item.message };
      else await add(item, report, one.mails++ === 0 ? report.report : `${report.report}/${one.mails - 1}`, one.cases, saver, keeping);
      keeping.alive();
    }
  }
  await saver.flush();
  return made.map(({ cases, mails, problem }) => (mails > 0 || problem === undefined ? { kind: "kept", cases: [...new Set(cases)] } : problem));
}

/** A mail that was kept before a crash is not examined again. */
async function add(
  item: Extract<IntakeItem, { kind: "mail" }>,
  { received, reporter }: ReportToKeep,
  receipt: string,
  cases: string[],
  saver: Saver,
  { archive, examined }: Keeping,
): Promise<void> {
  const before = await archive.caseOfReceipt(receipt);
  if (before !== undefined) cases.push(before);
  else await saver.add({ ...examined(item), raw: item.raw, reporter, receipt, received }, cases);
}

/** Gathers mails and saves them together. */
class Saver {
  readonly #archive: Keeping["archive"];
  #waiting: { readonly mail: HandedIn; readonly cases: string[] }[] = [];

  constructor(archive: Keeping["archive"]) {
    this.#archive = archive;
  }

  /** The id of its case is added to `cases` when it is saved, unless its reporter was forgotten. */
  async add(mail: HandedIn, cases: string[]): Promise<void> {
    this.#waiting.push({ mail, cases });
    if (this.#waiting.length >= MOST) await this.flush();
  }

  async flush(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    if (all.length === 0) return;
    const ids = await this.#archive.saveCases(all.map(({ mail }) => mail));
    for (const [at, { cases }] of all.entries()) {
      const id = ids[at];
      if (id !== undefined) cases.push(id);
    }
  }
}
