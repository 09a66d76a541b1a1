import type { QueueView } from "./page.tsx";
import { queryPath } from "./query.ts";

/** What stands where no report is: why, and what to do next. */
export function EmptyQueue({ queue, query, lang, editor }: QueueView) {
  const ja = lang === "ja";
  if (queue.empty) return editor ? <NothingYet ja={ja} /> : <NothingReported ja={ja} />;
  if (editor && query.state === "undecided" && query.q === "" && query.level === "" && query.brand === "" && query.campaign === "")
    return (
      <div class="notice good">
        <p>{ja ? "判断待ちの報告はありません。" : "Nothing waits for a decision."}</p>
        <p>
          <a href={queryPath({ state: "agreed" })}>{ja ? "判断済みの報告から記事を作る" : "Make an article of a decided report"}</a>
          {" ・ "}
          <a href="/desk/articles">{ja ? "確認待ちの記事を見る" : "See articles in review"}</a>
        </p>
      </div>
    );
  return (
    <div class="notice">
      <p>{ja ? "条件に合う報告はありません。言葉を短くするか、条件を減らしてみてください。" : "No report matches. Try a shorter text or fewer filters."}</p>
      <p>
        <a href={queryPath({ state: "all" })}>{ja ? "すべての報告を見る" : "See all reports"}</a>
      </p>
    </div>
  );
}

function NothingReported({ ja }: { ja: boolean }) {
  return (
    <div class="notice">
      <p>{ja ? "まだ報告したメールはありません。" : "You have not reported a mail yet."}</p>
      <p>
        <a href="/">{ja ? "メールを調べて報告する" : "Check a mail and report it"}</a>
      </p>
    </div>
  );
}

function NothingYet({ ja }: { ja: boolean }) {
  return (
    <div class="notice">
      <p>{ja ? "まだ 1 件も報告がありません。次のどれかで届きます。" : "No report has come in yet. They come in any of these ways:"}</p>
      <ul>
        <li>
          <a href="/">{ja ? "メールを調べるページ" : "The check page"}</a>
          {ja ? "で「この受付に送る」を押す" : ": press “send to this desk”"}
        </li>
        <li>
          {ja ? "手元のファイルを入れる: " : "Files at hand: "}
          <code>ayashii examine --save mail.eml</code>
        </li>
        <li>
          {ja ? "ほかのシステムから送る: " : "From other systems: "}
          <a href="/api/docs">API</a>
        </li>
      </ul>
    </div>
  );
}
