import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { CHECK_FOLDER, CHECK_POLICY, checkFiles, checkPage } from "../src/web/check/index.ts";

/** The check page served as the real server does, with nothing behind it but what a test puts there. */
export interface CheckServer {
  readonly url: string;
  /** `METHOD path` of everything asked for, in order. */
  readonly asked: readonly string[];
  forget(): void;
  /** From now on a newer build is served: another service worker, and `data-newer` in the document. */
  publishNewer(): void;
  close(): Promise<void>;
}

export type Api = (request: IncomingMessage, response: ServerResponse) => void;

/** On loopback, at a port that is free. `api` answers what is below /api/. */
export async function serveCheck(api: Api = notFound): Promise<CheckServer> {
  const asked: string[] = [];
  let newer = false;
  const files = new Map(checkFiles().map((file) => [`/check/${file.path}`, file]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://check.test");
    asked.push(`${request.method ?? ""} ${url.pathname}`);
    response.setHeader("Content-Security-Policy", CHECK_POLICY);
    response.setHeader("Cache-Control", "no-cache");
    const file = files.get(url.pathname);
    if (url.pathname.startsWith("/api/")) return api(request, response);
    if (url.pathname === "/") return send(response, "text/html; charset=utf-8", documentOf(url, newer));
    if (file === undefined) return notFound(request, response);
    for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value);
    if (newer && file.path === "sw.js")
      return send(response, file.type, `${readFileSync(path.join(CHECK_FOLDER, file.path), "utf8").replace("ayashii-check-", "ayashii-check-newer-")}`);
    const packed = file.br !== undefined && (request.headers["accept-encoding"] ?? "").includes("br");
    if (packed) response.setHeader("Content-Encoding", "br");
    return send(response, file.type, readFileSync(path.join(CHECK_FOLDER, packed ? `${file.path}.br` : file.path)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    forget: () => void asked.splice(0),
    publishNewer: () => void (newer = true),
    close: () => closed(server),
  };
}

function documentOf(url: URL, newer: boolean): string {
  const page = checkPage(url.searchParams.get("lang") === "en" ? "en" : "ja");
  return newer ? page.replace("<body ", "<body data-newer ") : page;
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
  response.setHeader("Content-Type", type);
  response.end(content);
}

function notFound(_request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 404;
  response.end();
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
