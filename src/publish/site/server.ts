import { existsSync, readFileSync, statSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";

const LOOPBACK = "127.0.0.1";
const REQUEST_MS = 15_000;
const MOST_CONNECTIONS = 512;

/** What the pages say themselves, and what only a header can say: in nobody's frame. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
};
/** A drawing opened by itself: its own style, nothing else, and no script even if one were in it. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const OFF = { camera: [], microphone: [], geolocation: [], payment: [], usb: [] };
/** These are named by their content. */
const FOR_EVER = /^\/assets\/|\/(?:mail-[0-9a-f]{12}\.svg|social-[0-9a-f]{12}\.png)$/;

/** The built site as a web application: files of `folder`, nothing whose name starts with a dot, GET and HEAD only. */
export function siteApp(folder: string): Hono {
  const app = new Hono();
  app.use(etag());
  app.use(async (context, next) => {
    await next();
    if (context.req.path.endsWith(".svg")) context.header("Content-Security-Policy", DRAWING_POLICY);
  });
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, xFrameOptions: "DENY", strictTransportSecurity: false, permissionsPolicy: OFF }));
  app.use(async (context, next) => {
    const { method, path: asked } = context.req;
    if (method !== "GET" && method !== "HEAD") return context.text("405\n", 405, { Allow: "GET, HEAD" });
    if (/[%\\\u0000-\u001f]|\/\./.test(asked)) return context.notFound();
    // Relative links need the slash; the target starts with one slash only, or it would name another host.
    if (!asked.endsWith("/") && isFolder(path.join(folder, asked))) return context.redirect(`/${asked.replace(/^\/+/, "")}/`, 301);
    await next();
    context.header("Cache-Control", FOR_EVER.test(asked) && context.res.ok ? "public, max-age=31536000, immutable" : "no-cache");
    return undefined;
  });
  app.use("*", serveStatic({ root: folder }));
  app.notFound((context) => {
    const page = path.join(folder, "404.html");
    return existsSync(page) ? context.html(readFileSync(page, "utf8"), 404) : context.text("404\n", 404);
  });
  return app;
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/** Serves the folder on this machine only (127.0.0.1), with a bound on connections and on the time a request takes to arrive. Port 0: any free one. */
export function serveSite(folder: string, port: number): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const options = { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS };
    const server = serve({ fetch: siteApp(folder).fetch, hostname: LOOPBACK, port, serverOptions: options }, (info) =>
      resolve({ url: `http://${LOOPBACK}:${info.port}/`, close: () => closed(server) }),
    ) as Server;
    server.maxConnections = MOST_CONNECTIONS;
    server.once("error", reject);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
