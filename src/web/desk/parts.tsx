import type { Child } from "hono/jsx";
import { LEVEL_SHORT, oneLine, SYMBOL } from "../../report/index.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { DEFAULT_ZONE, instantText } from "./zone.ts";

/** Pieces that several pages of the desk are made of. */

export type Level = Verdict["level"];
export const LEVELS = Object.keys(LEVEL_SHORT) as readonly Level[];
export const isLevel = (text: string): text is Level => Object.hasOwn(LEVEL_SHORT, text);

/** The level in words and with a shape of its own; one of another version as it is written. */
export function LevelTag({ level, lang }: { level: string; lang: Language }) {
  if (!isLevel(level)) return <span class="tag undecided">{oneLine(level, 40)}</span>;
  return (
    <span class={`tag ${level}`}>
      <span aria-hidden="true">{SYMBOL[level]}</span> {LEVEL_SHORT[level][lang]}
    </span>
  );
}

/** An instant in the reader's zone; the exact one stands in `datetime` and in the title. */
export function When({ at, lang }: { at: string; lang: Language }) {
  return (
    <time datetime={at} title={at}>
      {instantText(at, lang, DEFAULT_ZONE)}
    </time>
  );
}

/** Text of a mail: one line, nothing in it that turns the rest of the page around. */
export function Quoted({ text, most = 200 }: { text: string; most?: number }) {
  return <bdi>{oneLine(text, most)}</bdi>;
}

const NO_SUBJECT: Bilingual = { ja: "(件名なし)", en: "(no subject)" };

export function subjectText(subject: string, lang: Language): string {
  return oneLine(subject, 200) || NO_SUBJECT[lang];
}

export function Csrf({ token }: { token: string }) {
  return <input type="hidden" name="csrf" value={token} />;
}

export function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A choice of one of several. */
export function Choice({
  name,
  label,
  chosen,
  options,
}: {
  name: string;
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      <select id={`field-${name}`} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A line of text to write; `hint` says what is meant. */
export function TextField({
  name,
  label,
  value = "",
  hint,
  type = "text",
  required = false,
  id = `field-${name}`,
}: {
  name: string;
  label: string;
  value?: string;
  hint?: string | undefined;
  type?: string;
  required?: boolean;
  id?: string;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? (
        ""
      ) : (
        <p class="dim" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} name={name} type={type} value={value} required={required} aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
    </div>
  );
}

/** Several lines of text. HTML drops a line break right after the tag, so one is put there. */
export function TextArea({
  name,
  label,
  value,
  rows = 6,
  hint,
  lang,
  code = false,
}: {
  name: string;
  label: string;
  value: string;
  rows?: number;
  hint?: string | undefined;
  lang?: Language | undefined;
  code?: boolean;
}) {
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {hint === undefined ? (
        ""
      ) : (
        <p class="dim" id={`field-${name}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={`field-${name}`}
        name={name}
        rows={rows}
        lang={lang}
        class={code ? "written" : undefined}
        spellcheck={code ? false : undefined}
        aria-describedby={hint === undefined ? undefined : `field-${name}-hint`}
      >
        {`\n${value}`}
      </textarea>
    </div>
  );
}
