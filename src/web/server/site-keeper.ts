import { statSync } from "node:fs";
import path from "node:path";
import { Hono } from "hono";
import { siteApp } from "../../publish/site/index.ts";
import { Lane, WorkStopped } from "./examining/lane.ts";
import type { WorkSetup } from "./examining/work.ts";

/** Several articles published together make the site anew once, milliseconds after the last of them. */
const GATHER_MS = 150;
const BUILD_MS = 300_000;
const AGAIN_MS = 60_000;

/** Keeps the folder of the public site as the published articles are. Pages are built in a process of their own. */
export class SiteKeeper {
  readonly folder: string;
  readonly #lane: Lane;
  readonly #base: string | undefined;
  readonly #log: (line: string) => void;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(folder: string, setup: WorkSetup, base: string | undefined, log: (line: string) => void) {
    this.folder = folder;
    this.#lane = new Lane(setup, BUILD_MS);
    this.#base = base;
    this.#log = log;
  }

  /** An article became public, was corrected or withdrawn; the build begins after so many milliseconds. */
  changed(after = GATHER_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#running = this.#running.then(() => this.#build())), after);
  }

  async #build(): Promise<void> {
    try {
      const reply = await this.#lane.run({ kind: "site", folder: this.folder, base: this.#base });
      if (reply.kind !== "built") this.#failed("why" in reply ? String(reply.why) : reply.kind);
    } catch (error) {
      if (error instanceof WorkStopped && error.why === "closed") return;
      this.#failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** The disk was full, the archive in use: what was published is to stand there as soon as it can. */
  #failed(why: string): void {
    this.#log(`the public site was not built and stays as it was; tried again in a minute: ${why}`);
    if (!this.#closed) this.changed(AGAIN_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    // Whenever a build is stopped, the folder holds a whole site.
    await this.#lane.close(0);
  }
}

/** The public site at `/warnings/`. */
export function warnings(folder: string): Hono {
  const app = new Hono();
  const site = siteApp(folder);
  app.use(async (context, next) => {
    const asked = context.req.path.replace(/^\/warnings/, "");
    if (/[%\\]|\/\./.test(asked)) return next();
    // Relative links need the slash. The site would send the reader to its own root.
    if (!asked.endsWith("/") && isFolder(path.join(folder, asked))) return context.redirect(`/warnings${asked}/`, 301);
    return next();
  });
  app.mount("/", (request) => site.fetch(request));
  return app;
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
