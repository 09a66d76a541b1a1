declare const made: unique symbol;

/**
 * Text that may leave: it carries no trace of the recipient, and its links are dead. Only `redact/` makes it (the cast
 * stands in `redact-text.ts` alone, which the import lint guards), so an exporter that takes `PublicText` cannot be
 * handed raw mail.
 */
export type PublicText = string & { readonly [made]: "redact" };

/** The same in both languages. */
export interface PublicBilingual {
  readonly ja: PublicText;
  readonly en: PublicText;
}
