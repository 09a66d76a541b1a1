import type { Notice } from "../../../advisories/notice.ts";
import type { AdvisoryFile } from "../../../cli/advisories-files.ts";
import type { PendingDraft } from "../../../cli/watch/pending.ts";
import path from "node:path";
import { oneLine } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import type { Finding } from "../facts/finding.ts";
import { Findings, ReadOnly } from "../facts/findings.tsx";
import { Csrf, TextArea, TextField } from "../parts.tsx";
import { WHY, WORDS } from "./words.ts";

export interface Common {
  readonly lang: Language;
  readonly csrf: string;
  readonly writable: boolean;
  readonly admin: boolean;
}

const SHOWN = 80;

export function AdvisoryList({
  records,
  pending,
  q,
  ...common
}: Common & { readonly records: readonly AdvisoryFile[]; readonly pending: readonly PendingDraft[]; readonly q: string }) {
  const { lang, writable, admin } = common;
  return (
    <>
      <h1>{WORDS.title[lang]}</h1>
      <p>{WORDS.lead[lang]}</p>
      <ReadOnly writable={writable} admin={admin} lang={lang} />
      {writable && admin ? (
        <p>
          <a class="button" href="/desk/advisories/import">
            {WORDS.import[lang]}
          </a>
        </p>
      ) : (
        ""
      )}
      <h2>{WORDS.pending[lang]}</h2>
      <Pending pending={pending} {...common} />
      <h2>{WORDS.records[lang]}</h2>
      <form method="get" action="/desk/advisories" role="search">
        <div class="filters">
          <div class="wide">
            <TextField name="q" label={WORDS.search[lang]} value={q} type="search" />
          </div>
          <div class="actions">
            <button class="second">{WORDS.show[lang]}</button>
          </div>
        </div>
      </form>
      {records.length === 0 ? <p class="notice">{WORDS.none[lang]}</p> : ""}
      <ol class="queue">
        {records.slice(0, SHOWN).map((record) => (
          <Record record={record} lang={lang} />
        ))}
      </ol>
      {records.length > SHOWN ? <p class="dim">{lang === "ja" ? `ほか ${records.length - SHOWN} 件` : `${records.length - SHOWN} more`}</p> : ""}
    </>
  );
}

function Record({ record, lang }: { record: AdvisoryFile; lang: Language }) {
  const { advisory, brand, id } = record;
  return (
    <li class="alone">
      <div>
        <p>
          <a class="subject" href={`/desk/advisories/${brand}/${id}`}>
            {advisory?.title ?? `${brand}/${id}`}
          </a>
        </p>
        <p class="about">
          {advisory === undefined ? <span>{WORDS.broken[lang]}</span> : <span>{advisory.issuer[lang]}</span>}
          <span>{brand}</span>
          <span>{advisory?.published ?? advisory?.checked ?? ""}</span>
          <span>{WORDS.cases[lang].replace("%", String(advisory?.cases.length ?? 0))}</span>
        </p>
      </div>
    </li>
  );
}

function Pending({ pending, lang }: Common & { readonly pending: readonly PendingDraft[] }) {
  if (pending.length === 0) return <p class="dim">{WORDS.noPending[lang]}</p>;
  return (
    <ol class="queue">
      {pending.map(({ file, brand, advisory }) => (
        <li class="alone">
          <div>
            <p>
              <a class="subject" href={`/desk/advisories/pending/${path.basename(file)}`}>
                {advisory?.title ?? path.basename(file)}
              </a>
            </p>
            <p class="about">
              <span>{brand ?? "?"}</span>
              <span>{advisory === undefined ? WORDS.incomplete[lang] : WORDS.cases[lang].replace("%", String(advisory.cases.length))}</span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function ImportForm({ lang, csrf }: Common) {
  return (
    <>
      <Crumb lang={lang} />
      <h1>{WORDS.import[lang]}</h1>
      <p>{WORDS.importNote[lang]}</p>
      <form method="post" action="/desk/advisories/import" class="narrow">
        <Csrf token={csrf} />
        <TextField name="url" label={WORDS.url[lang]} type="url" />
        <TextField name="brand" label={WORDS.brand[lang]} />
        <TextArea name="notice" label={WORDS.notice[lang]} value="" rows={16} />
        <button>{WORDS.read[lang]}</button>
      </form>
    </>
  );
}

function Crumb({ lang }: { lang: Language }) {
  return (
    <p class="dim">
      <a href="/desk/advisories">{WORDS.crumb[lang]}</a>
    </p>
  );
}

export interface RecordView extends Common {
  readonly brand: string;
  readonly id: string;
  readonly text: string;
  /** Of the file that is changed; empty for a new one. */
  readonly version: string;
  readonly findings: readonly Finding[] | undefined;
  /** What was read of a pasted page. */
  readonly notice?: Notice | undefined;
  /** Name of the draft that this would approve. */
  readonly pending?: string | undefined;
}

/** One record to look at, correct and save. */
export function RecordPage(view: RecordView) {
  const { lang, writable, admin, findings, notice, text } = view;
  return (
    <>
      <Crumb lang={lang} />
      <h1>
        {view.brand === "" ? "?" : view.brand}/{view.id}
      </h1>
      <ReadOnly writable={writable} admin={admin} lang={lang} />
      {notice !== undefined && notice.cases.length === 0 ? <p class="notice warn">{WORDS.noCase[lang]}</p> : ""}
      {findings === undefined ? "" : <Findings findings={findings} lang={lang} />}
      {writable && admin ? (
        <RecordForm {...view} />
      ) : (
        <pre class="code" tabindex={0}>
          {text}
        </pre>
      )}
      {notice === undefined ? "" : <Unread notice={notice} lang={lang} />}
    </>
  );
}

function RecordForm({ brand, id, text, version, pending, lang, csrf }: RecordView) {
  return (
    <form method="post" action="/desk/advisories">
      <Csrf token={csrf} />
      <input type="hidden" name="version" value={version} />
      {pending === undefined ? "" : <input type="hidden" name="pending" value={pending} />}
      {version === "" ? (
        <div class="filters">
          <TextField name="brand" label={WORDS.brandId[lang]} value={brand} />
          <div class="wide">
            <TextField name="id" label={WORDS.recordId[lang]} value={id} />
          </div>
        </div>
      ) : (
        <>
          <input type="hidden" name="brand" value={brand} />
          <input type="hidden" name="id" value={id} />
        </>
      )}
      <TextArea name="text" label={WORDS.file[lang]} value={text} rows={24} code />
      <div class="actions">
        <button name="do" value="check" class="second">
          {WORDS.check[lang]}
        </button>
        <button name="do" value="save">
          {(pending === undefined ? WORDS.save : WORDS.approve)[lang]}
        </button>
        {pending === undefined ? (
          ""
        ) : (
          <button name="do" value="reject" class="danger">
            {WORDS.reject[lang]}
          </button>
        )}
      </div>
    </form>
  );
}

const SHOWN_UNREAD = 100;

/** Nothing of the page is dropped silently. */
function Unread({ notice, lang }: { notice: Notice; lang: Language }) {
  const genuine = [...notice.officialAddresses, ...notice.urlRules];
  return (
    <>
      {genuine.length === 0 ? (
        ""
      ) : (
        <>
          <h2>{WORDS.genuine[lang]}</h2>
          <p>{oneLine(genuine.join(", "), 1000)}</p>
        </>
      )}
      <h2>
        {WORDS.unread[lang]} ({notice.unread.length})
      </h2>
      <p class="dim">
        {WORDS.unreadNote[lang]} {notice.cutShort ? WORDS.cutShort[lang] : ""}
      </p>
      <ul class="quotes">
        {notice.unread.slice(0, SHOWN_UNREAD).map(({ line, text, why }) => (
          <li>
            <span class="dim">{line}:</span> {oneLine(text, 200)} {why === undefined ? "" : <span class="dim">({WHY[why][lang]})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
