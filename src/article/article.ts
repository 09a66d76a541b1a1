import type { PublicBilingual, PublicText } from "../redact/public-text.ts";
import type { RedactedMail } from "../redact/redacted-mail.ts";

export type ArticleState = "draft" | "review" | "published" | "withdrawn";

/** A correction made after publication: what changed and when; never deleted. */
export interface Correction {
  /** ISO instant. */
  readonly at: string;
  readonly note: PublicBilingual;
}

/** An official warning that describes the mail, quoted with its source. */
export interface QuotedAdvisory {
  readonly issuer: PublicText;
  readonly issuerLabel: PublicBilingual;
  readonly title: PublicText;
  readonly url: string;
  readonly published: string | undefined;
  /** Whether the page itself was read, a public quotation of it, or notes of it; see `Advisory.basis`. */
  readonly basis: "page" | "quoted" | "noted";
  /** Whose word it is; see `Advisory.issuerRole`. */
  readonly issuerRole: "brand" | "authority" | "reporter";
  /** ISO day on which it was looked at. */
  readonly checked: string;
  /** As the warning names the example, e.g. `事例1`. */
  readonly caseName: PublicText;
  /** The example of the warning, with its own masks, line by line beside the mail. */
  readonly lines: readonly QuotedLine[];
}

/** One line of the example that a warning prints. */
export interface QuotedLine {
  readonly field: "subject" | "body" | "sender" | "url";
  readonly text: PublicText;
  /** How the mail compares: the same, other only in address, date or number, other, or not there. */
  readonly inMail: "equal" | "variable" | "different" | "missing";
}

/** A related warning of ours: same brand or same campaign. */
export interface Related {
  readonly slug: string;
  readonly title: PublicBilingual;
  readonly why: "brand" | "campaign";
}

/**
 * One public warning, the unit that `publish/` sees. Everything a reader sees is `PublicText`, so it went through
 * `redact/`. The machine's parts (`mail`, `points`, `advisories`, `related`) are made anew at every build; `words` are
 * the author's own and stay.
 */
export interface Article {
  /** Stable: `<brand>-<short hash of the case>`; lower case, digits, hyphens. Never reused. */
  readonly slug: string;
  readonly state: ArticleState;
  readonly brand: string | undefined;
  readonly brandLabel: PublicBilingual;
  /** `〇〇を名乗る「件名」にご注意を`. */
  readonly title: PublicBilingual;
  readonly tags: readonly PublicText[];
  readonly lead: PublicBilingual;
  readonly mail: RedactedMail;
  readonly verdict: { readonly level: "impersonation" | "suspicious"; readonly headline: PublicBilingual };
  readonly summary: PublicBilingual;
  readonly advisories: readonly QuotedAdvisory[];
  /** Where the real company is reached, from the registry. */
  readonly contact: { readonly label: PublicBilingual; readonly page: string } | undefined;
  /** The author's own words in Markdown, by the id of the machine's part they follow (`start` before the first); kept when those are regenerated. */
  readonly words: Readonly<Record<string, PublicBilingual>>;
  readonly related: readonly Related[];
  readonly campaign: { readonly id: string; readonly size: number; readonly firstDay: string; readonly lastDay: string } | undefined;
  /** ISO instants. */
  readonly created: string;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly corrections: readonly Correction[];
}
