import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Report } from "../../../queue/report.ts";
import type { Markup } from "../../page.ts";
import type { ServerEnv } from "../env.ts";
import { freeBytes } from "../storage.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { answer, formToken } from "./parts.ts";

const SHOWN = 100;

/** /intake: what waits, and what could not be examined, for editors. Nothing that was set aside is forgotten. */
export function intake(app: Hono<ServerEnv>, services: Services): void {
  app.get("/intake", (context) => intakePage(context, services));
  app.post("/intake/:id/retry", (context) => {
    const id = context.req.param("id");
    if (!services.queue.retry(id)) throw fail(services.queue.byId(id) === undefined ? "not-found" : "conflict");
    services.audit.add({ account: context.get("account").name, action: "retry-report", on: id });
    services.examiner.notify();
    return context.redirect("/intake?done=retry", 303);
  });
}

function intakePage(context: Context<ServerEnv>, { queue, examiner, options }: Services): Response | Promise<Response> {
  const ja = context.get("lang") === "ja";
  const { waiting, examined, refused, aside } = queue.counts();
  const [oldest] = queue.oldestWaiting();
  const rows: readonly (readonly [string, string])[] = [
    [
      ja ? "順番を待っている" : "Waiting",
      oldest === undefined ? String(waiting) : `${waiting} (${ja ? "いちばん古いもの" : "oldest"} ${oldest.slice(0, 16).replace("T", " ")} UTC)`,
    ],
    [ja ? "直近 1 分に調べた" : "Examined in the last minute", pace(examiner.lastMinute(), waiting, ja)],
    [ja ? "ディスクの空き" : "Free on the disk", gigabytes(freeBytes(options.archive), ja)],
    [ja ? "調べ終わった(30 日以内)" : "Examined (last 30 days)", String(examined)],
    [ja ? "メールではなかった(30 日以内)" : "No mails (last 30 days)", String(refused)],
    [ja ? "調べられずに取り置いてある" : "Set aside", String(aside)],
  ];
  const main = html`<h1>${ja ? "受け取りの状況" : "Intake"}</h1>
    ${context.req.query("done") === "retry" ? html`<p class="notice good" role="status">${ja ? "もう一度、列に並べました。" : "Back in the queue."}</p>` : ""}
    <dl class="facts">
      ${rows.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <h2>${ja ? "取り置いてあるもの" : "Set aside"}</h2>
    <p class="dim">
      ${
        ja
          ? "決められた時間のうちに調べ終わらなかったか、調べるたびに失敗したメールです。消えてはいません。プログラムを新しくしたあとなどに、もう一度調べられます。"
          : "Mails whose examination took too long or failed each time. They are not lost: try again, for example with a newer program."
      }
    </p>
    ${aside === 0 ? html`<p>${ja ? "ありません。" : "None."}</p>` : queue.list({ state: "aside", limit: SHOWN }).map((report) => card(context, report))}`;
  return answer(context, { title: { ja: "受け取りの状況", en: "Intake" }, main, current: "/intake" });
}

/** With how long those that wait will take, as far as the last minute tells. */
function pace(lastMinute: number, waiting: number, ja: boolean): string {
  if (lastMinute === 0 || waiting === 0) return String(lastMinute);
  const minutes = Math.max(1, Math.ceil(waiting / lastMinute));
  return `${lastMinute} (${ja ? `待っている分は、あと約 ${minutes} 分` : `those that wait take about ${minutes} min`})`;
}

function gigabytes(bytes: number | undefined, ja: boolean): string {
  return bytes === undefined ? (ja ? "分かりません" : "unknown") : `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

function card(context: Context<ServerEnv>, { id, received, bytes, reporter, why }: Report): Markup {
  const lang = context.get("lang");
  const ja = lang === "ja";
  return html`<section class="card" aria-labelledby="${id}">
    <h3 id="${id}"><code>${id}</code></h3>
    <p>${why?.[lang] ?? ""}</p>
    <p class="dim">
      <time datetime="${received}">${received.slice(0, 16).replace("T", " ")} UTC</time>, ${bytes}
      ${ja ? "バイト" : "bytes"}${reporter === undefined ? "" : `, ${reporter}`}
    </p>
    <form method="post" action="/intake/${id}/retry">
      ${formToken(context)}
      <div class="actions"><button class="second">${ja ? "もう一度調べる" : "Try again"}</button></div>
    </form>
  </section>`;
}
