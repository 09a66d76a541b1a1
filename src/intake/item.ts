import type { Bilingual } from "../terms/index.ts";

/** A mail found in what was handed in. */
export interface MailItem {
  readonly kind: "mail";
  /** Path as given; `#n` (from 1) for the n-th mail of an mbox; `-` for standard input. */
  readonly file: string;
  readonly raw: Uint8Array;
  /** Text without a mail header, to be read by `mailFromPastedText`. */
  readonly pasted: boolean;
  /** The bytes were made here from another format, so ranges do not refer to the file: Outlook .msg, UTF-16 text. */
  readonly converted: boolean;
  /** How many `>From ` lines of an mbox had their `>` taken off; later ranges in the file are shifted by as much. */
  readonly unescapedLines: number;
}

/** Something that could not be read, in one line. */
export interface IntakeProblem {
  readonly kind: "problem";
  readonly file: string;
  readonly message: Bilingual;
  /** Nothing at all came of this path: the command ends with an error. */
  readonly fatal: boolean;
}

export type IntakeItem = MailItem | IntakeProblem;

export interface IntakeOptions {
  /** Largest file, and largest mail of an mbox, read into memory. Default 100 MB. */
  readonly maxBytes?: number;
  /** Where `-` reads from. Default: the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

export const defaultMaxBytes = 100 * 1024 * 1024;
