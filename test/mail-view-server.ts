import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Examination } from "../src/report/examination.ts";
import { html } from "../src/report/html-escape.ts";
import { mailViewJson } from "../src/report/mail-view/index.ts";
import type { MailView } from "../src/report/mail-view/index.ts";

/** The strictest policy the pages have: that of the server, whose pages have no picture of a `data:` address either. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const STYLE = `:root{color-scheme:light dark;--bg:#f3f4f7;--fg:#1d1f24;--card:#fff;--line:#d6dae1;--dim:#565b65;--red:#b3141d}
@media (prefers-color-scheme:dark){:root{--bg:#101216;--fg:#e9ebf0;--card:#1b1e24;--line:#3b414c;--dim:#aab0bb;--red:#ff9a96}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.7 system-ui,"Noto Sans CJK JP",sans-serif}
main{max-width:76rem;margin:0 auto;padding:1rem;display:grid;gap:1.2rem;grid-template-columns:minmax(0,1fr)}
h1{font-size:1.2rem;margin:0}
ol{list-style:none;margin:0;padding:0;display:grid;gap:.7rem;align-content:start}
li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.7rem .9rem}
li.is-lit{border-color:var(--red);box-shadow:0 0 0 2px var(--red)}
li h2{font-size:1rem;margin:0 0 .2rem;display:flex;gap:.5rem;align-items:baseline}
li p{margin:0;font-size:.92rem;color:var(--dim);overflow-wrap:anywhere}
button.n{flex:none;min-width:28px;height:28px;border-radius:14px;border:0;background:#c5161f;color:#fff;font:700 15px/1 system-ui}button.n.more{background:#6b4a00}button.n.genuine{background:#0f6a3c}
@media (min-width:60rem){main{grid-template-columns:minmax(0,1.7fr) minmax(0,1fr)}h1{grid-column:1/-1}}`;

/** The script of the page, with what a test calls. */
export async function viewScript(): Promise<string> {
  const contents = `import { showMailView } from "./src/web/mail-view-client.ts"; import { showSourceView } from "./src/web/source-view-client.ts"; import "./src/web/mail-view-page.ts"; Object.assign(globalThis, { showMailView, showSourceView });`;
  const made = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return made.outputFiles[0]?.text ?? "";
}

/** A page like those of check and desk: the drawn mail, the cards beside it (wide) or below (phone). */
export function viewPage(view: MailView, examination: Examination): string {
  const cards = view.numbered.map(({ number, point, title, strongest, leans }) => {
    const seen = examination.points[point]?.seen[view.lang] ?? "";
    return html`<li data-mark="${number}">
      <h2>
        <button
          class="n ${leans === "genuine" ? "genuine" : strongest ? "" : "more"}"
          type="button"
          data-mark-show
          aria-label="${view.lang === "ja" ? `${number} をメールの中で見る` : `Show ${number} in the mail`}"
        >
          ${number}</button
        >${title}
      </h2>
      <p>${seen}</p>
    </li>`;
  });
  const heading = examination.verdict.headline[view.lang];
  return `<!doctype html><html lang="${view.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${html`<title>${heading}</title>`}<link rel="stylesheet" href="/page.css"><script type="module" src="/view.js"></script></head><body><main>${html`<h1>${heading}</h1>`}<div data-mail-view="view"></div><ol>${cards.join("")}</ol></main><script type="application/json" id="view">${mailViewJson(view)}</script></body></html>`;
}

/** A loopback server of that page, with the policy; `set` changes what `/` shows. */
export async function serveView(): Promise<{ readonly url: string; set(page: string): void; close(): Promise<void> }> {
  const script = await viewScript();
  let page = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>x</title><script type="module" src="/view.js"></script></head><body><main><div id="host"></div></main></body></html>`;
  const server = createServer((request, response) => {
    const [type, body] = request.url === "/view.js" ? ["text/javascript", script] : request.url === "/page.css" ? ["text/css", STYLE] : ["text/html", page];
    if (request.url !== "/" && request.url !== "/view.js" && request.url !== "/page.css") response.statusCode = 404;
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    response.setHeader("Content-Security-Policy", POLICY);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    set: (next) => void (page = next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
