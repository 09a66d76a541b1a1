import { raw } from "hono/html";
import type { Preview } from "../../../app/article-desk.ts";
import { articleHtml } from "../../../article/index.ts";
import { PICTURE_STYLE } from "../../../article/picture.ts";
import type { Language } from "../../../terms/index.ts";
import { LeakTable } from "./leaks.tsx";
import { WORDS } from "./words.ts";

/** The article as readers will see it, with what the leak scan says. The script puts a new one in its place. */
export function PreviewPane({ preview, edited, lang }: { preview: Preview; edited: readonly string[]; lang: Language }) {
  return (
    <section class="live" id="preview" aria-labelledby="preview-title" tabindex={-1}>
      <h2 id="preview-title">{WORDS.live[lang]}</h2>
      {edited.length === 0 ? (
        ""
      ) : (
        <p class="notice bad" role="alert">
          {WORDS.edited[lang]}
          {edited.map((part) => part.replace(":", " ayashii:")).join(", ")}
        </p>
      )}
      {preview.kind === "refused" ? <p class="notice warn">{preview.why[lang]}</p> : <Drawn preview={preview} lang={lang} />}
    </section>
  );
}

function Drawn({ preview, lang }: { preview: Extract<Preview, { kind: "preview" }>; lang: Language }) {
  const { article, leaks } = preview;
  const other = lang === "ja" ? "en" : "ja";
  return (
    <>
      {leaks.length > 0 ? <LeakTable leaks={leaks} lang={lang} /> : <p class="notice good">{WORDS.clean[lang]}</p>}
      <div class="preview">{raw(fragment(articleHtml(article, lang), lang))}</div>
      <details>
        <summary>{WORDS[other][lang]}</summary>
        <div class="preview">{raw(fragment(articleHtml(article, other), other))}</div>
      </details>
    </>
  );
}

/**
 * Only redacted text goes in here, escaped by `articleHtml`. Its picture's style is in `article.css`, as pages have none of
 * their own; ids would meet those of the other language, and headings are one step below the pane's.
 */
function fragment(html: string, lang: Language): string {
  return html
    .replaceAll(`<style>${PICTURE_STYLE}</style>`, "")
    .replace(/ id="([^"]*)"/g, ` id="${lang}-$1"`)
    .replace(
      / aria-(labelledby|describedby)="([^"]*)"/g,
      (_whole, kind: string, ids: string) =>
        ` aria-${kind}="${ids
          .split(" ")
          .map((id) => `${lang}-${id}`)
          .join(" ")}"`,
    )
    .replace(/<(\/?)h2/g, "<$1h4")
    .replace(/<(\/?)h1/g, "<$1h3");
}
