import type { BesideFile } from "../../../archive/beside-file.ts";
import { storable } from "../../../archive/storable.ts";
import type { AuditLine } from "../../web-context.ts";

/** Longest text of a line that comes from outside, in UTF-16 units: a log is no place to fill a disk through. */
const LONGEST = 500;

/** Who did what, in the order in which it happened. Lines are only ever added. */
export class AuditLog {
  readonly #file: BesideFile;
  readonly #now: () => string;

  constructor(file: BesideFile, now: () => string) {
    this.#file = file;
    this.#now = now;
  }

  /** On disk when it returns. */
  add({ account, action, on, note }: Omit<AuditLine, "at">): void {
    const cut = (text: string): string => storable(text.slice(0, LONGEST));
    this.#file.run(
      "insert into audit (at, account, action, subject, note) values (?, ?, ?, ?, ?)",
      this.#now(),
      cut(account),
      cut(action),
      cut(on),
      note === undefined ? null : cut(note),
    );
  }

  /** How many lines were made by or about an account of that name. */
  naming(name: string): number {
    const [row] = this.#file.all<{ n: number }>("select count(*) n from audit where account = ?1 or subject = ?1", storable(name.slice(0, LONGEST)));
    return row?.n ?? 0;
  }

  /** Newest first. */
  lines(limit: number): readonly AuditLine[] {
    const rows = this.#file.all<AuditRow>("select at, account, action, subject, note from audit order by number desc limit ?", limit);
    return rows.map(({ at, account, action, subject, note }) => ({ at, account, action, on: subject, note: note ?? undefined }));
  }
}

interface AuditRow {
  readonly at: string;
  readonly account: string;
  readonly action: string;
  readonly subject: string;
  readonly note: string | null;
}
