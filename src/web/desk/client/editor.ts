// Live preview of an article: what is typed is sent to the desk, which redacts it and sends back what readers would see.

const PAUSE = 600;
const form = document.querySelector<HTMLFormElement>("#editor");
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

async function refresh(from: HTMLFormElement): Promise<void> {
  const mine = ++asked;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(from)) if (typeof value === "string" && name !== "do") body.append(name, value);
  const answer = await fetch(from.dataset["preview"] ?? "", { method: "POST", body }).catch(() => undefined);
  // An answer to what was typed before is late; one that is no page leaves what stands there.
  if (answer?.ok !== true || mine !== asked) return;
  const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#preview");
  const pane = document.querySelector("#preview");
  if (made === null || pane === null || mine !== asked) return;
  const scroll = pane.scrollTop;
  pane.replaceWith(document.adoptNode(made));
  made.scrollTop = scroll;
}

if (form !== null) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(form), PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    window.removeEventListener("beforeunload", warn);
  });
  form.addEventListener("input", () => window.addEventListener("beforeunload", warn), { once: true });
}

/** What was typed and not saved is not lost by a slip. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

const button = document.querySelector<HTMLButtonElement>("#copy");
const text = document.querySelector<HTMLElement>("#copy-text");
if (button !== null && text !== null && "clipboard" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => void copied(button, text.textContent ?? ""));
}

async function copied(from: HTMLButtonElement, what: string): Promise<void> {
  await navigator.clipboard.writeText(what);
  from.textContent = document.documentElement.lang === "ja" ? "コピーしました" : "Copied";
}
