import type { Preview } from "../../../app/article-desk.ts";
import { caseIdOf, STATE_NAMES } from "../../../article/index.ts";
import type { Article } from "../../../article/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Csrf, TextArea, TextField, When } from "../parts.tsx";
import type { Written } from "./edit.ts";
import { Outputs } from "./outputs.tsx";
import { PreviewPane } from "./preview.tsx";
import { NEXT, WORDS } from "./words.ts";

export interface EditorView {
  readonly article: Article;
  readonly written: Written;
  readonly preview: Preview;
  readonly edited: readonly string[];
  readonly lang: Language;
  readonly csrf: string;
  /** Where the article stands for everybody, or on this machine. */
  readonly address: string;
  readonly addressIsPublic: boolean;
}

/** The author's words, beside what becomes of them. */
export function EditorPage(view: EditorView) {
  const { article, lang, preview } = view;
  return (
    <>
      <p class="dim">
        <a href="/desk/articles">{WORDS.crumb[lang]}</a> › <code>{article.slug}</code>
      </p>
      <h1>{article.title[lang]}</h1>
      <p class="notice">
        <span class="tag">{STATE_NAMES[article.state][lang]}</span> {NEXT[article.state][lang]}
      </p>
      <p>
        <a href={`/desk/cases/${caseIdOf(article.slug)}`}>{WORDS.fromCase[lang]}</a>
        {article.published === undefined ? (
          ""
        ) : (
          <>
            {" ・ "}
            <a href={`/warnings/w/${article.slug}/`}>{WORDS.seePublic[lang]}</a>
          </>
        )}
      </p>
      <div class="editor">
        {preview.kind === "refused" ? <WithdrawOnly {...view} /> : <EditForm {...view} />}
        <PreviewPane preview={preview} edited={view.edited} lang={lang} />
      </div>
      <Outputs {...view} />
      <Corrections article={article} lang={lang} />
    </>
  );
}

function EditForm(view: EditorView) {
  const { article, written, lang, csrf } = view;
  const first = lang;
  const second = lang === "ja" ? "en" : "ja";
  return (
    <form method="post" action={`/desk/articles/${article.slug}`} id="editor" data-preview={`/desk/articles/${article.slug}/preview`}>
      <Csrf token={csrf} />
      <details>
        <summary>{WORDS.howTitle[lang]}</summary>
        <p>{WORDS.how[lang]}</p>
      </details>
      <TextArea name={first} label={WORDS[first][lang]} value={written[first]} rows={24} lang={first} code />
      <TextArea name={second} label={WORDS[second][lang]} value={written[second]} rows={12} lang={second} code />
      <Buttons {...view} />
    </form>
  );
}

function Press({ name, label, kind }: { name: string; label: string; kind?: "second" | "danger" }) {
  return (
    <button name="do" value={name} class={kind}>
      {label}
    </button>
  );
}

/** What may be done in this state. The first button is what Enter presses: it never makes anything public. */
function Buttons(view: EditorView) {
  const { article, lang } = view;
  const preview = <Press name="preview" label={WORDS.preview[lang]} kind="second" />;
  switch (article.state) {
    case "draft":
      return (
        <div class="actions">
          <Press name="save" label={WORDS.save[lang]} kind="second" />
          {preview}
          <Press name="submit" label={WORDS.submit[lang]} />
        </div>
      );
    case "review":
      return (
        <div class="actions">
          <Press name="save" label={WORDS.save[lang]} kind="second" />
          {preview}
          <Press name="send-back" label={WORDS.sendBack[lang]} kind="second" />
          <Press name="publish" label={WORDS.publish[lang]} />
        </div>
      );
    case "withdrawn":
      return (
        <div class="actions">
          <Press name="save" label={WORDS.save[lang]} kind="second" />
          {preview}
          <Press name="submit" label={WORDS.resubmit[lang]} />
        </div>
      );
    case "published":
      return (
        <fieldset>
          <legend>{WORDS.correctTitle[lang]}</legend>
          {preview}
          <Notes lang={lang} />
          <div class="actions">
            <Press name="correct" label={WORDS.correct[lang]} />
          </div>
          <h3>{WORDS.withdrawTitle[lang]}</h3>
          <p class="dim">{WORDS.withdrawNote[lang]}</p>
          <div class="actions">
            <Press name="withdraw" label={WORDS.withdraw[lang]} kind="danger" />
          </div>
        </fieldset>
      );
  }
}

function Notes({ lang }: { lang: Language }) {
  return (
    <>
      <TextField name="note" label={WORDS.note[lang]} hint={WORDS.noteHint[lang]} />
      <TextField name="note-en" label={WORDS.noteEn[lang]} />
    </>
  );
}

/** The mail is gone or no longer suspicious: taking the article back must work all the same. */
function WithdrawOnly({ article, lang, csrf }: EditorView) {
  return (
    <form method="post" action={`/desk/articles/${article.slug}`}>
      <Csrf token={csrf} />
      <p class="notice warn">{WORDS.gone[lang]}</p>
      {article.state === "published" ? (
        <>
          <Notes lang={lang} />
          <Press name="withdraw" label={WORDS.withdraw[lang]} kind="danger" />
        </>
      ) : (
        ""
      )}
    </form>
  );
}

function Corrections({ article, lang }: { article: Article; lang: Language }) {
  if (article.corrections.length === 0) return <></>;
  return (
    <>
      <h2>{WORDS.corrections[lang]}</h2>
      <ul>
        {article.corrections.map(({ at, note }) => (
          <li>
            <When at={at} lang={lang} />: {note[lang]}
          </li>
        ))}
      </ul>
    </>
  );
}
