import type { Advisory, AdvisoryMatch } from "./advisory.ts";

/** What of a mail is compared with the cases. */
export interface MatchInput {
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly visibleText: string;
  readonly urls: readonly string[];
}

/** All advisories, ready to be matched. */
export interface AdvisoryIndex {
  readonly advisories: readonly Advisory[];
  /** Best first; empty when no case describes the mail. */
  match(mail: MatchInput): readonly AdvisoryMatch[];
}
