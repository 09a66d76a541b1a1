const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Hours before or after UTC of the zone names of RFC 5322 §4.3 and the few others that mails carry. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  nst: -3.5,
  ndt: -2.5,
  ast: -4,
  adt: -3,
  akst: -9,
  akdt: -8,
  hst: -10,
  jst: 9,
  kst: 9,
  hkt: 8,
  sgt: 8,
  ist: 5.5,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

const FORM =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(?:([+-])\s*(\d{2}):?(\d{2})|\(?([a-z]{1,4})\b)?/i;

/** ISO instant of a Date value (RFC 5322 §3.3 and §4.3), undefined when it cannot be read. No zone means UTC. */
export function parseDate(value: string): string | undefined {
  const m = FORM.exec(value.slice(0, 200));
  if (m === null) return undefined;
  const month = MONTHS.indexOf((m[2] ?? "").toLowerCase());
  if (month < 0) return undefined;
  let year = Number(m[3]);
  if ((m[3] ?? "").length < 4) year += year < 50 ? 2000 : 1900;
  const time = Date.UTC(year, month, Number(m[1]), Number(m[4]), Number(m[5]), Number(m[6] ?? 0));
  const instant = new Date(time - offsetMinutes(m) * 60_000);
  return Number.isNaN(instant.getTime()) || Number(m[1]) > 31 || Number(m[4]) > 24 ? undefined : instant.toISOString();
}

function offsetMinutes(m: RegExpExecArray): number {
  if (m[7] !== undefined) return (m[7] === "-" ? -1 : 1) * (Number(m[8]) * 60 + Number(m[9]));
  return (ZONES[(m[10] ?? "").toLowerCase()] ?? 0) * 60;
}
