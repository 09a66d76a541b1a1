import type { AttachedFile } from "../../evidence/files/file.ts";
import { enclosedParts } from "../../mail/index.ts";
import type { Mail, Part } from "../../mail/mail.ts";
import { visibly } from "./characters.ts";
import { buttonsFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { numbersOf } from "./mark-book.ts";
import { ROW, WORDS } from "./texts.ts";
import type { Drawn, HeaderRow } from "./view.ts";
import { stands } from "./wanted.ts";
import type { Wanted } from "./wanted.ts";

const MAX_SHOWN = 30;
const NAME_LIMIT = 160;

/** What the mail carries beside its text: one chip each, never opened. */
export function drawAttachments(wanted: readonly Wanted[], drawing: Drawing): { readonly rows: readonly HeaderRow[] } {
  const { evidence, lang, pictures } = drawing;
  const files = evidence.files.kind === "found" ? evidence.files.value : [];
  const inText = new Set([...pictures.drawn].flatMap((part) => part.fields.map((field) => field.start)));
  const placed = new Set<Wanted>();
  const chips: Drawn[] = [];
  const add = (text: string, start: number, end: number, isShownAnyway: boolean): void => {
    const hits = wanted.filter((one) => !placed.has(one) && stands(one, start, end));
    if ((isShownAnyway && hits.length === 0) || (chips.length >= MAX_SHOWN && hits.length === 0)) return;
    for (const one of hits) placed.add(one);
    chips.push({
      tag: "span",
      kind: "file",
      numbers: numbersOf(hits),
      children: [...buttonsFor(drawing, hits, "attachment"), ...visibly(text.slice(0, NAME_LIMIT), lang)],
    });
  };
  for (const file of files)
    if (file.quote.where.kind === "raw") add(fileText(file, lang), file.quote.where.start, file.quote.where.end, inText.has(file.quote.where.start));
  for (const part of attachedParts(evidence.mail, new Set(evidence.texts.map(({ part }) => part)))) {
    const [start, end] = [part.fields[0]?.start ?? part.bodyStart, part.bodyEnd];
    if (part.message !== undefined)
      add(`${WORDS.attachedMail[lang]}: ${part.message.fields.find(({ key }) => key === "subject")?.value ?? ""}`, start, end, false);
    // A quote may stand in a part that is neither text nor file to the reader: it is named, so that it has a place.
    else if (part.content === undefined) add(part.fileName ?? part.contentType.type, start, end, true);
  }
  return { rows: chips.length === 0 ? [] : [{ kind: "attachments", label: ROW.attachments[lang], content: chips }] };
}

function fileText({ name, declaredType, bytes }: AttachedFile, lang: "ja" | "en"): string {
  const size = bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
  return `${name === "" ? declaredType : name}${lang === "ja" ? `(${size})` : ` (${size})`}`;
}

const MAX_PARTS = 500;

/** Leaves of the MIME tree that are no text of the mail, and attached mails. */
function attachedParts(mail: Mail, texts: ReadonlySet<Part>): readonly Part[] {
  const found: Part[] = [];
  const open: Part[] = [mail.root];
  while (open.length > 0 && found.length < MAX_PARTS) {
    const part = open.pop() as Part;
    for (const inside of [part.children, enclosedParts(mail, part)]) for (let i = inside.length - 1; i >= 0; i--) open.push(inside[i] as Part);
    if (part.children.length === 0 && !texts.has(part)) found.push(part);
  }
  return found;
}
