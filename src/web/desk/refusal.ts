import type { Bilingual } from "../../terms/index.ts";

/** A request that is not carried out; `why` tells the person what to do. Drawn as a page by the desk's error handler. */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422;
  readonly why: Bilingual;

  constructor(status: Refusal["status"], why: Bilingual) {
    super(why.en);
    this.name = "Refusal";
    this.status = status;
    this.why = why;
  }
}

export const unknownCase = (): Refusal =>
  new Refusal(404, {
    ja: "その番号の報告はありません。受付の一覧から選び直してください。期限が過ぎて消えたか、報告した人が取り消したのかもしれません。",
    en: "There is no report of that number. Choose one from the list; it may have expired, or its reporter took it back.",
  });

export const unknownArticle = (): Refusal =>
  new Refusal(404, { ja: "その名前の記事はありません。記事の一覧から選び直してください。", en: "There is no article of that name. Choose one from the list." });
