import { COMPARED, FIELD } from "../../../report/lang.ts";
import type { JsonReport } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Quoted } from "../parts.tsx";
import { WORDS } from "./words.ts";

type Compared = NonNullable<JsonReport["points"][number]["advisory"]>;

/** The official warning that describes the mail best, line by line. */
export function Comparison({ points, lang }: { points: JsonReport["points"]; lang: Language }) {
  const found = points.flatMap((point) => point.advisory ?? []);
  const best = found.sort((a, b) => b.coverage - a.coverage)[0];
  if (best === undefined) return <></>;
  return (
    <section>
      <h2>{WORDS.warning[lang]}</h2>
      <p>
        {best.issuer[lang]}:{" "}
        {/^https?:\/\//.test(best.url) ? (
          <a href={best.url} rel="noopener noreferrer nofollow">
            {best.title}
          </a>
        ) : (
          best.title
        )}{" "}
        <span class="dim">
          {best.case} ・ {best.published ?? best.checked} ・ {WORDS.common[lang]} {Math.round(best.coverage * 100)}%
        </span>
      </p>
      <Lines lines={best.lines} lang={lang} />
    </section>
  );
}

function Lines({ lines, lang }: { lines: Compared["lines"]; lang: Language }) {
  return (
    <div class="table">
      <table class="cards">
        <caption class="hidden-label">{WORDS.warning[lang]}</caption>
        <thead>
          <tr>
            <th scope="col">{lang === "ja" ? "欄" : "Field"}</th>
            <th scope="col">{WORDS.inWarning[lang]}</th>
            <th scope="col">{WORDS.inMail[lang]}</th>
            <th scope="col">{WORDS.compared[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <td class="short">{FIELD[line.field]?.[lang] ?? line.field}</td>
              <td data-label={WORDS.inWarning[lang]}>
                <Quoted text={line.template} />
              </td>
              <td data-label={WORDS.inMail[lang]}>
                <Quoted text={line.mail} />
              </td>
              <td class="short" data-label={WORDS.compared[lang]}>
                {COMPARED[line.kind]?.[lang] ?? line.kind}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
