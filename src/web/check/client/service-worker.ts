/** Both are put in by scripts/build-web.ts. */
declare const FILES: readonly string[];
declare const VERSION: string;

/** As much of a service worker's surroundings as is used here (https://www.w3.org/TR/service-workers/). */
interface Surroundings {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  addEventListener(type: "install" | "activate", listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(type: "fetch", listener: (event: Asking) => void): void;
}
interface Asking {
  readonly request: Request;
  /** The page or worker that asks, and for a navigation the page that will be there. */
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}
const here = self as unknown as Surroundings;

const PREFIX = "ayashii-check-";
const KEPT = `${PREFIX}${VERSION}`;
/** Stands in a store when everything else does. */
const WHOLE = "/check/whole";
/** What another app handed over, until the page has opened and taken it. */
const SHARED = "ayashii-shared";
const DOCUMENTS = ["/?lang=ja", "/?lang=en"];
const PATHS = FILES.map((file) => `/check/${file}`);

/** All files of one build or none: a page never gets parts of two. */
async function keep(): Promise<void> {
  const cache = await caches.open(KEPT);
  await cache.addAll([...PATHS, ...DOCUMENTS].map((path) => new Request(path, { cache: "no-cache", credentials: "same-origin" })));
  await cache.put(WHOLE, new Response(""));
}

async function forgetOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== KEPT) await caches.delete(name);
  await here.clients.claim();
}

/** The language asked for, else the browser's. */
function documentFor(url: URL): string {
  const asked = url.searchParams.get("lang") ?? navigator.language.slice(0, 2);
  return asked === "ja" ? "/?lang=ja" : "/?lang=en";
}

/**
 * The store of the newest version that was fetched whole, this worker's own or that of the one that waits to follow it: browsers
 * let it wait as long as any page is open.
 */
async function newest(): Promise<string> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of names.toReversed()) if ((await (await caches.open(name)).match(WHOLE)) !== undefined) return name;
  return KEPT;
}

/** Which version each open page is of. Forgotten when the browser puts this worker to rest: then the newest is taken. */
const versionOf = new Map<string, string>();

async function documentOf({ request, resultingClientId }: Asking): Promise<Response> {
  const name = await newest();
  if (resultingClientId !== "") versionOf.set(resultingClientId, name);
  return kept(documentFor(new URL(request.url)), request, name);
}

async function fileOf({ request, clientId }: Asking): Promise<Response> {
  return kept(new URL(request.url).pathname, request, versionOf.get(clientId) ?? (await newest()));
}

/** A part of another version, which a page that is still open may ask for, is found by its name. */
async function kept(path: string, request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(path, { ignoreVary: true })) ?? (await caches.match(path, { ignoreVary: true })) ?? fetch(request);
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
here.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== here.location.origin) return;
  if (request.method === "POST" && url.pathname === "/check/share") event.respondWith(takeShared(request));
  else if (request.method !== "GET") return;
  // What is handed over lies in another store; the worker's own file the browser fetches past it.
  else if (url.pathname.startsWith("/check/") && url.pathname !== "/check/shared") event.respondWith(fileOf(event));
  else if (url.pathname === "/" && request.mode === "navigate") event.respondWith(documentOf(event));
});
