import type { Browser } from "playwright-core";
import { examineKeeping } from "../src/app/examine.ts";
import { mailView, sourceView } from "../src/report/mail-view/index.ts";
import type { MailView, SourceView } from "../src/report/mail-view/index.ts";
import { serveView } from "./mail-view-server.ts";

/** What came of drawing hostile mails in a browser. */
export interface HostileReport {
  readonly mails: number;
  readonly elements: number;
  readonly marks: number;
  /** Scripts that ran: a flag set, a dialog opened, an error raised. */
  readonly ran: readonly string[];
  /** Requests that left or were tried after the page was there. */
  readonly requests: readonly string[];
  /** What stands in the drawn tree or around it and should not. */
  readonly foreign: readonly string[];
  /** Violations of the policy: a draw that needs the policy to stop it is one that tried. */
  readonly violations: readonly string[];
  /** Milliseconds of making the view, and of drawing it with layout, sorted ascending. */
  readonly viewing: readonly number[];
  readonly drawing: readonly number[];
}

interface Drawn {
  readonly ms: number;
  readonly elements: number;
  readonly foreign: readonly string[];
}

const BATCH = 20;
/** Mails a page draws before it is loaded anew. */
const A_PAGE = 1000;

/** Draws every mail with the page's own code under the page's own policy, in one browser, and watches what happens. */
export async function drawHostile(browser: Browser, mails: Iterable<Uint8Array>, progress: (done: number) => void = () => {}): Promise<HostileReport> {
  const server = await serveView();
  const context = await browser.newContext();
  const seen = {
    ran: [] as string[],
    requests: [] as string[],
    foreign: [] as string[],
    violations: [] as string[],
    viewing: [] as number[],
    drawing: [] as number[],
  };
  let [count, elements, marks, isLoading] = [0, 0, 0, true];
  await context.route("**", async (route) => {
    if (isLoading && route.request().url().startsWith(server.url)) return await route.continue();
    seen.requests.push(route.request().url());
    return await route.abort();
  });
  context.on("dialog", (dialog) => {
    seen.ran.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("weberror", (error) => seen.ran.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") seen.violations.push(message.text());
  });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  const load = async (): Promise<void> => {
    isLoading = true;
    await page.goto(server.url, { waitUntil: "load" });
    isLoading = false;
  };
  const draw = async (views: readonly (readonly [MailView, SourceView])[]): Promise<void> => {
    for (const { ms, elements: made, foreign } of (await page.evaluate(DRAW, JSON.stringify(views))) as readonly Drawn[]) {
      seen.drawing.push(ms);
      elements += made;
      seen.foreign.push(...foreign);
    }
    seen.ran.push(...((await page.evaluate("watched.splice(0)")) as string[]));
  };
  await load();
  let batch: (readonly [MailView, SourceView])[] = [];
  for (const raw of mails) {
    const { evidence, examination } = examineKeeping(raw);
    const started = performance.now();
    const view = mailView(evidence, examination, count % 2 === 0 ? "ja" : "en");
    seen.viewing.push(performance.now() - started);
    marks += view.marks.length;
    count++;
    batch.push([view, sourceView(evidence, examination, view.lang)]);
    if (batch.length === BATCH) {
      await draw(batch);
      batch = [];
      progress(count);
    }
    if (count % A_PAGE === 0) await load();
  }
  await draw(batch);
  await page.waitForTimeout(300);
  seen.ran.push(...((await page.evaluate("watched.splice(0)")) as string[]));
  await context.close();
  await server.close();
  const ascending = (values: readonly number[]): readonly number[] => values.toSorted((left, right) => left - right);
  return { ...seen, mails: count, elements, marks, viewing: ascending(seen.viewing), drawing: ascending(seen.drawing) };
}

/** Before any script of the page: everything a payload would do leaves a trace in `watched`. */
export const WATCH = `(() => {
  const watched = (globalThis.watched = []);
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) globalThis[name] = (text) => void watched.push(name + " " + text);
  let ran = 0;
  Object.defineProperty(globalThis, "ran", { get: () => ran, set: (value) => { ran = value; watched.push("ran"); } });
  addEventListener("securitypolicyviolation", (event) => watched.push("policy " + event.violatedDirective + " " + event.blockedURI));
})()`;

/**
 * Runs in the page, given the views as JSON (the driver's own way to hand over deep objects takes exponential time): draws each view as the pages do, lays it out, presses and focuses what was drawn, and looks at every
 * element and attribute.
 */
const DRAW = (views: string): Promise<unknown> =>
  (async () => {
    const page = globalThis as unknown as Record<"showMailView" | "showSourceView", (host: Element, view: unknown) => { root: ShadowRoot; close(): void }>;
    const TAGS = /^(?:div|span|b|i|u|s|sub|sup|pre|blockquote|table|tbody|tr|td|br|hr|canvas|button|ul|li)$/;
    const ATTRIBUTES = /^(?:class|id|style|type|title|aria-label|role|tabindex|lang|colspan|rowspan|data-n|data-numbers|width|height)$/;
    const out: { ms: number; elements: number; foreign: string[] }[] = [];
    const host = document.querySelector("#host") as HTMLElement;
    const beside = host.parentElement?.appendChild(document.createElement("div")) as HTMLElement;
    const around = document.documentElement.outerHTML;
    for (const [view, source] of JSON.parse(views) as [unknown, unknown][]) {
      const foreign: string[] = [];
      const started = performance.now();
      const { root, close } = page.showMailView(host, view);
      host.getBoundingClientRect();
      const ms = performance.now() - started;
      const shown = page.showSourceView(beside, source);
      const all = [...root.querySelectorAll("*"), ...shown.root.querySelectorAll("*")];
      for (const element of all) {
        if (!TAGS.test(element.localName) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") foreign.push(`<${element.localName}>`);
        for (const { name, value } of element.attributes) {
          if (!ATTRIBUTES.test(name)) foreign.push(`${element.localName}[${name}]`);
          if (name === "id" && !/^mark-\d+$/.test(value)) foreign.push(`#${value}`);
          if (name === "style" && /url|image|fixed|absolute|expression|var\(/i.test(value)) foreign.push(`style ${value}`);
        }
      }
      for (let at = 0; at < all.length && at < 200; at++) {
        const element = all[at] as HTMLElement;
        element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }));
        if (element.localName === "button" || at % 10 === 0) element.click();
      }
      if (document.documentElement.outerHTML !== around) foreign.push("the page around it changed");
      if (document.fullscreenElement !== null || root.querySelectorAll("a,form,input,img,iframe").length > 0) foreign.push("something live");
      const { left, width } = host.getBoundingClientRect();
      if (document.elementFromPoint(left + width + 5, 5)?.closest("#host") === host) foreign.push("it covers the page");
      await new Promise((resolve) => setTimeout(resolve));
      close();
      shown.close();
      out.push({ ms, elements: all.length, foreign: foreign.slice(0, 5) });
    }
    beside.remove();
    return out;
  })();

/** The value below which a share of ascending values lies. */
export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}
