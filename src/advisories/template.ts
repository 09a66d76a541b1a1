import { skeletonOf, weightOf } from "./skeleton.ts";

/** What stands for something that differs from mail to mail, and how much room it takes. */
export interface Variable {
  readonly kind: "mask" | "number" | "date" | "time";
  /** As the notice prints it, e.g. `***@***`. */
  readonly text: string;
  /** Most skeleton characters the mail may have in its place. */
  readonly room: number;
}

/** A sentence or line of a template: fixed skeleton texts with variables between them. */
export interface Unit {
  readonly field: "subject" | "body";
  readonly text: string;
  /** `fixed[i]` stands before `gaps[i]`; the first and the last may be empty. `fixed.length === gaps.length + 1`. */
  readonly fixed: readonly string[];
  readonly gaps: readonly (readonly Variable[])[];
  readonly weight: number;
}

const DATE = String.raw`(?:(?:令和|平成|昭和|[RHS])[\s.]*)?\d{1,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}`;
const TIME = String.raw`(?:(?:午前|午後)\s*)?\d{1,2}\s*(?:時(?:\s*\d{1,2}\s*分(?:\s*\d{1,2}\s*秒)?)?|:\d{2}(?::\d{2})?)(?:\s?[AaPp][Mm]\b)?`;
const WEB = String.raw`https?:\/\/[!-~]{1,200}`;
const MAILBOX = String.raw`[!-;A-~]{0,60}@[!-;A-~]{1,60}`;
const OTHER_MASKS = [
  String.raw`\{[^{}\n]{1,40}\}`,
  String.raw`[(（〔【<][^()（）〔〕【】<>\n]{0,12}(?:アドレス|お客様名|氏名|お名前|会社名|ドメイン(?:名)?|リンク|略|伏せ字)[)）〕】>]`,
  String.raw`\*{2,}(?:[.@]\*+)*`,
  String.raw`[○◯〇●△▲□×✕＊Ｘ]{2,}`,
  String.raw`[xX]{3,}`,
  String.raw`\b(?=[A-Za-z-]*\d)(?=[\d-]*[A-Za-z])[A-Za-z\d][A-Za-z\d-]{6,40}\b`,
].join("|");
/** What differs from mail to mail: masks of the page, dates, times, numbers. */
export const VARIABLE = variable([WEB, MAILBOX, OTHER_MASKS]);
/** For a text without `@`, which is looked for at every character. */
const WITHOUT_MAILBOX = variable([WEB, OTHER_MASKS]);
/** A text without any of these has nothing that VARIABLE finds; most subjects have none. */
const MAY_VARY = /[\d@{(（〔【<*○◯〇●△▲□×✕＊Ｘ]|https?:|[xX]{3}/u;
const ROOM = { mask: 80, date: 30, time: 20, number: 12 } as const;
/** A notice's own wrap comes at about 70 columns; a shorter line ended because its writer ended it. */
const WRAP_COLUMNS = 60;

function variable(masks: readonly string[]): RegExp {
  return new RegExp(`(?<mask>${masks.join("|")})|(?<date>${DATE})|(?<time>${TIME})|(?<number>\\d[\\d,.]*)`, "gu");
}

/** Cuts a template into units; sentences wrapped by the page are joined again. Lines without a letter are left out. */
export function unitsOf(template: string, field: Unit["field"]): readonly Unit[] {
  return joinedLines(template)
    .flatMap(sentences)
    .map((text) => unitOf(text, field))
    .filter((unit) => unit.weight > 0);
}

function joinedLines(template: string): string[] {
  const joined: string[] = [];
  let open = "";
  for (const raw of template.slice(0, 20_000).split(/\r?\n/)) {
    const line = raw.trim();
    open += line;
    const goesOn = line !== "" && !/[。！？!?」】]$/.test(line) && (/、$/.test(line) || isWrapped(line));
    if (goesOn) continue;
    if (open !== "") joined.push(open);
    open = "";
  }
  if (open !== "") joined.push(open);
  return joined;
}

function sentences(line: string): string[] {
  return line
    .split(/(?<=[。！？])(?=.)/u)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** Whether a line is as long as a page's own wrap makes it; most lines are told by their length alone. */
function isWrapped(line: string): boolean {
  if (line.length * 2 < WRAP_COLUMNS) return false;
  if (line.length >= WRAP_COLUMNS) return true;
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x250 ? 1 : 2;
  return width >= WRAP_COLUMNS;
}

function unitOf(text: string, field: Unit["field"]): Unit {
  const fixed: string[] = [""];
  const gaps: Variable[][] = [];
  let from = 0;
  const close = (to: number): void => {
    fixed[fixed.length - 1] += skeletonOf(text.slice(from, to)).text;
  };
  // Digits of full-width templates must be seen as digits; NFKC of single characters keeps these lengths.
  const plain = text.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  for (const found of MAY_VARY.test(plain) ? plain.matchAll(plain.includes("@") ? VARIABLE : WITHOUT_MAILBOX) : []) {
    close(found.index);
    from = found.index + found[0].length;
    addVariable(fixed, gaps, { ...kindOf(found.groups), text: text.slice(found.index, from) });
  }
  close(text.length);
  return { field, text, fixed, gaps, weight: fixed.reduce((sum, part) => sum + weightOf(part), 0) };
}

function kindOf(groups: Record<string, string | undefined> | undefined): Pick<Variable, "kind" | "room"> {
  const kind = (["mask", "date", "time"] as const).find((name) => groups?.[name] !== undefined) ?? "number";
  return { kind, room: ROOM[kind] };
}

/** Two variables with nothing fixed between them share a gap. */
function addVariable(fixed: string[], gaps: Variable[][], variable: Variable): void {
  const last = gaps[gaps.length - 1];
  if (last !== undefined && fixed[fixed.length - 1] === "") last.push(variable);
  else {
    gaps.push([variable]);
    fixed.push("");
  }
}
