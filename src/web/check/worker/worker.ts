import type { Examined } from "../../../app/examine.ts";
import { toJsonReport } from "../../../report/json.ts";
import type { Language } from "../../../terms/index.ts";
import { PROBLEMS } from "../problem-texts.ts";
import type { Answer, Answered, Asked, Notice, Question, Report } from "../protocol.ts";
import { drawnReport } from "./drawn-report.ts";
import { examinedWith } from "./examined.ts";
import { openFile, openText } from "./handed-in.ts";
import type { HandedIn, Opened } from "./handed-in.ts";
import { loadParts } from "./late-parts.ts";
import { listed } from "./listed.ts";
import { practiceMail } from "./warm-up.ts";

/** The mail examined last, and the mailbox it was chosen from. */
let current: { readonly given: HandedIn; readonly examined: Examined } | undefined;
let mailbox: readonly Uint8Array[] = [];

async function answerTo(question: Question, lang: Language): Promise<Answer> {
  switch (question.kind) {
    case "open":
      return opened(await openFile(question.file), lang);
    case "paste":
      return opened(openText(question.text), lang);
    case "otherwise":
      if (current?.given.changeable !== true) return { kind: "problem", message: PROBLEMS.gone };
      return examined({ ...current.given, pasted: !current.given.pasted }, lang);
    case "example":
      return examined({ kind: "mail", raw: (await import("./example.ts")).example, pasted: false, changeable: false }, lang);
    case "pick": {
      const raw = mailbox[question.index];
      return raw === undefined ? { kind: "problem", message: PROBLEMS.gone } : examined({ kind: "mail", raw, pasted: false, changeable: false }, lang);
    }
    case "draw":
      return current === undefined ? { kind: "problem", message: PROBLEMS.gone } : { kind: "drawn", drawn: drawnReport(current.examined, lang) };
    case "source": {
      if (current === undefined) return { kind: "problem", message: PROBLEMS.gone };
      const { evidence, examination } = current.examined;
      const { sourceView } = await import("./source.ts");
      return { kind: "source", source: sourceView(evidence, examination, lang) };
    }
    case "raw":
      return current === undefined ? { kind: "problem", message: PROBLEMS.gone } : { kind: "bytes", bytes: current.given.raw };
    case "make": {
      if (current === undefined) return { kind: "problem", message: PROBLEMS.gone };
      const { make } = await import("./makings.ts");
      return make(question.what, current.given, current.examined, lang);
    }
  }
}

function opened(found: Opened, lang: Language): Answer | Promise<Answer> {
  if (found.kind === "problem") return found;
  if (found.kind === "mail") return examined(found, lang);
  mailbox = found.raws;
  return { kind: "list", mails: listed(found.raws), cut: found.cut };
}

async function examined(given: HandedIn, lang: Language): Promise<Answer> {
  return examinedWith(given.raw, given.pasted, (found, ms): Report => {
    current = { given, examined: found };
    const { examination } = found;
    return {
      kind: "report",
      json: toJsonReport(examination, "-", ms),
      pasted: given.pasted,
      changeable: given.changeable,
      fromPicture: given.fromPicture,
      drawn: { [lang]: drawnReport(found, lang) },
    };
  });
}

/** One question after the other: a mail must not be replaced while something is made of it. */
let queue: Promise<void> = warmed();

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  queue = answered(data, queue);
});

async function answered({ id, question, lang }: Asked, before: Promise<void>): Promise<void> {
  await before;
  const answer = await answerTo(question, lang).catch((error): Answer => ({
    kind: "problem",
    message: isOfLoading(error) ? PROBLEMS.partsMissing : PROBLEMS.unexpected,
  }));
  postMessage({ id, answer } satisfies Answered);
}

/** A part of the page could not be fetched: every browser says so in a TypeError of its own words. */
function isOfLoading(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message);
}

/** Examines a short mail once, so that tables are built before a reader waits for it. */
async function warmed(): Promise<void> {
  await practised(practiceMail(1));
  say("ready");
  void completed();
}

/** Everything that a mail may ever ask for, so that no examination sends a request; then one long mail, for speed. */
async function completed(): Promise<void> {
  try {
    await Promise.all([loadParts(), import("./mail-files.ts"), import("./makings.ts"), import("./example.ts"), import("./source.ts")]);
  } catch {
    // Without a connection now: what is missing is asked for again when a mail needs it.
    return;
  }
  queue = practisedAfter(queue);
  await queue;
  say("complete");
}

async function practisedAfter(before: Promise<void>): Promise<void> {
  await before;
  // Whoever has handed in a mail meanwhile is not made to wait.
  if (current === undefined) await practised(practiceMail());
}

async function practised(raw: Uint8Array): Promise<void> {
  await examined({ kind: "mail", raw, pasted: false, changeable: false }, "ja").catch(() => undefined);
  current = undefined;
}

function say(notice: Notice["notice"]): void {
  postMessage({ notice, ms: performance.now() } satisfies Notice);
}
