import type { Language } from "../../../terms/index.ts";
import { topOf } from "./series.ts";
import type { Bucket } from "./series.ts";

export interface Piece {
  /** Class of its colour: `bar-…`. */
  readonly look: string;
  readonly label: string;
}

export interface ChartView {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence with its numbers. */
  readonly description: string;
  readonly buckets: readonly Bucket[];
  readonly step: 1 | 7;
  readonly pieces: readonly Piece[];
  readonly lang: Language;
}

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 10;
const INNER = HEIGHT - TOP - BOTTOM;

/** Stacked bars, a day or a week each; drawn here, so that no script is needed, with all its numbers in a table below. */
export function StackedBars(view: ChartView) {
  const { id, title, description, buckets } = view;
  const top = topOf(Math.max(...buckets.map(sumOf), 0));
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <Scale top={top} />
        <Bars view={view} top={top} />
      </svg>
      <Legend pieces={view.pieces} />
      <Numbers view={view} />
    </figure>
  );
}

const sumOf = ({ values }: Bucket): number => values.reduce((sum, value) => sum + value, 0);

function Scale({ top }: { top: number }) {
  return (
    <>
      {[0, 1, 2, 3, 4].map((step) => {
        const y = TOP + INNER - (INNER * step) / 4;
        return (
          <>
            <line class="grid" x1={LEFT} x2={WIDTH} y1={y} y2={y} />
            <text x={LEFT - 6} y={y + 4} text-anchor="end">
              {(top * step) / 4}
            </text>
          </>
        );
      })}
    </>
  );
}

/** About this many days are named below the bars. */
const NAMED = 7;

function Bars({ view, top }: { view: ChartView; top: number }) {
  const { buckets, pieces } = view;
  const slot = (WIDTH - LEFT) / Math.max(1, buckets.length);
  const every = Math.ceil(buckets.length / NAMED);
  const width = Math.max(1, Math.min(slot * 0.8, 40));
  return (
    <>
      {buckets.map((bucket, at) => {
        const x = LEFT + slot * at + (slot - width) / 2;
        let y = TOP + INNER;
        return (
          <>
            {bucket.values.map((value, piece) => {
              const height = (INNER * value) / top;
              y -= height;
              return value === 0 ? "" : <rect class={pieces[piece]?.look} x={round(x)} y={round(y)} width={round(width)} height={round(height)} />;
            })}
            {at % every === 0 ? (
              <text class="day" x={round(x + width / 2)} y={HEIGHT - 8} text-anchor="middle">
                {shortDay(bucket.day)}
              </text>
            ) : (
              ""
            )}
          </>
        );
      })}
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

function Legend({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <ul class="legend">
      {pieces.map(({ look, label }) => (
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect class={look} width="10" height="10" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Numbers({ view }: { view: ChartView }) {
  const { buckets, pieces, title, step, lang } = view;
  const ja = lang === "ja";
  const shown = buckets.filter((bucket) => sumOf(bucket) > 0).reverse();
  return (
    <details>
      <summary>{ja ? "数字で見る" : "As numbers"}</summary>
      <div class="table">
        <table>
          <caption class="hidden-label">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{step === 7 ? (ja ? "その日からの 1 週間" : "Week from") : ja ? "日" : "Day"}</th>
              {pieces.map(({ label }) => (
                <th scope="col" class="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ day, values }) => (
              <tr>
                <th scope="row">
                  <time datetime={day}>{day}</time>
                </th>
                {values.map((value) => (
                  <td class="number">{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export interface RankRow {
  readonly label: string;
  readonly href: string;
  readonly count: number;
}

/** A table whose rows have a bar: names of any length, read aloud as a table. */
export function Ranking({ title, unit, rows }: { title: string; unit: string; rows: readonly RankRow[] }) {
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table class="ranking">
      <caption class="hidden-label">{title}</caption>
      <thead class="hidden-label">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, href, count }) => (
          <tr>
            <th scope="row">
              <a href={href}>
                <bdi>{label}</bdi>
              </a>
            </th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-plain" width={round((100 * count) / largest)} height="10" />
              </svg>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
