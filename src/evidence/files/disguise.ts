import type { Disguise, FileKind } from "./file.ts";
import { endingOf, HARMLESS_LOOKING, kindOfEnding } from "./kinds.ts";

/** Names longer than this are looked at from both ends only. */
const LONGEST_NAME = 1000;
/** Controls that turn letters round (Unicode UAX #9 §2). */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT_SCRIPT = /[\u0590-\u08ff]/;
/** Opening these harms nobody by itself, so a name that hides them hides little. */
const WORTH_HIDING: ReadonlySet<FileKind> = new Set([
  "program",
  "script",
  "shortcut",
  "disk-image",
  "profile",
  "page",
  "drawing",
  "macro-document",
  "archive",
  "notebook",
]);

/** How a name hides what the file is. Names in a right-to-left script may well hold such controls. */
export function disguisesOfName(name: string): readonly Disguise[] {
  const short = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME / 2) + name.slice(-LONGEST_NAME / 2) : name;
  const found: Disguise[] = [];
  const real = kindOfEnding(endingOf(short));
  if (BIDI.test(short) && !RIGHT_TO_LEFT_SCRIPT.test(short)) found.push("reversed-letters");
  if (real === undefined || !WORTH_HIDING.has(real)) return found;
  const before = short.slice(0, short.lastIndexOf("."));
  const shown = kindOfEnding(endingOf(before));
  if (shown !== undefined && HARMLESS_LOOKING.has(shown) && isHidden(shown, real)) found.push("two-endings");
  if (/[\s\u00a0\u2800\u3000]{8}\.?$/.test(before) || /[\s\u00a0\u2800\u3000_]{20}/.test(before)) found.push("blanks");
  return found;
}

/** `report.txt.zip`, `scan.pdf.zip` and `data.csv.gz` are how people pack files. */
function isHidden(shown: FileKind, real: FileKind): boolean {
  return real !== "archive" && !(shown === "text" && real === "page");
}

/** Pairs of what a name says and what the bytes are that mislead the reader. */
export function hidesContent(byName: FileKind | undefined, byBytes: FileKind | undefined): boolean {
  if (byName === undefined || byBytes === undefined || byName === byBytes) return false;
  if (byBytes === "program") return byName !== "script" && byName !== "disk-image";
  if (byBytes === "profile") return true;
  // A page under another name opens in the browser; a picture or calendar entry that is a PDF leads past filters.
  if (byBytes === "page") return byName === "pdf" || byName === "picture" || byName === "document" || byName === "calendar";
  if (byBytes === "pdf") return byName === "calendar" || byName === "picture" || byName === "page";
  return byBytes === "archive" && (byName === "pdf" || byName === "picture" || byName === "calendar");
}

/** A header that calls a document or page a picture, or a calendar entry a PDF: no mail program writes that. */
export function hidesType(byName: FileKind | undefined, declaredType: string): boolean {
  if (byName === undefined) return false;
  if (/^(?:image|audio|video)\//.test(declaredType))
    return byName === "pdf" || byName === "page" || byName === "archive" || byName === "program" || byName === "calendar";
  return declaredType === "application/pdf" && (byName === "calendar" || byName === "page");
}
