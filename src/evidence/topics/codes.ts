import type { Quote } from "../../terms/index.ts";
import { readCharacterCodes } from "../codes/character-qr.ts";
import { PictureBudget, readPicture } from "../codes/picture-codes.ts";
import { dataPicture, drawnByService, pictureSources } from "../codes/picture-sources.ts";
import { readTableCodes } from "../codes/table-qr.ts";
import type { Gathered } from "../evidence.ts";
import type { AttachedFile } from "../files/file.ts";
import { whereOf } from "../reading.ts";
import type { ReadText } from "../reading.ts";

/** A QR code a reader of the mail could scan. */
export interface Code {
  /** What it holds, as decoded. */
  readonly text: string;
  /** `picture`: an image; `file`: inside a PDF or Office file; `table` and `characters`: drawn by the mail's own text; `service`: the image's address asks a service to draw it. */
  readonly drawnAs: "picture" | "file" | "table" | "characters" | "service";
  readonly quote: Quote;
}

/** The codes of a mail, and the pictures nobody could look at. */
export interface Codes {
  readonly codes: readonly Code[];
  /** Pictures that were not read: too large, too many, broken, or of a format without a reader. */
  readonly unread: readonly Quote[];
}

const MAX_CODES = 50;
const LONGEST_DATA_PICTURE = 4_000_000;

/** QR codes in pictures and files, drawn by HTML tables or block characters, or asked of a drawing service. */
export function gatherCodes(files: Gathered<readonly AttachedFile[]>, texts: readonly ReadText[]): Gathered<Codes> {
  const attached = files.kind === "found" ? files.value : [];
  const budget = new PictureBudget();
  const inText = texts.flatMap((text) => codesOfText(text, budget));
  const inFiles = attached.flatMap((file) =>
    file.codes.map((text): Code => ({ text, drawnAs: file.kind === "picture" ? "picture" : "file", quote: file.quote })),
  );
  const codes = [...inFiles, ...inText].slice(0, MAX_CODES);
  const unread = attached.filter((file) => file.unread && file.kind === "picture").map((file) => file.quote);
  return codes.length === 0 && unread.length === 0 ? { kind: "absent" } : { kind: "found", value: { codes, unread } };
}

function codesOfText(read: ReadText, budget: PictureBudget): readonly Code[] {
  const drawn = readCharacterCodes(read.visibleText).map(({ text, start, end }): Code => ({
    text,
    drawnAs: "characters",
    quote: { text: "█▀▄", where: whereOf(read, start, end) },
  }));
  if (read.html === undefined) return drawn;
  const html = read.part.text;
  const tables = readTableCodes(html).map(({ text, start, end }): Code => ({
    text,
    drawnAs: "table",
    quote: { text: "<table>", where: read.part.toWhere(start, end) },
  }));
  return [...drawn, ...tables, ...pictureSources(html).flatMap((source) => codesOfSource(source, read, budget))];
}

function codesOfSource(source: ReturnType<typeof pictureSources>[number], read: ReadText, budget: PictureBudget): readonly Code[] {
  const quote: Quote = { text: source.written.slice(0, 100), where: read.part.toWhere(source.start, source.end) };
  const asked = drawnByService(source.written);
  if (asked !== undefined) return [{ text: asked, drawnAs: "service", quote }];
  const bytes = dataPicture(source.written, LONGEST_DATA_PICTURE);
  const reading = bytes === undefined ? undefined : readPicture(bytes, budget);
  return reading?.kind === "read" ? reading.texts.map((text) => ({ text, drawnAs: "picture", quote })) : [];
}
