import type { Bilingual } from "../terms/index.ts";

/** Why an archive cannot be used, by name, so that a caller can tell them apart without reading texts. */
export type ArchiveProblemKind = "missing" | "broken" | "locked" | "newer" | "foreign" | "unwritable" | "full" | "exists" | "served" | "unsupported";

/** The archive file cannot be used as it is; `text` says what to do. */
export class ArchiveProblem extends Error {
  readonly kind: ArchiveProblemKind;
  readonly text: Bilingual;

  constructor(kind: ArchiveProblemKind, text: Bilingual, cause?: unknown) {
    super(text.en, { cause });
    this.name = "ArchiveProblem";
    this.kind = kind;
    this.text = text;
  }
}

/** The mail is not to be kept: whoever handed it in was forgotten while it was examined. */
export class ReceiptVoid extends Error {
  constructor(receipt: string) {
    super(`the reporter of ${receipt} was forgotten`);
    this.name = "ReceiptVoid";
  }
}

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the low byte of an extended code. */
const BY_CODE: Readonly<Record<number, ArchiveProblemKind>> = {
  5: "locked",
  6: "locked",
  8: "unwritable",
  10: "broken",
  11: "broken",
  13: "full",
  14: "unwritable",
  26: "broken",
};

/** The same by SQLite's own text for a code, for where the engine hands on no code: it does for what `all()` meets. */
const BY_TEXT: readonly (readonly [text: string, kind: ArchiveProblemKind])[] = [
  ["is locked", "locked"],
  ["readonly database", "unwritable"],
  ["disk I/O error", "broken"],
  ["disk image is malformed", "broken"],
  ["disk is full", "full"],
  ["unable to open database file", "unwritable"],
  ["file is not a database", "broken"],
];

const TEXTS: Readonly<Record<ArchiveProblemKind, (file: string) => Bilingual>> = {
  missing: (file) => ({
    ja: `${file}: 保管庫がありません。ayashii examine --save で作られます`,
    en: `${file}: there is no archive; ayashii examine --save makes one`,
  }),
  broken: (file) => ({
    ja: `${file}: 壊れているか、保管庫のファイルではありません。ayashii archive restore で控えから戻せます`,
    en: `${file}: damaged, or no archive at all; ayashii archive restore brings a backup back`,
  }),
  locked: (file) => ({
    ja: `${file}: 別のプログラムが使用中です。終わるのを待ってから、もう一度実行してください`,
    en: `${file}: another program is using it; wait until it has finished and try again`,
  }),
  newer: (file) => ({
    ja: `${file}: 新しい版の ayashii が作った保管庫です。ayashii を更新してください`,
    en: `${file}: written by a newer ayashii; update ayashii to open it`,
  }),
  foreign: (file) => ({
    ja: `${file}: 別のプログラムのデータベースです。保管庫として開きません`,
    en: `${file}: another program's database; it is not opened as an archive`,
  }),
  unwritable: (file) => ({
    ja: `${file}: 読み書きできません。場所と権限を確かめてください`,
    en: `${file}: cannot be read or written; check the place and its permissions`,
  }),
  full: (file) => ({
    ja: `${file}: 空き容量がなく、書けません`,
    en: `${file}: cannot be written, the disk is full`,
  }),
  exists: (file) => ({
    ja: `${file}: すでにあります。別の名前を指定するか、--force を付けてください`,
    en: `${file}: already exists; name another file, or add --force`,
  }),
  served: (file) => ({
    ja: `${file}: この保管庫では、すでに ayashii serve が動いています。それを止めてから実行するか、--archive で別の保管庫を指定してください`,
    en: `${file}: an ayashii serve is at work on this archive; stop it first, or name another with --archive`,
  }),
  unsupported: (file) => ({
    ja: `${file}: この環境には SQLite がありません。Node.js 22.13 以降で動かしてください`,
    en: `${file}: no SQLite on this platform; run it with Node.js 22.13 or later`,
  }),
};

export function archiveProblem(kind: ArchiveProblemKind, file: string, cause?: unknown): ArchiveProblem {
  return new ArchiveProblem(kind, TEXTS[kind](file), cause);
}

/** An error of the SQL engine as a problem a person can act on; any other error comes back as it is. */
export function asArchiveProblem(error: unknown, file: string): unknown {
  if (error instanceof ArchiveProblem) return error;
  const { code, errcode, message = "" } = (error ?? {}) as { code?: string; errcode?: number; message?: string };
  const said = code === "ERR_SQLITE_ERROR" ? BY_TEXT.find(([text]) => message.includes(text))?.[1] : undefined;
  const kind = (typeof errcode === "number" ? BY_CODE[errcode & 0xff] : undefined) ?? said;
  return kind === undefined ? error : archiveProblem(kind, file, error);
}
