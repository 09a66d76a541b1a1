import { outputsOf } from "../../../app/article-outputs.ts";
import { exporters } from "../../../publish/exporters.generated.ts";
import type { Language } from "../../../terms/index.ts";
import { TextField } from "../parts.tsx";
import type { EditorView } from "./editor.tsx";
import { WORDS } from "./words.ts";

/** The article in other forms, and its title with the address, to paste into a post. */
export function Outputs({ article, lang, address, addressIsPublic }: EditorView) {
  return (
    <>
      <h2>{WORDS.outputs[lang]}</h2>
      <p id="copy-label">{WORDS.titleCopy[lang]}</p>
      <pre class="code" id="copy-text" tabindex={0} aria-labelledby="copy-label">{`${article.title[lang]}\n${address}`}</pre>
      {addressIsPublic ? "" : <p class="dim">{WORDS.localAddress[lang]}</p>}
      <button type="button" class="second" id="copy" hidden>
        {WORDS.copy[lang]}
      </button>
      <h3>{WORDS.files[lang]}</h3>
      <ul>
        {[...outputsOf(article).keys()].map((name) => (
          <li>
            <a href={`/desk/articles/${article.slug}/files/${name}`} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h3>{WORDS.formats[lang]}</h3>
      <form method="get" action={`/desk/articles/${article.slug}/export`}>
        <div class="filters">
          <div class="field wide">
            <label for="field-format">{WORDS.format[lang]}</label>
            <select id="field-format" name="format">
              {exporters.map(({ id, label, takes, needsReporter }) => (
                <option value={id} disabled={!takes.includes(article.state)}>
                  {label[lang]}
                  {note(takes.includes(article.state), needsReporter, lang)}
                </option>
              ))}
            </select>
          </div>
          <TextField name="reporter-name" label={WORDS.reporterName[lang]} />
          <TextField name="reporter-mail" label={WORDS.reporterMail[lang]} type="email" />
          <div class="actions">
            <button class="second">{WORDS.get[lang]}</button>
          </div>
        </div>
      </form>
    </>
  );
}

function note(taken: boolean, needsReporter: boolean, lang: Language): string {
  if (!taken) return ` (${WORDS.notTaken[lang]})`;
  return needsReporter ? ` (${WORDS.needsReporter[lang]})` : "";
}
