import type { JsonReport } from "../../report/json.ts";
import type { MailView, SourceView } from "../../report/mail-view/index.ts";
import type { Bilingual, Language } from "../../terms/index.ts";

/** What the page asks of its worker. Every question has a number, and every answer names the one it answers. */
export type Question =
  /** A file as chosen, dropped or shared. */
  | { readonly kind: "open"; readonly file: Blob; readonly name: string }
  /** Text as pasted: the worker finds out whether it is a source. */
  | { readonly kind: "paste"; readonly text: string }
  /** The text examined last, taken for the other of the two. */
  | { readonly kind: "otherwise" }
  | { readonly kind: "example" }
  /** A mail of the list of an mbox. */
  | { readonly kind: "pick"; readonly index: number }
  /** Something made of the mail examined last. */
  | { readonly kind: "make"; readonly what: Making }
  /** The report of the mail examined last, in the language of the question. */
  | { readonly kind: "draw" }
  /** Its raw source with the same numbers. */
  | { readonly kind: "source" }
  /** The bytes of the mail examined last, as the desk should have them. */
  | { readonly kind: "raw" };

/** `html`: the report as a file. `picture`: the mail as a redacted SVG. `warning`: a short text for the family. `drafts`: one a reporting channel. */
export type Making = "html" | "picture" | "warning" | "drafts";

export interface Asked {
  readonly id: number;
  readonly question: Question;
  /** The language of the page, and of what is drawn. */
  readonly lang: Language;
}

/** One mail of an mbox, as its header names it. */
export interface ListedMail {
  readonly index: number;
  readonly subject: string;
  readonly from: string;
  /** ISO day, empty when unreadable. */
  readonly day: string;
}

/** The report in one language, as markup of our own with every text of the mail escaped. */
export interface DrawnReport {
  /** One sentence for the live region and the title. */
  readonly said: string;
  /** The verdict and the two domains. */
  readonly above: string;
  /** The strongest points in full, to stand beside the picture of the mail. */
  readonly cards: string;
  /** The mail with numbered marks, for `showMailView`. */
  readonly view: MailView;
  readonly below: string;
}

export interface Report {
  readonly kind: "report";
  readonly json: JsonReport;
  /** Judged as visible text only. */
  readonly pasted: boolean;
  /** The bytes are text that was pasted, so that the reader may say that it is a source, or is none. */
  readonly changeable: boolean;
  /** By language: the one asked for at first, the other once it is asked for. Drawing a long mail takes as long as examining it. */
  readonly drawn: Readonly<Partial<Record<Language, DrawnReport>>>;
  /** The address found in a picture, when it came from one. */
  readonly fromPicture: string | undefined;
}

/** Somebody to tell about the mail, and what to write. */
export interface Draft {
  readonly name: string;
  readonly how: string;
  readonly source: string;
  /** Mail address, telephone number, or undefined where only a form is offered. */
  readonly reach: string | undefined;
  readonly purpose: "report" | "consult" | "entered";
  /** Subject and text of a mail to it; undefined for telephones and forms. */
  readonly mail: { readonly subject: string; readonly text: string } | undefined;
}

export type Answer =
  | Report
  | { readonly kind: "list"; readonly mails: readonly ListedMail[]; readonly cut: boolean }
  | { readonly kind: "made"; readonly text: string; readonly name: string }
  | { readonly kind: "drafts"; readonly drafts: readonly Draft[] }
  | { readonly kind: "drawn"; readonly drawn: DrawnReport }
  | { readonly kind: "source"; readonly source: SourceView }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly message: Bilingual };

/** What the worker says unasked. `ready`: it can examine; `complete`: everything it may ever need is loaded. */
export type Notice = { readonly notice: "ready" | "complete"; readonly ms: number };
export interface Answered {
  readonly id: number;
  readonly answer: Answer;
}
