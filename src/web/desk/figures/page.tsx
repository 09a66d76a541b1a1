import type { Figures } from "../../../archive/archive.ts";
import type { Registry } from "../../../brands/registry.ts";
import { LEVEL_SHORT } from "../../../report/index.ts";
import type { Bilingual, Language } from "../../../terms/index.ts";
import { isLevel, LEVELS, subjectText } from "../parts.tsx";
import { queryPath } from "../queue/query.ts";
import { Ranking, StackedBars } from "./chart.tsx";
import { bucketsOf, percentile } from "./series.ts";

export const PERIODS = ["7", "30", "90", "365"] as const;

export interface FiguresView {
  readonly figures: Figures;
  readonly days: string;
  /** ISO days of the reader's zone; both belong to the period. */
  readonly first: string;
  readonly last: string;
  readonly lang: Language;
  readonly registry: Registry;
}

const WORDS = {
  title: { ja: "数字で見る受付", en: "The desk in figures" },
  period: { ja: "期間", en: "Period" },
  cases: { ja: "1 日に届いたメール(結果別)", en: "Mails a day, by result" },
  brands: { ja: "名乗られたブランド", en: "Brands posed as" },
  campaigns: { ja: "多かった型のメール", en: "Largest campaigns" },
  decisions: { ja: "人の判断", en: "Decisions of people" },
  agreed: { ja: "結果のとおり", en: "agreed" },
  overruled: { ja: "改めた", en: "overruled" },
  speed: { ja: "報告から公開まで", en: "From report to warning" },
  median: { ja: "中央値", en: "median" },
  p90: { ja: "90% がこれ以内", en: "90\u00a0% within" },
  warnings: { ja: "公開した注意喚起", en: "warnings published" },
  total: { ja: "届いたメール", en: "mails" },
  share: { ja: "改めた割合", en: "overruled" },
  none: { ja: "この期間に届いたメールはありません。長い期間を選んでみてください。", en: "No mail came in this period. Try a longer one." },
  noWarning: { ja: "この期間に初めて公開した注意喚起はありません。", en: "No warning was first published in this period." },
  noDecision: { ja: "この期間の判断はありません。", en: "No decisions in this period." },
  zone: { ja: "日付は日本時間。1 通のメールが何度届いても 1 と数えます。", en: "Days are those of Tokyo. A mail handed in again counts once." },
} as const satisfies Record<string, Bilingual>;

const DAYS: Readonly<Record<(typeof PERIODS)[number], Bilingual>> = {
  "7": { ja: "7 日間", en: "7 days" },
  "30": { ja: "30 日間", en: "30 days" },
  "90": { ja: "90 日間", en: "90 days" },
  "365": { ja: "1 年間", en: "1 year" },
};

export const FIGURES_TITLE: Bilingual = WORDS.title;

export function FiguresPage(view: FiguresView) {
  const { figures, days, first, last, lang } = view;
  return (
    <>
      <h1>{WORDS.title[lang]}</h1>
      <nav aria-label={WORDS.period[lang]}>
        <ul class="legend">
          {PERIODS.map((one) => (
            <li>
              <a href={`/desk/figures?days=${one}`} aria-current={one === days ? "true" : undefined}>
                {DAYS[one][lang]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="dim">
        {first} – {last}
        {lang === "ja" ? "。" : ". "}
        {WORDS.zone[lang]}
      </p>
      <Sums {...view} />
      {figures.casesADay.length === 0 ? <p class="notice">{WORDS.none[lang]}</p> : <Cases {...view} />}
      <h2>{WORDS.decisions[lang]}</h2>
      {figures.decisionsADay.length === 0 ? <p>{WORDS.noDecision[lang]}</p> : <Decisions {...view} />}
    </>
  );
}

function Sums({ figures, lang }: FiguresView) {
  const total = figures.casesADay.reduce((sum, { cases }) => sum + cases, 0);
  const [agreed, overruled] = [sumBy(figures, "agreed"), sumBy(figures, "overruled")];
  const waits = figures.warnings.map(({ received, published }) => Date.parse(published) - Date.parse(received)).filter((wait) => wait >= 0);
  const share = agreed + overruled === 0 ? "–" : `${((100 * overruled) / (agreed + overruled)).toFixed(1)}%`;
  const sums = [
    [WORDS.total, total.toLocaleString("en-GB")],
    [WORDS.warnings, figures.warnings.length.toLocaleString("en-GB")],
    [joined(WORDS.speed, WORDS.median), durationText(percentile(waits, 0.5), lang)],
    [joined(WORDS.speed, WORDS.p90), durationText(percentile(waits, 0.9), lang)],
    [joined(WORDS.decisions, WORDS.share), share],
  ] as const;
  return (
    <dl class="sums">
      {sums.map(([name, value]) => (
        <div>
          <dt>{name[lang]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const joined = (one: Bilingual, other: Bilingual): Bilingual => ({ ja: `${one.ja} (${other.ja})`, en: `${one.en}, ${other.en}` });
const sumBy = ({ decisionsADay }: Figures, what: "agreed" | "overruled"): number => decisionsADay.reduce((sum, day) => sum + day[what], 0);

/** `3 時間 12 分`; a dash for nothing. */
export function durationText(milliseconds: number | undefined, lang: Language): string {
  if (milliseconds === undefined) return "–";
  const minutes = Math.round(milliseconds / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const ja = lang === "ja";
  if (days > 0) return ja ? `${days} 日 ${hours} 時間` : `${days} d ${hours} h`;
  if (hours > 0) return ja ? `${hours} 時間 ${rest} 分` : `${hours} h ${rest} min`;
  return ja ? `${rest} 分` : `${rest} min`;
}

function Cases(view: FiguresView) {
  const { figures, first, last, lang, registry } = view;
  const rows = figures.casesADay.flatMap(({ day, level, cases }) => (isLevel(level) ? [{ day, key: level, count: cases }] : []));
  const { buckets, step } = bucketsOf(first, last, LEVELS, rows);
  const pieces = LEVELS.map((level) => ({ look: `bar-${level}`, label: LEVEL_SHORT[level][lang] }));
  const said = LEVELS.map((level) => `${LEVEL_SHORT[level][lang]} ${rows.filter(({ key }) => key === level).reduce((sum, { count }) => sum + count, 0)}`).join(
    ", ",
  );
  const brands = figures.brands.map(({ brand, cases }) => ({
    label: registry.get(brand)?.label[lang] ?? brand,
    href: queryPath({ brand, state: "all" }),
    count: cases,
  }));
  const campaigns = figures.campaigns.map(({ campaign, subject, cases }) => ({
    label: subjectText(subject, lang),
    href: queryPath({ campaign }),
    count: cases,
  }));
  const unit = WORDS.total[lang];
  return (
    <>
      <h2>{WORDS.cases[lang]}</h2>
      <StackedBars id="cases" title={WORDS.cases[lang]} description={said} buckets={buckets} step={step} pieces={pieces} lang={lang} />
      <div class="halves">
        <section>
          <h2>{WORDS.brands[lang]}</h2>
          <Ranking title={WORDS.brands[lang]} unit={unit} rows={brands} />
        </section>
        <section>
          <h2>{WORDS.campaigns[lang]}</h2>
          <Ranking title={WORDS.campaigns[lang]} unit={unit} rows={campaigns} />
        </section>
      </div>
    </>
  );
}

function Decisions({ figures, first, last, lang }: FiguresView) {
  const keys = ["agreed", "overruled"] as const;
  const rows = figures.decisionsADay.flatMap((day) => keys.map((key) => ({ day: day.day, key, count: day[key] })));
  const { buckets, step } = bucketsOf(first, last, keys, rows);
  const pieces = keys.map((key) => ({ look: `bar-${key}`, label: WORDS[key][lang] }));
  const said = keys.map((key) => `${WORDS[key][lang]} ${sumBy(figures, key)}`).join(", ");
  return <StackedBars id="decisions" title={WORDS.decisions[lang]} description={said} buckets={buckets} step={step} pieces={pieces} lang={lang} />;
}
