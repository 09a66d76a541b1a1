import { STATE_NAMES } from "../../../article/index.ts";
import type { Registry } from "../../../brands/registry.ts";
import { LEVEL_SHORT } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import type { CaseSummary } from "../../../archive/archive.ts";
import { isLevel, LevelTag, Quoted, subjectText, When } from "../parts.tsx";
import type { Entry } from "./load.ts";
import { queryPath } from "./query.ts";
import { againText, WORDS } from "./words.ts";

export interface EntryView {
  readonly entry: Entry;
  readonly lang: Language;
  readonly registry: Registry;
  /** With a box to tick. */
  readonly selectable: boolean;
  /** The line stands for its campaign. */
  readonly grouped: boolean;
}

/** One line of the queue. */
export function QueueEntry({ entry, lang, registry, selectable, grouped }: EntryView) {
  const { newest, cases, today, article } = entry;
  const subject = subjectText(newest.subject, lang);
  const whole = grouped && cases > 1 && newest.campaign !== undefined;
  const brand = newest.brand === undefined ? undefined : (registry.get(newest.brand)?.label[lang] ?? newest.brand);
  return (
    <li class={selectable ? undefined : "alone"}>
      {selectable ? (
        <label class="tick">
          <span class="hidden-label">
            {WORDS.select[lang]}: {subject}
          </span>
          <input type="checkbox" name={whole ? "campaign" : "case"} value={whole ? newest.campaign : newest.id} />
        </label>
      ) : (
        ""
      )}
      <div>
        <p>
          <LevelTag level={newest.level} lang={lang} />{" "}
          <a class="subject" href={`/desk/cases/${newest.id}`}>
            <bdi>{subject}</bdi>
          </a>
        </p>
        {whole ? (
          <p class="again">
            <a href={queryPath({ campaign: newest.campaign ?? "" })}>{againText(today, cases)[lang]}</a>
          </p>
        ) : (
          ""
        )}
        <p class="about">
          {brand === undefined ? "" : <span>{brand}</span>}
          <Quoted text={newest.fromAddress} most={80} />
          <When at={newest.mail.received} lang={lang} />
          {newest.timesSeen > 1 ? <span>{WORDS.times[lang].replace("%", String(newest.timesSeen))}</span> : ""}
          <DecisionWords one={newest} lang={lang} />
          {article === undefined ? (
            ""
          ) : (
            <a href={`/desk/articles/${article.slug}`}>
              {lang === "ja" ? "記事" : "article"}: {STATE_NAMES[article.state][lang]}
            </a>
          )}
        </p>
      </div>
    </li>
  );
}

/** What a person decided, in a word or two. */
export function DecisionWords({ one, lang }: { one: CaseSummary; lang: Language }) {
  const { decision } = one;
  if (decision === undefined) return <span>{WORDS.notDecided[lang]}</span>;
  if (decision.agrees) return <span class="decided">{WORDS.agreed[lang]}</span>;
  const to = decision.level === undefined || !isLevel(decision.level) ? "" : ` → ${LEVEL_SHORT[decision.level][lang]}`;
  return (
    <span class="decided">
      {WORDS.overruledTo[lang]}
      {to}
    </span>
  );
}
