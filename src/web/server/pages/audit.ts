import type { Hono } from "hono";
import { html } from "hono/html";
import type { ServerEnv } from "../env.ts";
import type { Services } from "../services.ts";
import { answer } from "./parts.ts";

const SHOWN = 300;

/** What the log calls things, in Japanese; the log itself keeps one word for each. */
const ACTIONS: Readonly<Record<string, string>> = {
  login: "ログイン",
  "login-refused": "ログインを断った",
  logout: "ログアウト",
  "add-account": "アカウントを加えた",
  "remove-account": "アカウントを消した",
  "change-role": "役割を変えた",
  "change-password": "パスワードを変えた",
  "reset-password": "パスワードを設定し直した",
  "add-token": "トークンを作った",
  "remove-token": "トークンを消した",
  "retry-report": "もう一度調べた",
  decide: "判定を決めた",
  "edit-brand": "ブランドを変えた",
  "edit-advisory": "公式の注意喚起を変えた",
  "approve-advisory": "公式の注意喚起を採用した",
  "reject-advisory": "公式の注意喚起を採らなかった",
  "download-source": "メールの原文を取り出した",
  "forget-reporter": "報告者のメールを取り除いた",
  reexamine: "調べ直した",
  draft: "記事を作った",
  submit: "記事を確認に出した",
  "send-back": "記事を差し戻した",
  publish: "公開した",
  correct: "訂正した",
  withdraw: "取り下げた",
};

/** /audit: what was done, by whom, newest first. */
export function audit(app: Hono<ServerEnv>, services: Services): void {
  app.get("/audit", (context) => {
    const ja = context.get("lang") === "ja";
    const lines = services.audit.lines(SHOWN);
    const heads = ja ? ["日時(UTC)", "誰が", "何を", "対象", "備考"] : ["When (UTC)", "Who", "What", "On", "Note"];
    const main = html`<h1>${ja ? "操作の記録" : "Audit log"}</h1>
      <p class="dim">
        ${ja ? `新しい順に ${SHOWN} 件まで。記録は書き足されるだけで、変えることも消すこともできません。` : `The newest ${SHOWN}. Lines are only ever added, never changed or removed.`}
      </p>
      ${
        lines.length === 0
          ? html`<p>${ja ? "まだ何もありません。" : "Nothing yet."}</p>`
          : html`<table class="cards">
              <thead>
                <tr>
                  ${heads.map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${lines.map(
                  ({ at, account, action, on, note }) =>
                    html`<tr>
                      <td data-label="${heads[0]}"><time datetime="${at}">${at.slice(0, 19).replace("T", " ")}</time></td>
                      <td data-label="${heads[1]}">${account}</td>
                      <td data-label="${heads[2]}">${ja ? (ACTIONS[action] ?? action) : action}</td>
                      <td data-label="${heads[3]}">${on}</td>
                      <td data-label="${heads[4]}">${note ?? ""}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }`;
    return answer(context, { title: { ja: "操作の記録", en: "Audit log" }, main, wide: true, current: "/audit" });
  });
}
