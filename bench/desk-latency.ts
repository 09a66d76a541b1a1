const USAGE = `npm run bench:desk [-- --json]

How long others wait for a light page while the desk works on a heavy mail: its page opened, the mail made into an article.

  --json  the figures as JSON
  --help  this text

Example:
  npm run bench:desk

Figures: milliseconds from asking to the whole answer of a light page that is asked for every 20 ms, in brackets how often it was.`;
import { get } from "node:http";
import { commandLine, flag } from "../scripts/command-line.ts";
import { LoadServer } from "./load-server.ts";

const { values } = commandLine(USAGE, { json: flag });

/** About a megabyte of rows, each with a link that poses as another: the kind that takes longest. */
function heavyMail(): Uint8Array {
  const head =
    `From: "XSERVER SUPPORT" <support@sender.example>\r\nTo: hanako@example.com\r\nSubject: [XSERVER] 8 messages\r\n` +
    `Date: Tue, 24 Nov 2026 09:00:00 +0900\r\nMessage-ID: <1@sender.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`;
  const row = (n: number): string =>
    `<tr><td>XSERVER のアカウント ${n} が停止されます</td><td><a href="https://x${n}.login-${n % 977}.example/jp/${n}?u=hanako@example.com">https://www.xserver.ne.jp/${n}</a></td></tr>\r\n`;
  return new TextEncoder().encode(`${head}<table>${Array.from({ length: 6_000 }, (_, n) => row(n)).join("")}</table>`);
}

interface Latency {
  readonly what: string;
  /** How long the heavy work took, in milliseconds. */
  readonly took: number;
  readonly p50: number;
  readonly worst: number;
  readonly asked: number;
}

/** Asks for a light page every 20 ms while the work goes on, each without waiting for the one before. */
async function beside(url: string, what: string, work: () => Promise<unknown>): Promise<Latency> {
  const times: Promise<number>[] = [];
  const ask = async (): Promise<number> => {
    const begun = performance.now();
    await answered(`${url}login`);
    return performance.now() - begun;
  };
  const timer = setInterval(() => times.push(ask()), 20);
  const begun = performance.now();
  await work();
  const took = Math.round(performance.now() - begun);
  clearInterval(timer);
  const sorted = (await Promise.all(times)).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { what, took, p50: at(0.5), worst: at(1), asked: sorted.length };
}

/** On a connection of its own, as somebody who comes by. */
function answered(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => answer.resume().once("end", () => resolve())).once("error", reject);
  });
}

async function kept(url: string): Promise<string> {
  const sent = await fetch(`${url}api/v1/reports`, { method: "POST", headers: { "Content-Type": "message/rfc822" }, body: heavyMail() as BodyInit });
  const { href } = (await sent.json()) as { href: string };
  for (;;) {
    const { state, cases } = (await (await fetch(new URL(href, url))).json()) as { state: string; cases: string[] };
    if (state === "examined") return cases[0] ?? "";
    if (state !== "waiting") throw new Error(state);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function told(url: string, asked: string, init: RequestInit = {}): Promise<string> {
  const answer = await fetch(`${url}${asked}`, { ...init, headers: { Accept: "text/html", ...init.headers } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${asked}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}

async function measured(url: string): Promise<readonly Latency[]> {
  const id = await kept(url);
  const page = await told(url, `desk/cases/${id}`);
  if (!page.includes("xserver")) throw new Error("that is not the mail's page");
  return [
    await beside(url, "nothing else", () => new Promise((resolve) => setTimeout(resolve, 2_000))),
    await beside(url, "its page, five times", async () => {
      for (let times = 0; times < 5; times++) await told(url, `desk/cases/${id}`);
    }),
    await beside(url, "made into an article", () => told(url, `api/v1/cases/${id}/article`, { method: "POST" })),
  ];
}

const server = await new LoadServer().start("--uploads", "10000000");
try {
  const rows = await measured(server.url);
  if (values.json) console.log(JSON.stringify(rows));
  else
    for (const { what, took, p50, worst, asked } of rows)
      console.log(`${what}: took ${took} ms; a light page beside it p50 ${p50} ms, worst ${worst} ms (${asked})`);
} finally {
  await server.stop();
}
