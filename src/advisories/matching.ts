import type { Advisory, AdvisoryMatch } from "./advisory.ts";

/** What of a mail is compared with the cases. */
export interface MatchInput {
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly visibleText: string;
  readonly urls: readonly string[];
  /** Brands the mail names; undefined when nobody looked. A subject alone is a match only in a mail that names the case's brand. */
  readonly claimed?: readonly string[] | undefined;
  /** No brand is named but by the domain of the sender's address, which may be another victim's. */
  readonly namesNobody?: boolean | undefined;
  /** The mail says nowhere who it is from: then even a plain subject, word for word the listed one, is worth telling. */
  readonly nameless?: boolean | undefined;
  /** Anybody may have an address at the sender's domain: a domain printed in a warning then says nothing. */
  readonly sharedSender?: boolean | undefined;
  /** Whether the sender's address is the brand's own: then, forged or not, it tells nothing of a fake. */
  readonly isOfficialSender?: ((brand: string) => boolean) | undefined;
}

/** All advisories, ready to be matched. */
export interface AdvisoryIndex {
  readonly advisories: readonly Advisory[];
  /** Best first; empty when no case describes the mail. */
  match(mail: MatchInput): readonly AdvisoryMatch[];
}
