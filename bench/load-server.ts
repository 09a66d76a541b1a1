import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** As much of `GET /api/v1/figures` as the bench reads. */
export interface ServerFigures {
  readonly memoryBytes: number;
  readonly examinedSinceStart: number;
  readonly uptimeSeconds: number;
  readonly queue: { readonly waiting: number; readonly examined: number; readonly refused: number; readonly aside: number };
}

/** `ayashii serve` in a process of its own, on loopback, over an empty archive. */
export class LoadServer {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "ayashii-load-"));
  #child: ChildProcess | undefined;
  url = "";

  async start(...options: string[]): Promise<this> {
    const args = ["bin/ayashii", "serve", "--port", "0", "--archive", path.join(this.#folder, "archive.sqlite"), ...options];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    this.url = await new Promise((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (text: Buffer) => {
        said += text.toString();
        const [url] = /http:\/\/\S+?\/(?=\s)/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
      child.once("exit", () => reject(new Error(`the server did not start: ${said}`)));
    });
    return this;
  }

  async figures(): Promise<ServerFigures> {
    return (await (await fetch(`${this.url}api/v1/figures`)).json()) as ServerFigures;
  }

  /** Resident memory in bytes of the process that takes requests, and of those that examine, where the system says it (Linux). */
  memory(): { readonly server: number; readonly workers: number } {
    const pid = this.#child?.pid ?? 0;
    const workers = readOr(`/proc/${pid}/task/${pid}/children`)
      .split(" ")
      .filter((child) => child !== "");
    return { server: resident(String(pid)), workers: workers.reduce((sum, child) => sum + resident(child), 0) };
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

function resident(pid: string): number {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) * 1024;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
