import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openBeside } from "../src/archive/beside-file.ts";
import { Accounts } from "../src/web/server/accounts/accounts.ts";
import { ACCOUNTS_SCHEMA } from "../src/web/server/accounts/tables.ts";
import type { ServerOptions } from "../src/web/server/options.ts";
import { filesBeside } from "../src/web/server/options.ts";
import type { Role } from "../src/web/web-context.ts";

const root = fileURLToPath(import.meta.url).split(/\/(?:dist\/)?test\//)[0] ?? ".";
const CHILD = path.join(root, "dist", "test", "server-child.js");
export const PASSWORD = "long enough for a test";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: () => Json;
}

// What a test looks into is checked by the test itself.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A server in a process of its own, over an archive in a new folder. */
export class TestServer {
  readonly folder: string;
  readonly archive: string;
  #child: ChildProcess | undefined;
  #port = 0;
  log = "";

  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), "ayashii-server-"));
    this.archive = path.join(this.folder, "archive.sqlite");
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(options: Partial<ServerOptions> = {}): Promise<this> {
    const all: ServerOptions = { host: "127.0.0.1", port: 0, archive: this.archive, ...options };
    const child = spawn(process.execPath, [CHILD, JSON.stringify(all)], { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    child.stderr.on("data", (text: Buffer) => (this.log += text.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${this.log}`)));
    });
    this.#port = Number(new URL(url).port);
    return this;
  }

  /** Ends the process and waits until it is gone. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    child.kill(signal);
    return gone;
  }

  async dispose(): Promise<void> {
    // In order: a server that is killed cannot end the process that may just be writing the site into this folder.
    await this.stop("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }

  async account(name: string, role: Role): Promise<void> {
    await this.onAccounts((accounts) => accounts.add(name, role, PASSWORD));
  }

  async token(name: string): Promise<string> {
    return this.onAccounts(async (accounts) => {
      const account = accounts.byName(name);
      if (account === undefined) throw new Error(`no account ${name}`);
      return accounts.newToken(account.id, "test", account.role).token;
    });
  }

  async onAccounts<T>(work: (accounts: Accounts) => Promise<T>): Promise<T> {
    const file = openBeside(filesBeside(this.archive).accounts, ACCOUNTS_SCHEMA);
    try {
      return await work(new Accounts(file, () => new Date().toISOString()));
    } finally {
      file.close();
    }
  }

  ask(asked: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port: this.#port, path: asked, method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: () => JSON.parse(text) as Json });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  upload(mail: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask("/api/v1/reports", { method: "POST", headers: { "Content-Type": "message/rfc822", ...headers }, body: mail });
  }

  /** Asks until the report is no longer waiting. */
  async settled(report: string, headers: Readonly<Record<string, string>> = {}): Promise<Json> {
    for (let tries = 0; tries < 300; tries++) {
      const answer = (await this.ask(`/api/v1/reports/${report}`, { headers })).json();
      if (answer.state !== "waiting") return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`report ${report} still waits: ${this.log}`);
  }
}

/** A mail of ours; each number another one. */
export function testMail(number: number, bytes = 400): string {
  const head = `From: "Parcel" <notice${number}@parcel.example>\r\nTo: hanako@example.com\r\nSubject: =?utf-8?B?${Buffer.from(`お荷物のお知らせ ${number}`).toString("base64")}?=\r\nMessage-ID: <${number}@parcel.example>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nお荷物を保管しています。 http://parcel-login.example/jp/${number}\r\n`;
  return head + "x".repeat(Math.max(0, bytes - Buffer.byteLength(head)));
}

/** A browser with cookies and the token of the last form it saw. */
export class Browser {
  readonly #server: TestServer;
  readonly cookies = new Map<string, string>();
  csrf = "";

  constructor(server: TestServer) {
    this.#server = server;
  }

  async get(asked: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#seen(await this.#server.ask(asked, { headers: { Accept: "text/html", ...this.#cookie(), ...headers } }));
  }

  async post(asked: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const body = new URLSearchParams({ csrf: this.csrf, ...fields }).toString();
    const own = {
      Accept: "text/html",
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: `http://127.0.0.1:${this.#server.port}`,
      "Sec-Fetch-Site": "same-origin",
      ...this.#cookie(),
      ...headers,
    };
    return this.#seen(await this.#server.ask(asked, { method: "POST", headers: own, body }));
  }

  async login(name: string, password = PASSWORD): Promise<Answer> {
    await this.get("/login?lang=en");
    return this.post("/login", { name, password });
  }

  #cookie(): Record<string, string> {
    return this.cookies.size === 0 ? {} : { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  #seen(answer: Answer): Answer {
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.csrf = /name="csrf" value="([^"]+)"/.exec(answer.text)?.[1] ?? this.csrf;
    return answer;
  }
}
