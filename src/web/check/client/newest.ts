/**
 * Keeps the page for use without a connection, and brings the newest facts to those who open it: a version that was fetched
 * last time takes over at once, unless a mail is on the page. `isUntouched` says whether there is nothing to lose.
 */
export async function keepNewest(isUntouched: () => boolean): Promise<void> {
  const { serviceWorker } = navigator;
  const hadOne = serviceWorker.controller !== null;
  let reloaded = false;
  serviceWorker.addEventListener("controllerchange", () => {
    if (!hadOne || reloaded || !isUntouched()) return;
    reloaded = true;
    location.reload();
  });
  const registration = await serviceWorker.register("/check/sw.js", { scope: "/", updateViaCache: "none" });
  const takeOver = (): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
    if (hadOne && isUntouched()) registration.waiting?.postMessage("take over");
  };
  takeOver();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", takeOver));
}
