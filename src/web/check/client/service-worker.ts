/** Both are put in by scripts/build-web.ts. */
declare const FILES: readonly string[];
declare const VERSION: string;

/** As much of a service worker's surroundings as is used here (https://www.w3.org/TR/service-workers/). */
interface Surroundings {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message", listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(type: "fetch", listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}
const here = self as unknown as Surroundings;

const KEPT = `ayashii-check-${VERSION}`;
/** What another app handed over, until the page has opened and taken it. */
const SHARED = "ayashii-shared";
const DOCUMENTS = ["/?lang=ja", "/?lang=en"];
const PATHS: ReadonlySet<string> = new Set(FILES.map((file) => `/check/${file}`));

/** All files of one build or none: a page never gets parts of two. */
async function keep(): Promise<void> {
  const cache = await caches.open(KEPT);
  await cache.addAll([...PATHS, ...DOCUMENTS].map((path) => new Request(path, { cache: "no-cache", credentials: "same-origin" })));
}

async function forgetOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith("ayashii-check-") && name !== KEPT) await caches.delete(name);
  await here.clients.claim();
}

/** The language asked for, else the browser's. */
function documentFor(url: URL): string {
  const asked = url.searchParams.get("lang") ?? navigator.language.slice(0, 2);
  return asked === "ja" ? "/?lang=ja" : "/?lang=en";
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** Web Share Target: the mail goes from the other app into this browser's store and from there into the page, never over the network. */
async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  const file = form.get("mail");
  const text = ["title", "text", "url"].flatMap((name) => form.get(name) ?? []).filter((part) => typeof part === "string" && part !== "");
  if (file instanceof File && file.size > 0)
    await cache.put("/check/shared", new Response(file, { headers: { "X-Name": encodeURIComponent(file.name), "X-Kind": "file" } }));
  else await cache.put("/check/shared", new Response(text.join("\n"), { headers: { "X-Kind": "text" } }));
  return Response.redirect("/?shared=1", 303);
}

here.addEventListener("install", (event) => event.waitUntil(keep()));
here.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
// The page says so only while nobody's mail is on it.
here.addEventListener("message", (event) => event.waitUntil(here.skipWaiting()));
here.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== here.location.origin) return;
  if (request.method === "POST" && url.pathname === "/check/share") event.respondWith(takeShared(request));
  else if (request.method !== "GET") return;
  else if (PATHS.has(url.pathname)) event.respondWith(kept(url.pathname, request));
  else if (url.pathname === "/" && request.mode === "navigate") event.respondWith(kept(documentFor(url), request));
});
