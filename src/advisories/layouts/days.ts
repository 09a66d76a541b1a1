/** First year of an era less one: 令和1年 is 2019 (Cabinet Order 143 of 2019), 平成1年 1989, 昭和1年 1926. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, R: 2018, H: 1988, S: 1925 };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = new RegExp(
  [
    String.raw`(?<era>令和|平成|昭和)?\s*(?<y1>\d{1,4}|元)\s*年\s*(?<m1>\d{1,2})\s*月\s*(?<d1>\d{1,2})\s*日`,
    String.raw`(?<![\d./-])(?<y2>\d{4})[/.-](?<m2>\d{1,2})[/.-](?<d2>\d{1,2})(?![\d-])`,
    String.raw`(?<![A-Za-z\d])(?<letter>[RHS])\s?(?<y3>\d{1,2})[/.年]\s?(?<m3>\d{1,2})[/.月]\s?(?<d3>\d{1,2})(?!\d)`,
    String.raw`(?<d5>\d{1,2}) (?<m5>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?<y5>\d{4})`,
    String.raw`(?<m6>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?<d6>\d{1,2})(?:st|nd|rd|th)?,? (?<y6>\d{4})`,
    String.raw`令(?<y4>\d{1,2})[/.](?<m4>\d{1,2})[/.](?<d4>\d{1,2})`,
  ].join("|"),
  "gu",
);

/** Every day written in a text as ISO days: `2023年03月07日`, `令和5年3月7日`, `R5.3.7`, `2023/3/7`, in full-width digits too. */
export function daysIn(text: string): readonly string[] {
  const days: string[] = [];
  for (const { groups } of text.slice(0, 2000).normalize("NFKC").matchAll(DAY)) {
    const day = groups === undefined ? undefined : isoDay(groups);
    if (day !== undefined) days.push(day);
  }
  return days;
}

/** The first day written in a text. A month, or a day without its year, is none: nothing is guessed. */
export function dayIn(text: string): string | undefined {
  return daysIn(text)[0];
}

function isoDay(groups: Record<string, string | undefined>): string | undefined {
  const of = (key: string): string | undefined => [1, 2, 3, 4, 5, 6].map((n) => groups[`${key}${n}`]).find((value) => value !== undefined);
  const era = groups["era"] ?? groups["letter"] ?? (groups["y4"] === undefined ? undefined : "令和");
  const year = (era === undefined ? 0 : (ERAS[era] ?? 0)) + Number(of("y") === "元" ? 1 : of("y"));
  const named = groups["m5"] ?? groups["m6"];
  const month = named === undefined ? Number(of("m")) : MONTHS.indexOf(named) + 1;
  const day = Number(of("d"));
  if (year < 1990 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The text is a day and nothing else, but for brackets and a weekday. */
export function isDayAlone(text: string): boolean {
  const rest = text.normalize("NFKC").replace(/令和|平成|昭和|元|[\d年月日/.\-\s()（）【】[\]<>:]|[月火水木金土日](?:曜日?)?/gu, "");
  return text.length <= 30 && rest === "" && dayIn(text) !== undefined;
}

const WEEKDAYS = "日月火水木金土";

/**
 * 「3月4日(火)」 on a page of `pageDay` (ISO): the day of that year or of the one before that is no later than the page and
 * falls on that weekday. Undefined without a weekday, or when neither year fits: nothing is guessed.
 */
export function dayWithoutYear(text: string, pageDay: string | undefined): string | undefined {
  const hit = /(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*[(（]?\s*([日月火水木金土])(?:曜|[)）])/u.exec(text.slice(0, 500).normalize("NFKC"));
  if (hit === null || pageDay === undefined) return undefined;
  const [month, day] = [Number(hit[1]), Number(hit[2])];
  const years = [Number(pageDay.slice(0, 4)), Number(pageDay.slice(0, 4)) - 1];
  return years
    .map((year) => isoDay({ y1: String(year), m1: String(month), d1: String(day) }))
    .find((iso) => iso !== undefined && iso <= pageDay && new Date(`${iso}T00:00:00Z`).getUTCDay() === WEEKDAYS.indexOf(hit[3] ?? ""));
}
