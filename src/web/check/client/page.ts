import type { Language } from "../../../terms/index.ts";
import { TEXTS } from "../texts.ts";
import type { TextKey } from "../texts.ts";

/** The element of that role in the page; the shell has all of them. */
export function part(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-part="${name}"]`);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

export function language(): Language {
  return document.documentElement.lang === "en" ? "en" : "ja";
}

export const say = (key: TextKey): string => TEXTS[key][language()];

/** Into the live region, for those who hear the page. The same sentence twice is said twice. */
export function announce(text: string): void {
  const region = byId("said");
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
}

/** Puts the keyboard and the reading position there. */
export function focusOn(element: HTMLElement | null): void {
  if (element === null) return;
  if (!element.hasAttribute("tabindex") && !element.matches("a,button,input,textarea,summary")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  // What frames a heading is to be seen with it.
  (element.closest(".verdict, .problem") ?? element).scrollIntoView({
    block: "start",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
}

/** Words of our own into an element that says what came of a press. */
export function tell(name: string, text: string): void {
  const element = part(name);
  if (element !== null) element.textContent = text;
}
