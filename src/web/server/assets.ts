import { createHash } from "node:crypto";
import { Hono } from "hono";
import { WEB_STYLE } from "../style.ts";

/** 怪 as strokes would be a drawing too small to read: an envelope with an exclamation mark. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#a8121c"/><path d="M12 20h40v26H12z" fill="none" stroke="#fff" stroke-width="4" stroke-linejoin="round"/><path d="m12 21 20 15 20-15" fill="none" stroke="#fff" stroke-width="4"/></svg>`;

const FILES: Readonly<Record<string, { readonly type: string; readonly content: string }>> = {
  "web.css": { type: "text/css; charset=utf-8", content: WEB_STYLE },
  "icon.svg": { type: "image/svg+xml", content: ICON },
};

/** Files of the pages that the server draws; a browser asks again each time whether they have changed. */
export function assets(): Hono {
  const app = new Hono();
  for (const [name, { type, content }] of Object.entries(FILES)) {
    const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`;
    app.get(`/${name}`, (context) => {
      const headers = { "Content-Type": type, ETag: etag, "Cache-Control": "no-cache" };
      if (context.req.header("If-None-Match") === etag) return context.body(null, 304, headers);
      return context.body(content, 200, headers);
    });
  }
  return app;
}
