import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Article } from "../article/article.ts";
import { compose } from "../article/compose.ts";
import { defaultRegistry } from "../brands/index.ts";
import { gatherEvidence } from "../evidence/gather.ts";
import { mailFromPastedText, parseMail } from "../mail/index.ts";
import { redact, redactText, secretsOf } from "../redact/index.ts";
import type { PublicText, Secret } from "../redact/index.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { examineEvidence } from "./examine.ts";
import type { ExamineOptions } from "./examine.ts";

/** What is known beside the mail when its article is made. */
export interface ArticleOptions extends ExamineOptions {
  /** ISO instant. */
  readonly created: string;
  readonly related?: Article["related"] | undefined;
  readonly campaign?: Article["campaign"] | undefined;
  /** The article as it was: its words, state, days and corrections stay, the machine's parts are made anew. */
  readonly before?: Article | undefined;
}

export type ArticleResult =
  | {
      readonly kind: "article";
      readonly article: Article;
      /** What no output may carry. */
      readonly secrets: readonly Secret[];
      /** The redaction of this mail, for what an author writes. */
      publicText(text: string, lang?: Language): PublicText;
    }
  | { readonly kind: "refused"; readonly why: Bilingual };

/** From bytes to the draft of a public warning: examine, redact, compose. Pure. */
export function articleOf(raw: Uint8Array, options: ArticleOptions): ArticleResult {
  const registry = options.registry ?? defaultRegistry();
  // Parsed once: redaction tells the mail that is judged from a forward around it by which of the objects it is.
  const handedIn = options.pasted === true ? mailFromPastedText(new TextDecoder().decode(raw)) : parseMail(raw);
  const evidence = gatherEvidence(handedIn, registry, options.pasted);
  const examination = examineEvidence(raw, evidence, options);
  const secrets = secretsOf(handedIn, evidence, registry);
  const publicText = (text: string, lang: Language = "ja"): PublicText => redactText(text, secrets, lang);
  const composed = compose({
    sha256: bytesToHex(sha256(raw)),
    examination,
    mail: redact(handedIn, evidence, examination, registry),
    publicText,
    created: options.created,
    related: options.related,
    campaign: options.campaign,
  });
  if (composed.kind === "refused") return composed;
  return { kind: "article", article: renewed(composed.article, options.before, publicText), secrets, publicText };
}

/** The author's part and the history of the article as it was, on the machine's parts as they are now. */
function renewed(now: Article, before: Article | undefined, publicText: (text: string, lang: Language) => PublicText): Article {
  if (before === undefined) return now;
  const { slug, state, created, published, updated, corrections } = before;
  // Redacted again: what counts as the recipient's may have grown since.
  const words = Object.entries(before.words).map(([id, { ja, en }]) => [id, { ja: publicText(ja, "ja"), en: publicText(en, "en") }] as const);
  return { ...now, slug, state, created, published, updated, corrections, words: Object.fromEntries(words) };
}
