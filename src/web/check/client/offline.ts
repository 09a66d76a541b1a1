/**
 * Keeps the page for use without a connection. A newer version is fetched behind the page and shown when the page is opened
 * again: never under a mail that is on it.
 */
export async function keepOffline(): Promise<void> {
  await navigator.serviceWorker.register("/check/sw.js", { scope: "/", updateViaCache: "none" });
}
