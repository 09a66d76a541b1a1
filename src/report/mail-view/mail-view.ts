import type { Evidence } from "../../evidence/evidence.ts";
import type { Part, TextPart } from "../../mail/mail.ts";
import type { Language } from "../../terms/index.ts";
import type { Examination } from "../examination.ts";
import { drawAttachments } from "./draw-attachments.ts";
import { drawHeader } from "./draw-header.ts";
import { drawHtml } from "./draw-html.ts";
import { drawPlain } from "./draw-plain.ts";
import { newLeft } from "./drawing.ts";
import type { Drawing, Left } from "./drawing.ts";
import { Targets } from "./link-target.ts";
import { MarkBook } from "./mark-book.ts";
import { numberedPoints } from "./numbering.ts";
import { Pictures } from "./pictures.ts";
import { WORDS } from "./texts.ts";
import type { Drawn, MailView } from "./view.ts";
import { byTarget, inText, isInPart, sameWords, stands, wantedQuotes } from "./wanted.ts";
import type { Wanted } from "./wanted.ts";

/** Text parts of one mail that are drawn. */
const MAX_PARTS = 10;

/**
 * The mail as its reader saw it, as data that is safe to show, with the numbers of the points where their quotes stand.
 * `examination` must be the one made of `evidence`. Pure; never throws on hostile mails; bounded in elements, depth,
 * characters and pictures, and says what was left out.
 */
export function mailView(evidence: Evidence, examination: Examination, lang: Language): MailView {
  const numbered = numberedPoints(examination, lang);
  const wanted = wantedQuotes(examination, numbered);
  const book = new MarkBook(numbered, lang);
  const shown = shownParts(evidence);
  const inBody = (one: Wanted, texts: readonly TextPart[]): boolean => texts.some(({ part }) => isInPart(one, part));
  const left = newLeft();
  const base = {
    evidence,
    lang,
    book,
    targets: new Targets(),
    pictures: new Pictures(evidence.mail),
    isCode: codeTest(evidence),
    inPictures: new Set<Wanted>(),
    left,
  };
  const header = drawHeader(evidence, wanted, { ...base, elsewhere: new Map(), ofParts: [] });
  const open = wanted.filter((one) => !header.placed.has(one));
  const away = open.filter((one) => !inBody(one, shown) && inBody(one, evidence.texts));
  const links = away.length > 0 && evidence.links.kind === "found" ? evidence.links.value : [];
  const drawing: Drawing = { ...base, elsewhere: byTarget(away, links), ofParts: open.filter((one) => !inBody(one, evidence.texts)) };
  const body = drawParts(shown, [...open, ...sameWords(away, evidence)], drawing);
  const otherParts = drawOthers(evidence, shown, away, drawing);
  const attachments = drawAttachments(
    drawing.ofParts.filter((one) => !drawing.inPictures.has(one)),
    drawing,
  );
  return {
    lang,
    header: [...header.rows, ...attachments.rows],
    body: [...body, ...otherParts],
    kind: shown.length === 0 ? "empty" : shown.some(({ kind }) => kind === "html") ? "html" : "plain",
    numbered,
    marks: book.marks,
    unplaced: numbered.filter(({ number }) => !book.isMarked(number)),
    notes: notesOf(left, lang),
  };
}

/** Text parts as a mail program shows them: of alternatives the one the evidence was read from, of others all, in order. */
function shownParts({ texts, mail, visibleText }: Evidence): readonly TextPart[] {
  const main =
    texts.find(({ kind, text }) => kind === "html" && text.trim() !== "" && visibleText.trim() !== "") ?? texts.find(({ text }) => text.trim() !== "");
  if (main === undefined) return [];
  const siblings = alternativesOf(mail.root, main.part);
  return texts.filter((one) => one === main || (!siblings.has(one.part) && one.text.trim() !== "" && one.part.content === undefined)).slice(0, MAX_PARTS);
}

/** Every part that stands for the same content as the given one (RFC 2046 §5.1.4). */
function alternativesOf(root: Part, main: Part): ReadonlySet<Part> {
  const found = new Set<Part>();
  const open: { readonly part: Part; readonly above: readonly Part[] }[] = [{ part: root, above: [] }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { part, above } = at;
    if (part === main) {
      const alternative = above.find(({ contentType }) => contentType.type === "multipart/alternative");
      if (alternative !== undefined) collect(alternative, found);
      return found;
    }
    if (above.length < 50) for (const child of part.children) open.push({ part: child, above: [...above, part] });
  }
  return found;
}

function collect(part: Part, into: Set<Part>): void {
  const open = [part];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    into.add(one);
    open.push(...one.children);
  }
}

function drawParts(texts: readonly TextPart[], wanted: readonly Wanted[], drawing: Drawing): readonly Drawn[] {
  return texts.flatMap((text, index): readonly Drawn[] => {
    const quotes = inText(wanted, text);
    const drawn = text.kind === "html" ? drawHtml(text.text, quotes, drawing) : drawPlain(text.text, quotes, drawing);
    const whole: Drawn = { tag: "div", kind: text.kind === "html" ? "page" : "plain", children: drawn };
    return index === 0 ? [whole] : [{ tag: "hr" }, whole];
  });
}

/** The text-only alternative, where a point rests on words that only it has. */
function drawOthers(evidence: Evidence, shown: readonly TextPart[], away: readonly Wanted[], drawing: Drawing): readonly Drawn[] {
  const open = away.filter(({ number }) => !drawing.book.isMarked(number));
  if (open.length === 0) return [];
  const others = evidence.texts.filter((text) => !shown.includes(text) && open.some((one) => isInPart(one, text.part)));
  if (others.length === 0) return [];
  return [{ tag: "div", kind: "separator", children: [WORDS.otherPart[drawing.lang]] }, ...drawParts(others.slice(0, 3), open, drawing)];
}

/** Whether a quote is where a QR code was found. */
function codeTest(evidence: Evidence): (wanted: Wanted) => boolean {
  const codes = evidence.codes.kind === "found" ? evidence.codes.value.codes : [];
  return (wanted) => codes.some(({ quote: { where } }) => where.kind === "raw" && stands(wanted, where.start, where.end));
}

function notesOf(left: Left, lang: Language): readonly string[] {
  const notes: string[] = [];
  if (left.cut) notes.push(WORDS.cutText[lang]);
  if (left.flattened) notes.push(WORDS.cutDepth[lang]);
  if (left.hiddenLeftOut > 0) notes.push(WORDS.moreHidden[lang].replace("%", String(left.hiddenLeftOut)));
  if (left.remotePictures > 0) notes.push(WORDS.noPictures[lang].replace("%", String(left.remotePictures)));
  if (left.trackingPictures > 0) notes.push(WORDS.tracking[lang].replace("%", String(left.trackingPictures)));
  return notes;
}
