import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { STYLE } from "../../article/html-style.ts";
import { PICTURE_STYLE } from "../../article/picture.ts";
import type { WebEnv } from "../web-context.ts";
import { DESK_STYLE } from "./style.ts";

/** The article's own style, for the preview alone: its page rules would dress the desk otherwise. */
const ARTICLE_STYLE = `${STYLE.split("\n")
  .filter((line) => /^(?:\.ay-|figure|figcaption|blockquote)/.test(line))
  .join("\n")}
.ay-article{--card:var(--card);overflow-wrap:anywhere}
.ay-article dl{display:grid;grid-template-columns:8rem 1fr;gap:.35rem .9rem}
${PICTURE_STYLE}`;

const STYLES: Readonly<Record<string, string>> = { "desk.css": DESK_STYLE, "article.css": ARTICLE_STYLE };
const SCRIPTS = ["queue.js", "case.js", "editor.js"] as const;

/** What the pages load: two style sheets, and the scripts that `scripts/build-web.ts` has made. */
export function assetRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const [name, text] of Object.entries(STYLES)) {
    app.get(`/${name}`, (c) => c.body(text, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-cache" }));
  }
  for (const name of SCRIPTS) {
    app.get(`/${name}`, (c) => {
      const file = path.join(builtFolder(), name);
      // Without them everything works too, only without keys and live preview.
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      return c.body(text, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" });
    });
  }
  return app;
}

/** `dist/web/desk`, seen from the compiled code and from the sources. */
function builtFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = path.resolve(here, "../../..");
  return path.basename(root) === "dist" ? path.join(root, "web/desk") : path.join(root, "dist/web/desk");
}
