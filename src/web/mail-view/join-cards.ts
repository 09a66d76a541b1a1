/** Marks and cards that answer each other: `data-mark="n"` on a card, `data-mark-show` on a button in it. */
export interface Joined {
  /** Lights the marks, quotes and cards of a number; undefined puts all out. */
  light(number: string | undefined): void;
  /** Goes to the first mark of a number; false when it has none. */
  show(number: string): boolean;
  end(): void;
}

/**
 * Hover or focus on a mark lights its card and every place of the point, and the other way round; a tap goes there: from the
 * mark to the card, from the card's button to the mark. Reduced motion: the page jumps instead of gliding.
 */
export function joinCards(root: ShadowRoot, cards: ParentNode & EventTarget): Joined {
  let lit: string | undefined;
  const light = (number: string | undefined): void => {
    if (number === lit) return;
    for (const one of root.querySelectorAll(".lit")) one.classList.remove("lit");
    for (const one of cards.querySelectorAll("[data-mark].is-lit")) one.classList.remove("is-lit");
    lit = number;
    if (number === undefined || !/^\d{1,4}$/.test(number)) return;
    for (const one of root.querySelectorAll(`.mark[data-n="${number}"],[data-numbers~="${number}"]`)) one.classList.add("lit");
    for (const one of cards.querySelectorAll(`[data-mark="${number}"]`)) one.classList.add("is-lit");
  };
  const show = (number: string): boolean => {
    const mark = /^\d{1,4}$/.test(number) ? root.querySelector<HTMLElement>(`.mark[data-n="${number}"]`) : null;
    if (mark === null) return false;
    goTo(mark, "center");
    light(number);
    return true;
  };
  const toCard = (number: string): void => {
    const card = cards.querySelector<HTMLElement>(`[data-mark="${number}"]`);
    if (card === null) return;
    if (card.closest("details:not([open])") instanceof HTMLDetailsElement) (card.closest("details") as HTMLDetailsElement).open = true;
    if (!card.hasAttribute("tabindex")) card.tabIndex = -1;
    goTo(card, "nearest");
    light(number);
  };
  const ended = new AbortController();
  listen(root, (target) => numberOfMark(target), light, ended.signal);
  listen(cards, (target) => numberOfCard(target), light, ended.signal);
  root.addEventListener("click", (event) => whenNumber(numberOfButton(event.target), toCard), { signal: ended.signal });
  cards.addEventListener("click", (event) => whenNumber(numberToShow(event.target), show), { signal: ended.signal });
  return { light, show, end: () => ended.abort() };
}

function whenNumber(number: string | undefined, act: (number: string) => unknown): void {
  if (number !== undefined) act(number);
}

function listen(
  on: EventTarget,
  numberOf: (target: EventTarget | null) => string | undefined,
  light: (number: string | undefined) => void,
  signal: AbortSignal,
): void {
  for (const kind of ["pointerover", "focusin"]) on.addEventListener(kind, (event) => whenNumber(numberOf(event.target), light), { signal });
  for (const kind of ["pointerout", "focusout"])
    on.addEventListener(
      kind,
      (event) => {
        const to = (event as MouseEvent | FocusEvent).relatedTarget;
        if (numberOf(event.target) !== undefined && numberOf(to) !== numberOf(event.target)) light(undefined);
      },
      { signal },
    );
}

const closest = (target: EventTarget | null, selector: string): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined;

function numberOfMark(target: EventTarget | null): string | undefined {
  return closest(target, ".mark")?.dataset["n"] ?? closest(target, "[data-numbers]")?.dataset["numbers"]?.split(" ")[0];
}

const numberOfButton = (target: EventTarget | null): string | undefined => closest(target, ".mark")?.dataset["n"];
const numberOfCard = (target: EventTarget | null): string | undefined => closest(target, "[data-mark]")?.dataset["mark"];
const numberToShow = (target: EventTarget | null): string | undefined => (closest(target, "[data-mark-show]") === undefined ? undefined : numberOfCard(target));

function goTo(element: HTMLElement, block: ScrollLogicalPosition): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block, behavior: still ? "instant" : "smooth" });
}
