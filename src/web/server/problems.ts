import type { Bilingual, Language } from "../../terms/index.ts";

/** What can go wrong, by name: the last part of the `type` of RFC 9457. */
export type ProblemKind = keyof typeof PROBLEMS;

interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/** Every problem the server answers with. A title says what it is, the detail what to do. */
export const PROBLEMS = {
  "bad-request": {
    status: 400,
    title: { ja: "読めない要求です", en: "The request cannot be read" },
    detail: { ja: "形式を確かめて、もう一度送ってください。", en: "Check its form and send it again." },
  },
  "login-needed": {
    status: 401,
    title: { ja: "ログインが必要です", en: "Log in first" },
    detail: { ja: "ログインするか、Authorization: Bearer でトークンを送ってください。", en: "Log in, or send a token as Authorization: Bearer." },
  },
  "not-allowed": {
    status: 403,
    title: { ja: "この操作は許可されていません", en: "Your account may not do this" },
    detail: { ja: "できることを変えるには、管理者に頼んでください。", en: "An admin can change what your account may do." },
  },
  "form-expired": {
    status: 403,
    title: { ja: "フォームの期限が切れています", en: "The form is no longer valid" },
    detail: { ja: "前のページを読み込み直して、もう一度送ってください。", en: "Load the page again and send the form once more." },
  },
  "foreign-origin": {
    status: 403,
    title: { ja: "別のサイトからの送信は受け付けません", en: "Sent by another site" },
    detail: { ja: "このサーバーのページから操作してください。", en: "Use the pages of this server." },
  },
  "not-found": {
    status: 404,
    title: { ja: "見つかりません", en: "Not found" },
    detail: { ja: "アドレスか番号を確かめてください。", en: "Check the address or the id." },
  },
  "not-this-method": {
    status: 405,
    title: { ja: "この方法では使えません", en: "Not with this method" },
    detail: { ja: "使い方は /api/docs にあります。", en: "How it is used stands in /api/docs." },
  },
  conflict: {
    status: 409,
    title: { ja: "今の状態ではできません", en: "Not possible as things are" },
    detail: { ja: "今の状態を読み直してください。", en: "Read the present state again." },
  },
  "too-large": {
    status: 413,
    title: { ja: "大きすぎます", en: "Too large" },
    detail: { ja: "受け付けられる大きさの上限を超えています。", en: "It is larger than what is accepted here." },
  },
  "not-a-mail": {
    status: 415,
    title: { ja: "この形式は受け付けません", en: "Not in this format" },
    detail: {
      ja: "message/rfc822、application/octet-stream、application/vnd.ms-outlook、multipart/form-data のどれかで送ってください。",
      en: "Send message/rfc822, application/octet-stream, application/vnd.ms-outlook or multipart/form-data.",
    },
  },
  "wrong-host": {
    status: 421,
    title: { ja: "この名前のサーバーではありません", en: "Not a server of that name" },
    detail: {
      ja: "別の名前で使うには、ayashii serve --public-url でその名前を指定してください。",
      en: "To use another name, give it to ayashii serve --public-url.",
    },
  },
  "wrong-values": {
    status: 422,
    title: { ja: "値が正しくありません", en: "The values are not right" },
    detail: { ja: "errors に、どの値が正しくないかがあります。", en: "See errors for which." },
  },
  "too-many": {
    status: 429,
    title: { ja: "回数が多すぎます", en: "Too many requests" },
    detail: { ja: "Retry-After の秒数だけ待ってから、もう一度送ってください。", en: "Wait as many seconds as Retry-After says, then try again." },
  },
  internal: {
    status: 500,
    title: { ja: "サーバーの中で失敗しました", en: "The server failed" },
    detail: { ja: "受け取ったと答えたメールは失われていません。もう一度試してください。", en: "Nothing that was acknowledged is lost. Try again." },
  },
  full: {
    status: 503,
    title: { ja: "今は受け付けられません", en: "Cannot take more at the moment" },
    detail: { ja: "Retry-After の秒数だけ待ってから、もう一度送ってください。", en: "Wait as many seconds as Retry-After says, then try again." },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

/** A problem ready to be answered with. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Says more than the fixed text. */
  readonly detail?: Bilingual | undefined;
  /** Seconds until it makes sense to try again. */
  readonly retryAfter?: number | undefined;
  readonly errors?: readonly { readonly at: string; readonly message: string }[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Thrown where a handler cannot go on; becomes the answer. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export function fail(kind: ProblemKind, more: Omit<Problem, "kind"> = {}): ProblemError {
  return new ProblemError({ kind, ...more });
}

/** The body of RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457#section-3), with the text in both languages beside it. */
export function problemBody({ kind, detail, errors }: Problem, lang: Language) {
  const text: ProblemText = PROBLEMS[kind];
  const said = detail ?? text.detail;
  return {
    type: `/api/docs#problem-${kind}`,
    title: text.title[lang],
    status: text.status,
    detail: said[lang],
    ja: { title: text.title.ja, detail: said.ja },
    en: { title: text.title.en, detail: said.en },
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The answer of the API. */
export function problemResponse(problem: Problem, lang: Language): Response {
  const { status } = PROBLEMS[problem.kind];
  const headers = new Headers({ "Content-Type": "application/problem+json", "Content-Language": lang, "Cache-Control": "no-store", ...problem.headers });
  if (problem.retryAfter !== undefined) headers.set("Retry-After", String(Math.max(1, Math.ceil(problem.retryAfter))));
  return new Response(JSON.stringify(problemBody(problem, lang)), { status, headers });
}
