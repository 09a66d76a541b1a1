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

  /** Largest resident memory so far in bytes, where the system says it (Linux). */
  peak(): number | undefined {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child?.pid}/status`, "utf8")) ?? [];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
