import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Fault, folderOf } from "./command-line.ts";

/** One row of an index.tsv beside the folders of mails. */
export interface CorpusMail {
  readonly file: string;
  readonly path: string;
  readonly label: string;
  readonly corpus: string;
  readonly language: string;
  readonly claimedBrand: string;
  readonly campaign: string;
}

/** Rows of an index.tsv, by the names of its first line; columns that are missing read as empty. */
export function readIndex(indexFile: string): CorpusMail[] {
  const [head = "", ...rows] = readFileSync(indexFile, "utf8").split(/\r?\n/);
  const columns = head.split("\t");
  const read = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? "";
  return rows
    .filter((row) => row !== "")
    .map((row) => row.split("\t"))
    .map((cells) => {
      const relative = read(cells, "path");
      return {
        file: path.join(path.dirname(indexFile), relative),
        path: relative,
        label: read(cells, "label"),
        corpus: read(cells, "corpus") || path.dirname(relative),
        language: read(cells, "lang") || "?",
        claimedBrand: read(cells, "claimed_brand"),
        campaign: read(cells, "campaign") || relative,
      };
    });
}

/** Mails of a folder: all of its index.tsv, or, for one corpus, its rows in the index of the folder above. A Fault when there is no folder, index or mail. */
export function corpusMails(folder: string): { mails: CorpusMail[]; missing: number } {
  const here = path.resolve(folderOf(folder));
  const own = path.join(here, "index.tsv");
  const above = path.join(path.dirname(here), "index.tsv");
  const rows = existsSync(own) ? readIndex(own) : existsSync(above) ? readIndex(above).filter((mail) => mail.file.startsWith(here + path.sep)) : undefined;
  if (rows === undefined) throw new Fault(`${folder}: no index.tsv in it or above it`);
  const mails = rows.filter((mail) => existsSync(mail.file));
  if (mails.length === 0)
    throw new Fault(
      rows.length === 0 ? `${folder}: the index.tsv names no mails in it` : `${folder}: none of the ${rows.length} mails that its index.tsv names is there`,
    );
  return { mails, missing: rows.length - mails.length };
}
