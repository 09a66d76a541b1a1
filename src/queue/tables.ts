import type { BesideSchema } from "../archive/beside-file.ts";

/**
 * Reports on their way. The bytes of a mail are here once, as long as a report of them waits or was set aside; a report's
 * line stays for some time after, so that whoever handed it in can ask what became of it.
 */
export const QUEUE_SCHEMA: BesideSchema = {
  // `AyQu` in ASCII.
  application: 0x41795175,
  steps: [
    [
      `create table mail (sha256 text primary key, raw blob not null) without rowid`,
      `create table report (number integer primary key autoincrement, id text not null unique, sha256 text not null, bytes integer not null,
        reporter text, received text not null, state text not null, tries integer not null default 0, begun integer not null default 0, cases text not null default '[]',
        why text, done text)`,
      `create index report_by_state on report(state, number)`,
      `create index report_by_mail on report(sha256)`,
      `create index report_by_reporter on report(reporter, number)`,
      `create index report_done on report(done)`,
    ],
  ],
};
