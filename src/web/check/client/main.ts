import { PROBLEMS } from "../problem-texts.ts";
import type { Answer, Draft, Making, Question, Report } from "../protocol.ts";
import { draftList } from "../report/acts.ts";
import { shell } from "../shell.ts";
import { Examiner } from "./examiner.ts";
import { keepOffline } from "./offline.ts";
import { announce, byId, focusOn, language, part, say, tell } from "./page.ts";
import { drawSource, show } from "./result.ts";
import type { View } from "./result.ts";
import { sharedMail } from "./shared.ts";
import { askKnown, sendToDesk } from "./site.ts";
import { copy, pngOf, save } from "./taking-away.ts";

let view: View = { kind: "start" };
let listed: Extract<View, { readonly kind: "list" }> | undefined;
let drafts: readonly Draft[] = [];
/** Answers to questions that the reader has given up are dropped. */
let turn = 0;

const examiner = new Examiner((notice) => (document.body.dataset["examiner"] = notice));

function turnTo(next: View, quietly = false): void {
  view = next;
  drafts = [];
  show(view, quietly);
}

/** Asks the worker, and shows what it answers unless the reader has gone on meanwhile. */
async function examine(question: Question): Promise<void> {
  const mine = ++turn;
  if (question.kind !== "pick") listed = undefined;
  turnTo({ kind: "busy" });
  const answer = await examiner.ask(question);
  if (mine !== turn) return;
  turnTo(viewOf(answer));
}

function viewOf(answer: Answer): View {
  if (answer.kind === "report") return { kind: "report", report: answer, ofList: listed !== undefined };
  if (answer.kind === "list") return (listed = answer);
  return { kind: "problem", message: answer.kind === "problem" ? answer.message : PROBLEMS.unexpected };
}

function startAnew(): void {
  turn++;
  examiner.restartIfBusy();
  listed = undefined;
  turnTo({ kind: "start" });
  focusOn(byId("start").querySelector("h1"));
}

/** The mail stays: only the words change. */
async function changeLanguage(): Promise<void> {
  const lang = language() === "ja" ? "en" : "ja";
  const text = (byId("text") as HTMLTextAreaElement).value;
  document.documentElement.lang = lang;
  byId("page").innerHTML = shell(lang);
  history.replaceState(null, "", `/?lang=${lang}`);
  readyForm(text);
  await drawInLanguage();
  show(view, true);
  if (drafts.length > 0) void showDrafts();
  document.querySelector<HTMLElement>('[data-action="language"]')?.focus();
}

/** The report in the page's language, made when it is first wanted. */
async function drawInLanguage(): Promise<void> {
  const lang = language();
  if (view.kind !== "report" || view.report.drawn[lang] !== undefined) return;
  const { report } = view;
  const answer = await examiner.ask({ kind: "draw" });
  if (answer.kind === "drawn" && view.kind === "report" && view.report === report)
    view = { ...view, report: { ...report, drawn: { ...report.drawn, [lang]: answer.drawn } } };
}

function readyForm(text = ""): void {
  (byId("text") as HTMLTextAreaElement).value = text;
  const clipboard = document.querySelector<HTMLElement>('[data-action="clipboard"]');
  if (clipboard !== null) clipboard.hidden = typeof navigator.clipboard?.readText !== "function";
}

async function fromClipboard(): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    (byId("text") as HTMLTextAreaElement).value = text;
    paste(text);
  } catch {
    announce(say("clipboardDenied"));
    byId("text-hint").textContent = say("clipboardDenied");
    byId("text").focus();
  }
}

function paste(text: string): void {
  void examine({ kind: "paste", text });
}

function open(file: File | Blob, name: string): void {
  void examine({ kind: "open", file, name });
}

async function make(what: Making): Promise<void> {
  const answer = await examiner.ask({ kind: "make", what });
  if (answer.kind === "problem") return tell("made", answer.message[language()]);
  if (answer.kind === "drafts") {
    drafts = answer.drafts;
    return showDrafts(true);
  }
  if (answer.kind !== "made") return;
  if (what === "warning") return copied(answer.text, part("made"));
  const blob = what === "picture" ? await pngOf(answer.text).catch(() => undefined) : new Blob([answer.text], { type: "text/html" });
  if (blob === undefined) return tell("made", PROBLEMS.unexpected[language()]);
  save(blob, answer.name);
  tell("made", say("saved"));
}

/** Copied or not, the text is shown: what goes to others should be read first. */
async function copied(text: string, element: HTMLElement | null): Promise<void> {
  const done = await copy(text);
  if (element === null) return;
  element.textContent = done ? say("copied") : say("copyFailed");
  const shown = document.createElement("pre");
  shown.textContent = text;
  shown.tabIndex = 0;
  element.append(shown);
}

async function showDrafts(byPress = false): Promise<void> {
  const element = part("drafts");
  if (element === null) return;
  if (!byPress) {
    const answer = await examiner.ask({ kind: "make", what: "drafts" });
    if (answer.kind === "drafts") drafts = answer.drafts;
  }
  element.innerHTML = draftList(drafts, language());
  if (byPress) focusOn(element.querySelector<HTMLElement>("h3"));
}

async function send(button: HTMLButtonElement): Promise<void> {
  const answer = await examiner.ask({ kind: "raw" });
  if (answer.kind !== "bytes" || view.kind !== "report") return;
  button.disabled = true;
  tell("sent", say("sending"));
  tell("sent", await sendToDesk(answer.bytes, view.report.pasted, language()));
  button.disabled = false;
}

async function ask(button: HTMLButtonElement, report: Report): Promise<void> {
  button.disabled = true;
  const found = await askKnown(report, language());
  const element = part("known-answer");
  if (element !== null) element.innerHTML = found;
  button.disabled = false;
}

async function openShared(): Promise<void> {
  const shared = await sharedMail().catch(() => undefined);
  if (shared?.kind === "file") open(shared.file, shared.name);
  else if (shared?.kind === "text") paste(shared.text);
}

/** The source is drawn when it is opened: long mails have thousands of lines. */
async function openSource(details: HTMLDetailsElement): Promise<void> {
  if (!details.open || part("source-view")?.shadowRoot?.hasChildNodes() === true) return;
  const answer = await examiner.ask({ kind: "source" });
  if (answer.kind === "source") drawSource(answer.source);
}

document.addEventListener(
  "toggle",
  ({ target }) => target instanceof HTMLDetailsElement && target.dataset["part"] === "source" && void openSource(target),
  true,
);

const ACTIONS: Readonly<Record<string, (pressed: HTMLElement) => void>> = {
  language: () => void changeLanguage(),
  example: () => void examine({ kind: "example" }),
  clipboard: () => void fromClipboard(),
  another: startAnew,
  back: () => listed !== undefined && turnTo(listed),
  pick: (pressed) => void examine({ kind: "pick", index: Number(pressed.dataset["index"]) }),
  "read-otherwise": () => void examine({ kind: "otherwise" }),
  html: () => void make("html"),
  picture: () => void make("picture"),
  warning: () => void make("warning"),
  drafts: () => void make("drafts"),
  "copy-draft": (pressed) => {
    const mail = drafts[Number(pressed.dataset["index"])]?.mail;
    if (mail !== undefined) void copied(`${mail.subject}\n\n${mail.text}`, pressed.closest("li")?.querySelector<HTMLElement>('[role="status"]') ?? null);
  },
  send: (pressed) => void send(pressed as HTMLButtonElement),
  "ask-known": (pressed) => view.kind === "report" && void ask(pressed as HTMLButtonElement, view.report),
};

document.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-action]") : null;
  const act = pressed === null ? undefined : ACTIONS[pressed.dataset["action"] ?? ""];
  if (pressed === null || act === undefined) return;
  event.preventDefault();
  act(pressed);
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  paste((byId("text") as HTMLTextAreaElement).value);
});

document.addEventListener("change", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.id !== "file") return;
  const [file] = input.files ?? [];
  if (file !== undefined) open(file, file.name);
  input.value = "";
});

// A mail may be dropped anywhere: the browser would leave the page for it.
for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const)
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    part("drop")?.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind !== "drop") return;
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (file !== undefined) open(file, file.name);
    else if (text !== "") paste(text);
  });

readyForm();
void openShared();
// Without it (no https, private windows of some browsers) everything works but opening the page without a connection.
if ("serviceWorker" in navigator) keepOffline().catch(() => undefined);
