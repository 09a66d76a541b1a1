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
  readonly title: PublicText;
  readonly url: string;
  readonly published: string | undefined;
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
  /** The author's own words in Markdown, by section id; kept when the machine's parts are regenerated. */
  readonly words: Readonly<Record<string, PublicBilingual>>;
  readonly related: readonly Related[];
  readonly campaign: { readonly id: string; readonly size: number; readonly firstDay: string; readonly lastDay: string } | undefined;
  /** ISO instants. */
  readonly created: string;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly corrections: readonly Correction[];
}
