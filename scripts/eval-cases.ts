const USAGE = `npm run eval:cases -- FILE.jsonl [--json] [--misses] [--signed]

Mails built from published cases: is the imitated brand named, and is there a point against the sender or the link?

  FILE.jsonl  a JSON object a line: brand, and what the page says of id, subject, from_name, from_address, link_text, link_url,
              observed_date; a case whose label is not phishing is left out
  --json      a list of what was found in each case
  --misses    cases without the brand or without a point, a line each
  --signed    the mails end with the brand's name on a line of its own
  --help      this text

Example:
  npm run eval:cases -- cases.jsonl --misses

Figures: shares are of the cases whose brand is registered; points count among those cases that give a sender or a link.`;
import { examine } from "../src/app/examine.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import type { Examination } from "../src/report/examination.ts";
import { hasSender, linkOf, mailOfCase } from "./case-mail.ts";
import type { CaseRow } from "./case-mail.ts";
import { commandLine, Fault, flag, textOf } from "./command-line.ts";

const { values, words } = commandLine(
  USAGE,
  { json: flag, misses: flag, signed: flag },
  { least: 1, most: 1, missing: "name a file of cases, one JSON object a line" },
);
const [file = ""] = words;

interface Judged {
  readonly row: CaseRow;
  readonly known: boolean;
  readonly named: boolean;
  readonly asked: boolean;
  readonly pointed: boolean;
  readonly warned: boolean;
  readonly level: string;
}

/** The brand that the report speaks of: the verdict's, else that of the strongest point, else the strongest claim. */
function namedBrand(examination: Examination): string | undefined {
  const { verdict, points, claims } = examination;
  const judged = "impersonates" in verdict ? verdict.impersonates : undefined;
  return judged ?? points.find((point) => point.brand !== undefined)?.brand ?? claims[0]?.brand;
}

function judge(row: CaseRow): Judged {
  const examination = examine(mailOfCase(row, values.signed === true));
  const brand = defaultRegistry().findBrand(row.brand)?.id;
  const against = examination.points.filter((point) => point.leans === "phishing" && point.brand === brand);
  return {
    row,
    known: brand !== undefined,
    named: brand !== undefined && namedBrand(examination) === brand,
    asked: hasSender(row) || linkOf(row) !== undefined,
    pointed: against.some((point) => point.check !== "published-warning"),
    warned: against.some((point) => point.check === "published-warning"),
    level: examination.verdict.level,
  };
}

/** What a case may leave out: the page says nothing of it. */
const UNSAID = { subject: null, from_name: null, from_address: null, link_text: null, link_url: null, observed_date: null };

function rowOf(line: string, at: number): CaseRow[] {
  if (line.trim() === "") return [];
  const row = { id: `line ${at + 1}`, label: "phishing", ...UNSAID, ...objectOf(line) };
  const texts = (Object.keys(UNSAID) as (keyof typeof UNSAID)[]).every((name) => row[name] === null || typeof row[name] === "string");
  if ("brand" in row && typeof row.brand === "string" && texts) return [{ ...row, brand: row.brand }];
  throw new Fault(`${file}: line ${at + 1} is no JSON object with a "brand" and texts`);
}

function objectOf(line: string): object {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

const rows = textOf(file).split("\n").flatMap(rowOf);
const phishing = rows.filter((row) => row.label === "phishing").map(judge);
if (phishing.length === 0) throw new Fault(`${file}: no case in it is labelled phishing`);
const known = phishing.filter((one) => one.known);
const asked = known.filter((one) => one.asked);
const share = (part: readonly unknown[], whole: readonly unknown[]): string =>
  `${part.length} of ${whole.length} (${((100 * part.length) / Math.max(1, whole.length)).toFixed(1)} %)`;
const levels = new Map<string, number>();
for (const one of phishing) levels.set(one.level, (levels.get(one.level) ?? 0) + 1);

if (values.json === true) console.log(JSON.stringify(phishing.map(({ row, ...rest }) => ({ id: row.id, brand: row.brand, ...rest }))));
else {
  console.log(`phishing cases ............ ${phishing.length}`);
  console.log(`brand is registered ....... ${share(known, phishing)}`);
  console.log(
    `right brand named ......... ${share(
      known.filter((one) => one.named),
      known,
    )}`,
  );
  console.log(
    `point on sender or link ... ${share(
      asked.filter((one) => one.pointed),
      asked,
    )} of those that give one`,
  );
  console.log(
    `published warning ......... ${share(
      known.filter((one) => one.warned),
      known,
    )}`,
  );
  console.log([...levels].map(([level, count]) => `${level} ${count}`).join(", "));
}
if (values.misses === true) {
  for (const one of phishing.filter((miss) => !miss.named || (miss.asked && !miss.pointed))) {
    const { row } = one;
    console.log([one.named ? "no point" : "not named", row.id, row.brand, row.from_name, row.from_address, row.subject, row.link_url].join(" | "));
  }
}
