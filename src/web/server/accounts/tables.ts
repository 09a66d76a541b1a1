import type { BesideSchema } from "../../../archive/beside-file.ts";

/**
 * Accounts, sessions, tokens and the audit log, in a file beside the archive. Of what somebody logs in with only digests are
 * kept. Instants are ISO; sessions count in milliseconds since 1970.
 */
export const ACCOUNTS_SCHEMA: BesideSchema = {
  // `AyAc` in ASCII.
  application: 0x41794163,
  steps: [
    [
      `create table account (id text primary key, name text not null unique collate nocase, role text not null, password text not null, created text not null)`,
      `create table session (digest text primary key, account text not null references account(id) on delete cascade,
        begun integer not null, used integer not null)`,
      `create index session_of_account on session(account)`,
      `create table token (id text primary key, digest text not null unique, account text not null references account(id) on delete cascade,
        name text not null, role text not null, created text not null, used text)`,
      `create index token_of_account on token(account)`,
      `create table setting (name text primary key, value text not null)`,
      `create table audit (number integer primary key autoincrement, at text not null, account text not null, action text not null,
        subject text not null, note text)`,
      // Nothing that was logged is ever changed, also not by a mistake in this program.
      `create trigger audit_is_not_changed before update on audit begin select raise(abort, 'the audit log is only added to'); end`,
      `create trigger audit_is_not_deleted before delete on audit begin select raise(abort, 'the audit log is only added to'); end`,
    ],
  ],
};
