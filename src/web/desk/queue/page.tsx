import type { Registry } from "../../../brands/registry.ts";
import { LEVEL_SHORT } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Choice, Csrf, LEVELS, TextField } from "../parts.tsx";
import { DecisionFields } from "./decision-fields.tsx";
import { EmptyQueue } from "./empty.tsx";
import { QueueEntry } from "./entry.tsx";
import { KeyHelp } from "./key-help.tsx";
import type { Queue } from "./load.ts";
import { PERIODS, queryPath, STATES } from "./query.ts";
import type { QueueQuery } from "./query.ts";
import { PERIOD_WORDS, STATE_WORDS, WORDS } from "./words.ts";

export interface QueueView {
  readonly queue: Queue;
  readonly query: QueueQuery;
  readonly lang: Language;
  readonly registry: Registry;
  readonly csrf: string;
  /** Decides, and sees everybody's mails. */
  readonly editor: boolean;
}

/** The list of reports. Everything works without scripts; with them, the keyboard does too. */
export function QueuePage(view: QueueView) {
  const { queue, query, lang, editor } = view;
  const title = editor ? WORDS.title : WORDS.own;
  return (
    <>
      <h1>{title[lang]}</h1>
      <Filters {...view} />
      {query.campaign === "" ? (
        ""
      ) : (
        <p>
          {WORDS.campaignPage[lang]} <a href="/desk">{WORDS.clear[lang]}</a>
        </p>
      )}
      <p class="dim" aria-live="polite">
        {totalText(queue.total, lang)}
      </p>
      {queue.entries.length === 0 ? <EmptyQueue {...view} /> : editor ? <BulkForm {...view} /> : <List {...view} />}
      <Pages {...view} />
      {editor && queue.entries.length > 0 ? <KeyHelp lang={lang} /> : ""}
    </>
  );
}

function totalText(total: number, lang: Language): string {
  return lang === "ja" ? `条件に合うメール ${total.toLocaleString("ja-JP")} 通。新しい順` : `${total.toLocaleString("en-GB")} mails match, newest first`;
}

function Filters({ query, lang, editor }: QueueView) {
  const any = ["", WORDS.any[lang]] as const;
  return (
    <form method="get" action="/desk" role="search">
      <div class="filters">
        <div class="wide">
          <TextField name="q" label={WORDS.search[lang]} value={query.q} type="search" />
        </div>
        <Choice name="state" label={WORDS.state[lang]} chosen={query.state} options={STATES.map((one) => [one, STATE_WORDS[one][lang]])} />
        <Choice name="level" label={WORDS.level[lang]} chosen={query.level} options={[any, ...LEVELS.map((one) => [one, LEVEL_SHORT[one][lang]] as const)]} />
        <Choice name="period" label={WORDS.period[lang]} chosen={query.period} options={PERIODS.map((one) => [one, PERIOD_WORDS[one][lang]])} />
        <TextField name="brand" label={WORDS.brandField[lang]} value={query.brand} />
        {editor ? (
          <Choice
            name="view"
            label={WORDS.view[lang]}
            chosen={query.view}
            options={[
              ["campaigns", WORDS.campaigns[lang]],
              ["mails", WORDS.mails[lang]],
            ]}
          />
        ) : (
          ""
        )}
        {query.campaign === "" ? "" : <input type="hidden" name="campaign" value={query.campaign} />}
        <div class="actions">
          <button>{WORDS.show[lang]}</button>
          <a class="button second" href="/desk">
            {WORDS.clear[lang]}
          </a>
        </div>
      </div>
    </form>
  );
}

function List({ queue, query, lang, registry, editor }: QueueView) {
  return (
    <ol class="queue" id="queue">
      {queue.entries.map((entry) => (
        <QueueEntry entry={entry} lang={lang} registry={registry} selectable={editor} grouped={query.view === "campaigns" && query.q === ""} />
      ))}
    </ol>
  );
}

function BulkForm(view: QueueView) {
  const { lang, csrf, query } = view;
  return (
    <form method="post" action="/desk/decide">
      <Csrf token={csrf} />
      <input type="hidden" name="back" value={queryPath(query).slice("/desk".length)} />
      <List {...view} />
      <fieldset class="bulk">
        <legend>{WORDS.bulk[lang]}</legend>
        <p class="dim">{WORDS.bulkNote[lang]}</p>
        <DecisionFields lang={lang} />
        <div class="actions">
          <button>{WORDS.decide[lang]}</button>
          <button type="button" class="second" id="select-all" hidden>
            {WORDS.selectAll[lang]}
          </button>
          <button type="button" class="second" id="open-keys" hidden>
            {WORDS.keys[lang]}
          </button>
        </div>
      </fieldset>
    </form>
  );
}

function Pages({ queue, query, lang }: QueueView) {
  if (query.before === "" && queue.next === undefined) return <></>;
  return (
    <nav class="steps" aria-label={lang === "ja" ? "ページ" : "Pages"}>
      {query.before === "" ? <span /> : <a href={queryPath({ ...query, before: "" })}>{WORDS.first[lang]}</a>}
      {queue.next === undefined ? (
        ""
      ) : (
        <a class="button second" href={queryPath({ ...query, before: queue.next })}>
          {WORDS.next[lang]}
        </a>
      )}
    </nav>
  );
}
