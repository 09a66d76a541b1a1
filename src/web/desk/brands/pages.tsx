import type { Brand, FactSource } from "../../../brands/brand.ts";
import type { Language } from "../../../terms/index.ts";
import type { Finding } from "../facts/finding.ts";
import { Findings, ReadOnly } from "../facts/findings.tsx";
import { Choice, Csrf, TextArea, TextField } from "../parts.tsx";
import { FACT_KINDS } from "./edit.ts";
import type { FactKind } from "./edit.ts";
import { KIND_WORDS, STATUS_WORDS, WORDS } from "./words.ts";

interface Common {
  readonly lang: Language;
  readonly csrf: string;
  readonly writable: boolean;
  readonly admin: boolean;
}

const KINDS = Object.keys(FACT_KINDS) as readonly FactKind[];
const statuses = (lang: Language) => Object.entries(STATUS_WORDS).map(([value, words]) => [value, words[lang]] as const);

export function BrandList({
  found,
  total,
  q,
  lang,
  writable,
  admin,
}: Common & { readonly found: readonly Brand[]; readonly total: number; readonly q: string }) {
  return (
    <>
      <h1>{WORDS.title[lang]}</h1>
      <ReadOnly writable={writable} admin={admin} lang={lang} />
      <form method="get" action="/desk/brands" role="search">
        <div class="filters">
          <div class="wide">
            <TextField name="q" label={WORDS.search[lang]} value={q} type="search" />
          </div>
          <div class="actions">
            <button>{WORDS.show[lang]}</button>
            {writable && admin ? (
              <a class="button second" href="/desk/brands/new">
                {WORDS.new[lang]}
              </a>
            ) : (
              ""
            )}
          </div>
        </div>
      </form>
      <p class="dim">
        {WORDS.count[lang].replace("%", String(total))}
        {total > found.length ? ` ${WORDS.more[lang]}` : ""}
      </p>
      {found.length === 0 ? <p class="notice">{WORDS.none[lang]}</p> : ""}
      <ol class="queue">
        {found.map((brand) => (
          <li class="alone">
            <div>
              <p>
                <a class="subject" href={`/desk/brands/${brand.id}`}>
                  {brand.label[lang]}
                </a>{" "}
                <code>{brand.id}</code>
              </p>
              <p class="about">
                {brand.siteDomains.slice(0, 4).map(({ domain }) => (
                  <span>{domain}</span>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

export interface BrandView extends Common {
  readonly id: string;
  readonly brand: Brand | undefined;
  readonly text: string;
  readonly version: string;
  readonly findings: readonly Finding[] | undefined;
}

/** The file of a brand: as text, with a form for what is added most often. */
export function BrandPage(view: BrandView) {
  const { id, brand, lang, writable, admin } = view;
  return (
    <>
      <p class="dim">
        <a href="/desk/brands">{WORDS.crumb[lang]}</a> › <code>{id}</code>
      </p>
      <h1>{brand?.label[lang] ?? id}</h1>
      <ReadOnly writable={writable} admin={admin} lang={lang} />
      {view.findings === undefined ? "" : <Findings findings={view.findings} lang={lang} />}
      {writable && admin ? (
        <BrandForm {...view} />
      ) : (
        <pre class="code" tabindex={0}>
          {view.text}
        </pre>
      )}
      {brand === undefined ? "" : <FactTable brand={brand} lang={lang} />}
    </>
  );
}

function BrandForm({ id, text, version, lang, csrf }: BrandView) {
  return (
    <form method="post" action={`/desk/brands/${id}`}>
      <Csrf token={csrf} />
      <input type="hidden" name="version" value={version} />
      <TextArea name="text" label={WORDS.file[lang]} value={text} rows={26} code />
      <div class="actions">
        <button name="do" value="check" class="second">
          {WORDS.check[lang]}
        </button>
        <button name="do" value="save">
          {WORDS.save[lang]}
        </button>
      </div>
      <fieldset>
        <legend>{WORDS.addTitle[lang]}</legend>
        <p class="dim">{WORDS.addNote[lang]}</p>
        <div class="filters">
          <Choice name="kind" label={WORDS.kind[lang]} chosen="siteDomains" options={KINDS.map((kind) => [kind, KIND_WORDS[kind][lang]])} />
          <TextField name="value" label={WORDS.value[lang]} />
          <Choice name="status" label={WORDS.status[lang]} chosen="confirmed" options={statuses(lang)} />
          <TextField name="source" label={WORDS.source[lang]} type="url" />
          <div class="actions">
            <button name="do" value="add" class="second">
              {WORDS.add[lang]}
            </button>
          </div>
        </div>
      </fieldset>
    </form>
  );
}

function FactTable({ brand, lang }: { brand: Brand; lang: Language }) {
  const rows = KINDS.flatMap((kind) => (brand[kind] as readonly (FactSource & { domain?: string; address?: string })[]).map((fact) => ({ kind, fact })));
  return (
    <>
      <h2>{WORDS.facts[lang]}</h2>
      <div class="table">
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">{WORDS.value[lang]}</th>
              <th scope="col">{WORDS.kind[lang]}</th>
              <th scope="col">{WORDS.status[lang]}</th>
              <th scope="col">{WORDS.source[lang]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ kind, fact }) => (
              <tr>
                <td>
                  <code>{fact.domain ?? fact.address}</code>
                </td>
                <td>{KIND_WORDS[kind][lang]}</td>
                <td>
                  {STATUS_WORDS[fact.status][lang]} ({fact.checked})
                </td>
                <td>
                  {fact.source === undefined ? (
                    "–"
                  ) : (
                    <a href={fact.source} rel="noopener noreferrer nofollow">
                      {fact.source}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function NewBrand({ lang, csrf }: Common) {
  return (
    <>
      <p class="dim">
        <a href="/desk/brands">{WORDS.crumb[lang]}</a>
      </p>
      <h1>{WORDS.new[lang]}</h1>
      <form method="post" action="/desk/brands" class="narrow">
        <Csrf token={csrf} />
        <TextField name="id" label={WORDS.id[lang]} required />
        <TextArea name="names-ja" label={WORDS.namesJa[lang]} value="" rows={3} lang="ja" />
        <TextArea name="names-en" label={WORDS.namesEn[lang]} value="" rows={3} lang="en" />
        <TextField name="owner-ja" label={WORDS.ownerJa[lang]} />
        <TextField name="owner-en" label={WORDS.ownerEn[lang]} />
        <TextArea name="domains" label={WORDS.domains[lang]} value="" rows={3} />
        <TextArea name="senders" label={WORDS.senders[lang]} value="" rows={3} />
        <Choice name="status" label={WORDS.status[lang]} chosen="assumed" options={statuses(lang)} />
        <TextField name="source" label={WORDS.source[lang]} type="url" />
        <TextArea name="advisory-pages" label={WORDS.advisoryPages[lang]} value="" rows={2} />
        <TextField name="contact-page" label={WORDS.contactPage[lang]} type="url" />
        <p class="dim">{WORDS.makeNote[lang]}</p>
        <button>{WORDS.makeFile[lang]}</button>
      </form>
    </>
  );
}
