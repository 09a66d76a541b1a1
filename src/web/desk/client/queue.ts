// Keys of the queue: j and k go from report to report, x ticks, ? opens the help. The links and boxes they act on are those of the
// page itself, so that a screen reader hears what has focus; while somebody types, or has switched the keys off, nothing happens.

const STORED = "ayashii-desk-keys";
const rows = [...document.querySelectorAll<HTMLElement>(".queue > li")];
const dialog = document.querySelector<HTMLDialogElement>("#keys");
const switchOfKeys = document.querySelector<HTMLInputElement>("#keys-on");

function rowOf(element: Element | null): number {
  return rows.findIndex((row) => element !== null && row.contains(element));
}

function go(by: 1 | -1): void {
  const now = rowOf(document.activeElement);
  const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by));
  const link = rows[next]?.querySelector<HTMLElement>("a.subject");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

function tick(): void {
  const box = rows[rowOf(document.activeElement)]?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
}

const KEYS: Readonly<Record<string, () => void>> = { j: () => go(1), k: () => go(-1), x: tick, "?": () => dialog?.showModal() };

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

function keysAreOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || dialog?.open === true || !keysAreOn()) return;
  const action = KEYS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
});

if (switchOfKeys !== null) {
  switchOfKeys.checked = keysAreOn();
  switchOfKeys.addEventListener("change", () => {
    try {
      localStorage.setItem(STORED, switchOfKeys.checked ? "on" : "off");
    } catch {
      // Nothing can be remembered here: the keys stay on.
    }
  });
}

const opener = document.querySelector<HTMLButtonElement>("#open-keys");
if (opener !== null && dialog !== null) {
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
}

const all = document.querySelector<HTMLButtonElement>("#select-all");
if (all !== null) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(".queue input[type=checkbox]")];
    const to = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = to;
  });
}
