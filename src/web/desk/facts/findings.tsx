import type { Language } from "../../../terms/index.ts";
import type { Finding } from "./finding.ts";

/** What a check of the file found, and what to do. */
export function Findings({ findings, lang }: { findings: readonly Finding[]; lang: Language }) {
  const ja = lang === "ja";
  if (findings.length === 0) return <p class="notice good">{ja ? "直すところは見つかりませんでした。" : "Nothing to mend was found."}</p>;
  const errors = findings.filter(({ kind }) => kind === "error").length;
  return (
    <div class={`notice ${errors > 0 ? "bad" : "warn"}`} role="alert">
      <p>
        {errors > 0
          ? ja
            ? `直さないと保存できないところが ${errors} か所あります。`
            : `${errors} must be mended before it can be saved.`
          : ja
            ? "保存できます。次の点は確かめてください。"
            : "It can be saved. Please look at these:"}
      </p>
      <ul class="lint">
        {findings.map(({ kind, line, message, advice }) => (
          <li>
            <span class={kind === "error" ? "bad" : "look"}>{kind === "error" ? (ja ? "誤り" : "error") : ja ? "確認" : "look"}</span>{" "}
            {line === undefined ? "" : `${ja ? `${line} 行目` : `line ${line}`}: `}
            {message[lang]}
            {advice === undefined ? "" : ` → ${advice[lang]}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why nothing can be changed here, where that is so. */
export function ReadOnly({ writable, admin, lang }: { writable: boolean; admin: boolean; lang: Language }) {
  if (writable && admin) return <></>;
  const ja = lang === "ja";
  const why = writable
    ? ja
      ? "見ることはできますが、書き換えられるのは管理者だけです。"
      : "You may look; only admins may change facts."
    : ja
      ? "この設置では公式情報を書き換えられません(読み取り専用)。サーバーを --data フォルダー 付きで起動すると編集できます。"
      : "Facts are read-only in this installation. Start the server with --data FOLDER to edit them.";
  return <p class="notice">{why}</p>;
}
