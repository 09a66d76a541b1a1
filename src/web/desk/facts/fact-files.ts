import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { packageAdvisories } from "../../../cli/advisories-files.ts";
import { packageBrands } from "../../../cli/brands.ts";
import type { DeskContext } from "../shell.tsx";
import { Refusal } from "../refusal.ts";

/** Folder of a kind of facts: the one that may be edited, else that of the package. */
export function factFolder(c: DeskContext, kind: "brands" | "advisories"): string {
  const { dataFolder } = c.var.ports;
  if (dataFolder !== undefined) return path.join(dataFolder, kind);
  return kind === "brands" ? packageBrands() : packageAdvisories();
}

/** Whether this account may change facts of this installation. */
export const mayEditFacts = (c: DeskContext): boolean => c.var.account.role === "admin" && c.var.ports.dataFolder !== undefined;

export function refuseReadOnly(c: DeskContext): void {
  if (c.var.ports.dataFolder !== undefined) return;
  throw new Refusal(409, {
    ja: "この設置では公式情報を書き換えられません。サーバーを --data フォルダー 付きで起動すると編集できます。",
    en: "Facts cannot be changed in this installation. Start the server with --data FOLDER to edit them.",
  });
}

/** A file as it is now; undefined where there is none. */
export function readFact(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Names what was read, so that a change by somebody else in between is noticed; empty for a file that is not there. */
export function versionOf(text: string | undefined): string {
  return text === undefined ? "" : createHash("sha256").update(text).digest("hex").slice(0, 16);
}

export function refuseChanged(file: string, version: string): void {
  if (versionOf(readFact(file)) === version) return;
  throw new Refusal(409, {
    ja: "開いたあとに、同じファイルが別の人によって変えられました(または、すでにあります)。上書きしていません。前の画面の文章を控えてから、開き直してください。",
    en: "The file was changed by somebody else since you opened it, or is there already. Nothing was written over; keep your text and open it anew.",
  });
}

/** Writes a file whole or not at all, and returns when it is on disk. */
export function writeFact(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const handle = openSync(beside, "wx", 0o644);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
