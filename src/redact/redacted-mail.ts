import type { PublicBilingual, PublicText } from "./public-text.ts";

/** What stands in place of something taken out. Consistent in one mail: the same secret gives the same placeholder. */
export type Placeholder =
  | "{メールアドレス}"
  | "{お名前}"
  | "{電話番号}"
  | "{会員番号}"
  | "{住所}"
  | "{識別子}"
  | "{ドメイン}"
  | "{email address}"
  | "{name}"
  | "{phone number}"
  | "{customer number}"
  | "{postal address}"
  | "{identifier}"
  | "{domain}";

/**
 * How far a link may be blamed: not at all (the mail merely links there); the page, as its host serves others too; the
 * host; or the whole registrable domain, which was registered to be taken for a brand's.
 */
export type Blame = "none" | "page" | "host" | "domain";

/** A link as it may be shown: never live, without the recipient's token. */
export interface RedactedLink {
  readonly shown: PublicText;
  /** Defanged target, e.g. `hxxps://login[.]example/{識別子}`. */
  readonly target: PublicText;
  readonly host: PublicText;
  /** Absent is `none`: what was not judged is not blamed. */
  readonly blame?: Blame | undefined;
}

/** A point of the report as it may be published. `mark` is its number in the picture (①②③), if it stands in it. */
export interface RedactedPoint {
  readonly check: string;
  readonly kind: string;
  readonly mark: number | undefined;
  readonly title: PublicBilingual;
  readonly seen: PublicBilingual;
  readonly official: PublicBilingual;
  readonly why: PublicBilingual;
  readonly quotes: readonly PublicText[];
  /** Public page that the fact rests on. */
  readonly source: string | undefined;
}

/** The whole mail as it may be shown to anybody. */
export interface RedactedMail {
  readonly subject: PublicText;
  readonly fromName: PublicText;
  readonly fromAddress: PublicText;
  /** The From address belongs to somebody whose name was taken (a brand, an innocent third party): a victim, not the culprit. */
  readonly forgedSender: boolean;
  readonly replyTo: PublicText | undefined;
  /** ISO day; hours and minutes could tell one recipient's copy from another's. */
  readonly day: string | undefined;
  /** What a reader saw, with placeholders and dead links, `\n` between lines. */
  readonly text: PublicText;
  readonly links: readonly RedactedLink[];
  readonly attachments: readonly PublicText[];
  readonly points: readonly RedactedPoint[];
}

/** A secret of one mail, in the plain form it is known by. */
export interface Secret {
  readonly kind: "address" | "localPart" | "domain" | "name" | "phone" | "account" | "token" | "postal";
  readonly value: string;
}

/** Something of the recipient that a finished output still carries. */
export interface Leak {
  readonly secret: Secret["kind"];
  /** How it was written: plain, percent, base64, base64url, hex, reversed, md5, sha1, sha256, quoted-printable, entity, punycode, ... */
  readonly encoding: string;
  /** UTF-16 range in the output (bytes for a binary output). */
  readonly start: number;
  readonly end: number;
}
