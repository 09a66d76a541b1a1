import type { PublicBilingual } from "../redact/public-text.ts";
import type { Bilingual } from "../terms/index.ts";
import type { Article, ArticleState } from "./article.ts";

/** What a person does with an article. `at` are ISO instants; the folder is pure and has no clock. */
export type Step =
  | { readonly kind: "submit" }
  | { readonly kind: "send-back" }
  | { readonly kind: "publish"; readonly at: string }
  | { readonly kind: "correct"; readonly at: string; readonly note: PublicBilingual }
  | { readonly kind: "withdraw"; readonly at: string; readonly note: PublicBilingual };

export type Stepped = { readonly kind: "done"; readonly article: Article } | { readonly kind: "refused"; readonly why: Bilingual };

/** From which states a step may be taken. What was withdrawn may only come back through a review. */
const FROM: Readonly<Record<Step["kind"], readonly ArticleState[]>> = {
  submit: ["draft", "withdrawn"],
  "send-back": ["review"],
  publish: ["review"],
  correct: ["published"],
  withdraw: ["published"],
};

/** Takes one step; the log of corrections only ever grows. */
export function step(article: Article, taken: Step): Stepped {
  if (!FROM[taken.kind].includes(article.state)) return { kind: "refused", why: refusal(article.state, taken.kind) };
  return { kind: "done", article: { ...article, ...changes(article, taken) } };
}

function changes(article: Article, taken: Step): Partial<Article> {
  switch (taken.kind) {
    case "submit":
      return { state: "review" };
    case "send-back":
      return { state: "draft" };
    case "publish":
      // The day a warning first stood there stays, also when it comes back after a withdrawal.
      return { state: "published", published: article.published ?? taken.at, updated: article.published === undefined ? article.updated : taken.at };
    case "correct":
      return { updated: taken.at, corrections: [...article.corrections, { at: taken.at, note: taken.note }] };
    case "withdraw":
      return { state: "withdrawn", updated: taken.at, corrections: [...article.corrections, { at: taken.at, note: taken.note }] };
  }
}

/** Names of the states for people. */
export const STATE_NAMES: Readonly<Record<ArticleState, Bilingual>> = {
  draft: { ja: "下書き", en: "draft" },
  review: { ja: "確認待ち", en: "in review" },
  published: { ja: "公開中", en: "published" },
  withdrawn: { ja: "取り下げ済み", en: "withdrawn" },
};

const STEP_NAMES: Readonly<Record<Step["kind"], Bilingual>> = {
  submit: { ja: "確認に出す", en: "submitted for review" },
  "send-back": { ja: "下書きに戻す", en: "sent back" },
  publish: { ja: "公開する", en: "published" },
  correct: { ja: "訂正する", en: "corrected" },
  withdraw: { ja: "取り下げる", en: "withdrawn" },
};

function refusal(state: ArticleState, kind: Step["kind"]): Bilingual {
  const from = FROM[kind];
  return {
    ja: `この記事は「${STATE_NAMES[state].ja}」です。${STEP_NAMES[kind].ja}ことができるのは「${from.map((one) => STATE_NAMES[one].ja).join("」か「")}」の記事だけです。`,
    en: `This article is ${STATE_NAMES[state].en}. Only one that is ${from.map((one) => STATE_NAMES[one].en).join(" or ")} can be ${STEP_NAMES[kind].en}.`,
  };
}
