/** Whether a text is an ISO day that exists; Date.parse takes the 31st of February for the 3rd of March. */
export function isDay(day: string | undefined): day is string {
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

/** An ISO instant in UTC, or `otherwise` where it is none between 1970 and 9999. */
export function instantOf(at: string | undefined, otherwise: string): string {
  const time = at === undefined ? Number.NaN : Date.parse(at);
  return Number.isFinite(time) && time >= 0 && time < 253_402_300_800_000 ? new Date(time).toISOString() : otherwise;
}

/** When the mail came: the start of its day, as the hour was redacted; else `otherwise`. */
export function dayStart(day: string | undefined, otherwise: string): string {
  return isDay(day) ? instantOf(`${day}T00:00:00Z`, otherwise) : otherwise;
}

/** Whole seconds since 1970. */
export function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

export const LONG_AGO = "2026-01-01T00:00:00.000Z";
