import type { FactStatus } from "../../../brands/brand.ts";
import { confidenceText, SEVERITY } from "../../../report/lang.ts";
import { deadTarget } from "../../../report/defang.ts";
import type { JsonReport } from "../../../report/index.ts";
import type { Bilingual, Language } from "../../../terms/index.ts";
import type { NumberedPoint } from "../../../report/mail-view/index.ts";
import { Quoted } from "../parts.tsx";
import { WORDS } from "./words.ts";

type ReportedPoint = JsonReport["points"][number];

const STATUS: Readonly<Record<FactStatus, Bilingual>> = {
  confirmed: { ja: "会社自身の資料で確認", en: "confirmed by the company's own page" },
  documented: { ja: "第三者の資料", en: "third party" },
  assumed: { ja: "公式情報は未確認", en: "official fact not yet confirmed" },
};
const MOST_QUOTES = 8;

/** A point with the number of its mark in the mail; undefined where it shares that of another, or has none. */
interface Card {
  readonly point: ReportedPoint;
  readonly number: number | undefined;
}

/** All points with their evidence, strongest first; numbers are those of the marks in the mail. */
export function Points({ points, numbered, lang }: { points: readonly ReportedPoint[]; numbered: readonly NumberedPoint[]; lang: Language }) {
  if (points.length === 0) return <p>{WORDS.noPoints[lang]}</p>;
  return (
    <>
      {cardsOf(points, numbered).map((card) => (
        <PointCard {...card} lang={lang} />
      ))}
    </>
  );
}

/** In the order of the numbers; points that share one stand below it, those without one at the end. */
function cardsOf(points: readonly ReportedPoint[], numbered: readonly NumberedPoint[]): readonly Card[] {
  const placed = numbered.flatMap(({ number, point, also }) => [[point, number] as const, ...also.map((index) => [index, undefined] as const)]);
  const known = new Set(placed.map(([index]) => index));
  const others = points.map((_, index) => index).filter((index) => !known.has(index));
  return [...placed, ...others.map((index) => [index, undefined] as const)].flatMap(([index, number]) => {
    const point = points[index];
    return point === undefined ? [] : [{ point, number }];
  });
}

function PointCard({ point, number, lang }: Card & { lang: Language }) {
  const { fact, link } = point;
  return (
    <article class={`point ${point.leans}`} data-mark={number}>
      <h3>
        {number === undefined ? (
          ""
        ) : (
          <button type="button" class="n" data-mark-show aria-label={lang === "ja" ? `${number} をメールの中で見る` : `Show ${number} in the mail`}>
            {number}
          </button>
        )}
        {point.title[lang]}
      </h3>
      <dl>
        <Row name={WORDS.seen[lang]}>{point.seen[lang]}</Row>
        <Row name={WORDS.official[lang]}>
          {point.official[lang]}
          {fact === null ? "" : <Source fact={fact} lang={lang} />}
        </Row>
        <Row name={WORDS.why[lang]}>{point.why[lang]}</Row>
        {link === undefined ? "" : <LinkRows link={link} lang={lang} />}
        <Row name={WORDS.sure[lang]}>
          {confidenceText(point)[lang]} ・ {SEVERITY[point.severity][lang]}
        </Row>
        {point.quotes.length === 0 ? "" : <Quotes quotes={point.quotes} lang={lang} />}
      </dl>
      <p class="dim">
        <code>
          {point.check}/{point.kind}
        </code>
      </p>
    </article>
  );
}

function Row({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LinkRows({ link, lang }: { link: NonNullable<ReportedPoint["link"]>; lang: Language }) {
  return (
    <>
      {link.displayed === null ? (
        ""
      ) : (
        <Row name={WORDS.shown[lang]}>
          <Quoted text={deadTarget(link.displayed)} />
        </Row>
      )}
      <Row name={WORDS.real[lang]}>
        <span class="real">
          <Quoted text={deadTarget(link.real)} />
        </span>
      </Row>
    </>
  );
}

/** A page of the registry: ours, not of the mail, so it may be opened. */
function Source({ fact, lang }: { fact: NonNullable<ReportedPoint["fact"]>; lang: Language }) {
  const open = fact.source !== null && /^https?:\/\//.test(fact.source);
  return (
    <span class="dim">
      {" "}
      ({STATUS[fact.status]?.[lang] ?? fact.status}
      {open ? (
        <>
          {": "}
          <a href={fact.source ?? ""} rel="noopener noreferrer nofollow">
            {fact.source}
          </a>
        </>
      ) : (
        ""
      )}
      {" ・ "}
      {WORDS.checkedOn[lang]} {fact.checked})
    </span>
  );
}

function Quotes({ quotes, lang }: { quotes: ReportedPoint["quotes"]; lang: Language }) {
  return (
    <Row name={WORDS.quotes[lang]}>
      <ul class="quotes">
        {quotes.slice(0, MOST_QUOTES).map((quote) => (
          <li>
            <q>
              <Quoted text={quote.text} />
            </q>{" "}
            <span class="dim">{placeText(quote.where, lang)}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}

function placeText(where: unknown, lang: Language): string {
  const { start, end } = (where ?? {}) as { start?: unknown; end?: unknown };
  if (typeof start !== "number" || typeof end !== "number") return "";
  return lang === "ja" ? `${start}–${end} バイト目` : `bytes ${start}–${end}`;
}
