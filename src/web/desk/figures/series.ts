/** What is drawn: days or weeks in order, and for each the heights of its pieces. Pure. */

export interface Bucket {
  /** ISO day it begins with. */
  readonly day: string;
  readonly values: readonly number[];
}

const DAY = 86_400_000;
/** More bars than this are lines of a pixel: weeks are drawn instead. */
const MOST_DAYS = 92;

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Every day of the period, those without anything too; in weeks where there are many. `last` belongs to it. */
export function bucketsOf<K extends string>(
  first: string,
  last: string,
  keys: readonly K[],
  rows: readonly { readonly day: string; readonly key: K; readonly count: number }[],
): { readonly buckets: readonly Bucket[]; readonly step: 1 | 7 } {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;
  const step = days > MOST_DAYS ? 7 : 1;
  const counts = Array.from({ length: Math.ceil(days / step) }, () => keys.map(() => 0));
  for (const { day, key, count } of rows) {
    const place = Math.floor((Date.parse(day) - Date.parse(first)) / DAY / step);
    const bucket = counts[place];
    if (bucket !== undefined) bucket[keys.indexOf(key)] = (bucket[keys.indexOf(key)] ?? 0) + count;
  }
  return { buckets: counts.map((values, at) => ({ day: dayAfter(first, at * step), values })), step };
}

/** The value below which the share of all lies, by the nearest rank; undefined for nothing. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** A round number at or above the largest value, for the top of a scale with four steps. */
export function topOf(largest: number): number {
  if (largest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(largest));
  const round = [1, 2, 4, 6, 8, 10].find((times) => times * power >= largest) ?? 10;
  return Math.ceil((round * power) / 4) * 4;
}
