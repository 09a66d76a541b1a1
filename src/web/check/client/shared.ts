/** What another app handed over: a file, or text. */
export type Shared = { readonly kind: "file"; readonly file: Blob; readonly name: string } | { readonly kind: "text"; readonly text: string };

/** Takes what the service worker put by, once; undefined when the page was opened otherwise. */
export async function sharedMail(): Promise<Shared | undefined> {
  if (!new URLSearchParams(location.search).has("shared")) return undefined;
  history.replaceState(null, "", `/?lang=${document.documentElement.lang}`);
  const cache = await caches.open("ayashii-shared");
  const found = await cache.match("/check/shared");
  if (found === undefined) return undefined;
  await cache.delete("/check/shared");
  if (found.headers.get("X-Kind") === "text") return { kind: "text", text: await found.text() };
  return { kind: "file", file: await found.blob(), name: decodeURIComponent(found.headers.get("X-Name") ?? "") };
}
