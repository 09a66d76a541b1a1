import { joinCards } from "./join-cards.ts";
import type { Joined } from "./join-cards.ts";

/** A drawn mail on the page. */
export interface ShownMail {
  readonly root: ShadowRoot;
  /** Lights everything about a number; undefined puts it out. */
  light(number: number | undefined): void;
  /** Goes to the first mark of a number and focuses it; false when it has none. */
  show(number: number): boolean;
  /** Takes the mail off the page and stops listening. */
  close(): void;
}

export interface ShowOptions {
  /** Where the cards (`data-mark="n"`) are; the whole document by default. */
  readonly cards?: ParentNode & EventTarget;
}

const drawn = new WeakMap<Element, Joined>();

/** Puts elements into a shadow root on `host` with a style sheet of their own, and joins their marks with the cards. May be called again on the same host. */
export function showIn(host: HTMLElement, content: HTMLElement, style: string, options: ShowOptions): ShownMail {
  drawn.get(host)?.end();
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(content);
  const joined = joinCards(root, options.cards ?? host.ownerDocument);
  drawn.set(host, joined);
  return {
    root,
    light: (number) => joined.light(number === undefined ? undefined : String(number)),
    show: (number) => joined.show(String(number)),
    close: () => {
      joined.end();
      root.replaceChildren();
    },
  };
}
