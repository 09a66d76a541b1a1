import type { NameHit, Registry } from "../../brands/registry.ts";
import type { Quote } from "../../terms/index.ts";
import type { ClaimPlace, Sender } from "../evidence.ts";

/** A piece of what the reader sees, with the way back to the raw mail. */
export interface ClaimsPart {
  readonly text: string;
  readonly place: ClaimPlace;
  /** The names in it, where they were looked for in a longer text that it is a part of. */
  names?(registry: Registry): readonly NameHit[];
  quoteAt(start: number, end: number): Quote;
}

/** What of a mail tells who is speaking. */
export interface ClaimsInput {
  readonly subject: Quote | undefined;
  readonly sender: Sender | undefined;
  readonly parts: readonly ClaimsPart[];
  /** Came by a mailing list, or is news: names in the text then say nothing of who speaks. */
  readonly list?: boolean | undefined;
  /** ISO day of the mail. */
  readonly day?: string | undefined;
}
