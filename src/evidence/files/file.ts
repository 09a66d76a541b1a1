import type { Quote } from "../../terms/index.ts";

/** What a file is, told by its first bytes where they tell, else by the ending of its name. */
export type FileKind =
  | "program"
  | "script"
  | "shortcut"
  | "disk-image"
  | "profile"
  | "notebook"
  | "macro-document"
  | "document"
  | "pdf"
  | "page"
  | "drawing"
  | "archive"
  | "picture"
  | "calendar"
  | "mail"
  | "text"
  | "other";

/**
 * How a name or a type hides what the file is. `two-endings`: `invoice.pdf.exe`; `reversed-letters`: a bidirectional
 * control turns the end of the name round (U+202E); `blanks`: the real ending is pushed out of sight;
 * `other-content`: the bytes are not what the name says; `other-type`: the type in the header is not.
 */
export type Disguise = "two-endings" | "reversed-letters" | "blanks" | "other-content" | "other-type";

/** A file in an archive, by the archive's list; nothing is unpacked for it. */
export interface ArchiveMember {
  readonly name: string;
  readonly encrypted: boolean;
  /** Kind by the ending of its name. */
  readonly kind: FileKind;
  readonly disguises: readonly Disguise[];
}

/** What an attached HTML or SVG page would do when opened; read, never run. */
export interface AttachedPage {
  readonly hasPasswordField: boolean;
  /** A field for a password, a card number, its check digits or a PIN. */
  readonly asksSecret: boolean;
  /** Fields a person could type into. */
  readonly fields: number;
  /** Where its forms send what is typed. */
  readonly formTargets: readonly string[];
  /** Where it leads by itself (refresh, script). */
  readonly redirects: readonly string[];
  readonly hasScript: boolean;
  /** It builds itself from encoded text when opened. */
  readonly isEncoded: boolean;
  /** What it shows before a script runs, at most 2000 characters. */
  readonly text: string;
}

/** An address found in a file, with what the file shows for it. */
export interface FileAddress {
  readonly written: string;
  readonly visibleText: string;
}

/** A file attached to the mail. */
export interface AttachedFile {
  /** Decoded name; empty when it has none. */
  readonly name: string;
  readonly declaredType: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly disguises: readonly Disguise[];
  /** Names in an archive, at most 2000; empty for other files and where the list could not be read. */
  readonly members: readonly ArchiveMember[];
  /** The file (or a file in it) cannot be opened without a password. */
  readonly encrypted: boolean;
  /** Password from the mail's own text that was tried and opens it. */
  readonly openedBy?: string | undefined;
  readonly page: AttachedPage | undefined;
  readonly addresses: readonly FileAddress[];
  /** Texts of QR codes in it. */
  readonly codes: readonly string[];
  /** Parts of the file were not read: too large, broken, or of a kind nobody reads here. */
  readonly unread: boolean;
  /** Name (or type) with its place in the header of the part. */
  readonly quote: Quote;
}
