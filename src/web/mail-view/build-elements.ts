import type { Drawn, DrawnElement, DrawnKind, DrawnTag, MailView } from "../../report/mail-view/view.ts";
import { drawPicture } from "./draw-picture.ts";

/**
 * The second look at everything, whatever sent the view: only these become elements, classes and styles. No markup is parsed
 * and no address is set anywhere, so that nothing can run and nothing can be fetched.
 */
const TAGS: ReadonlySet<string> = new Set<DrawnTag>([
  "div",
  "span",
  "b",
  "i",
  "u",
  "s",
  "sub",
  "sup",
  "pre",
  "blockquote",
  "table",
  "tbody",
  "tr",
  "td",
  "br",
  "hr",
  "img",
  "button",
]);
const KINDS: ReadonlySet<string> = new Set<DrawnKind>([
  "link",
  "target",
  "host",
  "hidden",
  "hidden-label",
  "salt",
  "unseen",
  "chip",
  "box",
  "field",
  "control",
  "picture",
  "file",
  "name",
  "address",
  "domain",
  "quoted",
  "item",
  "list",
  "ordered",
  "paragraph",
  "heading",
  "separator",
  "page",
  "plain",
  "dim",
]);
const PROPERTY =
  /^(?:color|background-color|text-align|vertical-align|font-(?:weight|style|size|family)|text-decoration|line-height|white-space|display|border-radius|(?:max-|min-)?(?:width|height)|(?:padding|margin|border)-(?:top|right|bottom|left))$/;
const VALUE = /^[\w#%.,() -]{1,120}$/;
const MOST_ELEMENTS = 60_000;
const DEEPEST = 200;

/** Makes the elements of drawn pieces under a parent. Walks without recursion. */
export function buildElements(drawn: readonly Drawn[], parent: Node, view: MailView): void {
  const { ownerDocument } = parent;
  if (ownerDocument === null) return;
  const strong = new Set(view.numbered.filter(({ strongest, leans }) => strongest && leans !== "genuine").map(({ number }) => number));
  const genuine = new Set(view.numbered.filter(({ leans }) => leans === "genuine").map(({ number }) => number));
  const open: { readonly rest: readonly Drawn[]; at: number; readonly into: Node }[] = [{ rest: drawn, at: 0, into: parent }];
  for (let count = 0; open.length > 0 && count < MOST_ELEMENTS; count++) {
    const level = open[open.length - 1] as (typeof open)[number];
    const one = level.rest[level.at++];
    if (one === undefined) open.pop();
    else if (typeof one === "string") level.into.appendChild(ownerDocument.createTextNode(one));
    else {
      const element = elementOf(one, view, ownerDocument, strong, genuine);
      level.into.appendChild(element);
      if (one.children !== undefined && one.children.length > 0 && open.length < DEEPEST) open.push({ rest: one.children, at: 0, into: element });
    }
  }
}

function elementOf(one: DrawnElement, view: MailView, document: Document, strong: ReadonlySet<number>, genuine: ReadonlySet<number>): HTMLElement {
  if (one.tag === "button") return markButton(one.mark ?? -1, view, document, strong, genuine);
  if (one.tag === "img") return numbered(styled(drawPicture(one.source ?? "", one.text ?? "", document), one), one, strong, genuine);
  const element = document.createElement(TAGS.has(one.tag) ? one.tag : "span");
  if (one.kind !== undefined && KINDS.has(one.kind)) element.className = one.kind;
  if (element instanceof HTMLTableElement) element.setAttribute("role", "presentation");
  if (element instanceof HTMLTableCellElement) {
    element.colSpan = bounded(one.columns);
    element.rowSpan = bounded(one.rows);
  }
  return numbered(styled(element, one), one, strong, genuine);
}

const bounded = (count: number | undefined): number => Math.min(100, Math.max(1, Math.floor(count ?? 1) || 1));

/** Through the object model, which `style-src 'self'` leaves alone; a `style` attribute it would not. */
function styled(element: HTMLElement, { style }: DrawnElement): HTMLElement {
  for (const [property, value] of Object.entries(style ?? {})) {
    if (PROPERTY.test(property) && typeof value === "string" && VALUE.test(value) && !/url|image|var|env|attr/i.test(value))
      element.style.setProperty(property, value);
  }
  return element;
}

function numbered(element: HTMLElement, { numbers }: DrawnElement, strong: ReadonlySet<number>, genuine: ReadonlySet<number>): HTMLElement {
  if (numbers === undefined || numbers.length === 0) return element;
  element.dataset["numbers"] = numbers.map(Number).join(" ");
  if (numbers.some((number) => strong.has(number))) element.classList.add("strong");
  else if (numbers.every((number) => genuine.has(number))) element.classList.add("genuine");
  return element;
}

function markButton(index: number, view: MailView, document: Document, strong: ReadonlySet<number>, genuine: ReadonlySet<number>): HTMLElement {
  const mark = view.marks[index];
  const button = document.createElement("button");
  if (mark === undefined) return document.createElement("span");
  button.type = "button";
  button.className = `mark${strong.has(mark.number) ? " strong" : genuine.has(mark.number) ? " genuine" : ""}`;
  button.id = `mark-${index + 1}`;
  button.dataset["n"] = String(Number(mark.number));
  button.title = mark.label;
  button.setAttribute("aria-label", mark.label);
  button.textContent = String(Number(mark.number));
  return button;
}
