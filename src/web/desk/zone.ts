import type { Language } from "../../terms/index.ts";

/** The zone of the reader where nobody said otherwise. */
export const DEFAULT_ZONE = "Asia/Tokyo";

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

/** An ISO instant as people of the zone write it; what is no instant comes back as it is. */
export function instantText(at: string, lang: Language, timeZone: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const locale = lang === "ja" ? "ja-JP" : "en-GB";
  return format(`${locale} ${timeZone}`, () => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" })).format(date);
}

/** How far the zone is ahead of UTC at an instant, in minutes. */
export function offsetMinutes(at: string, timeZone: string): number {
  const parts = format(`parts ${timeZone}`, () => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })).format(new Date(at));
  return Math.round((Date.parse(`${parts.replace(" ", "T")}Z`) - Date.parse(at)) / 60_000);
}

/** The ISO day of an instant in the zone. */
export function dayIn(at: string, timeZone: string): string {
  return new Date(Date.parse(at) + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 10);
}

/** The instant at which the zone's day of `at` began, or one of the days before it. */
export function startOfDay(at: string, timeZone: string, daysBefore = 0): string {
  const offset = offsetMinutes(at, timeZone) * 60_000;
  const midnight = Math.floor((Date.parse(at) + offset) / DAY) * DAY;
  return new Date(midnight - daysBefore * DAY - offset).toISOString();
}
