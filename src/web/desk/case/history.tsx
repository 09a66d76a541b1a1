import { LEVEL_SHORT } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { isLevel, Quoted, When } from "../parts.tsx";
import { WORDS as QUEUE_WORDS } from "../queue/words.ts";
import type { CaseData, Examined } from "./load.ts";
import { WORDS } from "./words.ts";

const wordOf = (level: string, lang: Language): string => (isLevel(level) ? LEVEL_SHORT[level][lang] : level);

/** Examinations and decisions, newest first: which version said what, and what changed. */
export function History({ data, lang }: { data: CaseData; lang: Language }) {
  const examined = data.examinations.map((one, at) => ({ at: one.stored.at, line: <ExaminedLine one={one} first={at === 0} lang={lang} /> }));
  const decided = data.decisions.map((decision) => ({
    at: decision.at,
    line: (
      <>
        {decision.agrees ? QUEUE_WORDS.agreed[lang] : `${QUEUE_WORDS.overruledTo[lang]} → ${wordOf(decision.level ?? "?", lang)}`}
        {decision.reason === "" ? (
          ""
        ) : (
          <>
            {" "}
            <q>
              <Quoted text={decision.reason} most={300} />
            </q>
          </>
        )}{" "}
        <span class="dim">{decision.by === "" ? "" : `${WORDS.by[lang]}: ${decision.by}`}</span>
      </>
    ),
  }));
  const all = [...examined, ...decided].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <ol class="queue">
      {all.map(({ at, line }) => (
        <li class="alone">
          <div>
            <p class="dim">
              <When at={at} lang={lang} />
            </p>
            <div>{line}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function ExaminedLine({ one, first, lang }: { one: Examined; first: boolean; lang: Language }) {
  const { stored, change, level } = one;
  return (
    <>
      {wordOf(level, lang)}{" "}
      <span class="dim">({first ? WORDS.first[lang] : change === undefined ? WORDS.unchanged[lang] : `← ${wordOf(change.before, lang)}`})</span>
      {change === undefined ? (
        ""
      ) : (
        <ul class="quotes">
          {change.added.map((point) => (
            <li>+ {point.title[lang]}</li>
          ))}
          {change.removed.map((point) => (
            <li>− {point.title[lang]}</li>
          ))}
        </ul>
      )}
      <div class="dim">
        {WORDS.examinedWith[lang]} <code>{stored.toolVersion}</code> ・ {WORDS.registry[lang]} <code>{stored.registryVersion}</code>
      </div>
    </>
  );
}
