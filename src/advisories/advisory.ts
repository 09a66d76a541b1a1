/**
 * One example mail of an official warning, as printed there: with the masks of the page.
 * Templates keep their masks (`***@***`, `○○`, `****様`); matching treats masks as wildcards and numbers,
 * dates and times as variables.
 */
export interface AdvisoryCase {
  /** As the page names it, e.g. `事例1`. */
  readonly name: string;
  /** ISO day the issuer says it was seen; undefined when the page does not say. */
  readonly observed: string | undefined;
  readonly subjects: readonly string[];
  readonly senderNames: readonly string[];
  readonly senderAddresses: readonly string[];
  readonly body: string | undefined;
  readonly urls: readonly string[];
  /** The page or common knowledge says that genuine mails have this subject too: alone it never makes a match. */
  readonly subjectAlsoGenuine?: boolean | undefined;
}

/** A published warning of a brand (or of a body such as 警察庁) about mails that pose as it. */
export interface Advisory {
  /** `<brand>/<id>` = path under data/advisories without the ending. */
  readonly id: string;
  readonly brand: string;
  readonly issuer: { readonly ja: string; readonly en: string };
  readonly title: string;
  readonly url: string;
  /** ISO days. */
  readonly published: string | undefined;
  readonly checked: string;
  /**
   * How the facts were got at. `page`: read on the page (or a stored copy of it). `quoted`: from a public quotation of
   * the page. `noted`: from notes others took of the page. In the last two the page itself was not opened. Default `page`.
   */
  readonly basis?: "page" | "quoted" | "noted" | undefined;
  /**
   * Whose word it is. `brand`: the company posed as. `authority`: a public body or council that collects reports.
   * `reporter`: a news site or somebody who got the mail. Default `brand`.
   */
  readonly issuerRole?: "brand" | "authority" | "reporter" | undefined;
  readonly cases: readonly AdvisoryCase[];
}

/** A line of the side-by-side: the notice's template line against the mail's line. */
export interface ComparedLine {
  readonly field: "subject" | "body" | "sender" | "url";
  readonly template: string;
  readonly mail: string;
  /** `equal` after normalising; `variable`: differs only where the template has a mask, number, date or time. */
  readonly kind: "equal" | "variable" | "different" | "missing";
  /** For `variable`: what stands where, e.g. [["8","12"],["***@***","taro@example.com"]]. */
  readonly variables: readonly (readonly [template: string, mail: string])[];
}

/** How well a mail is described by a case. */
export interface AdvisoryMatch {
  readonly advisory: Advisory;
  readonly case: AdvisoryCase;
  /** What of the case the mail has. `subject-and-source`: the subject, and the sender or a link's host; `link`: a link's host alone. */
  readonly strength: "whole" | "subject-and-part" | "body" | "subject-and-source" | "subject" | "sender" | "link" | "subject-listed";
  /** Share of the case's template characters (masks and variables apart) found in the mail, 0..1. */
  readonly coverage: number;
  readonly lines: readonly ComparedLine[];
}
