import { caseOf, isRule, senderIn } from "./layout.ts";
import type { Layout, LayoutFinding, NoticeLine } from "./layout.ts";

type Field = "subject" | "sender" | "body" | "other";
type Labels = readonly (readonly [RegExp, Field])[];

const SUBJECT = "件\\s*名|題\\s*名|メールの件名|Subject(?:\\(件名\\))?";
const SENDER = "差出人|送信者|送信元(?:アドレス)?|From(?:\\(送信元\\))?";
const BODY = "本\\s*文|メール本文";
const OTHER = "宛先|日時|受信日時|送信日時|URL|添付ファイル";

/** `【差出人】` `[件名]` with the value behind it or on the lines under it. */
export const bracketed: Layout = labelled("bracketed", (name) => new RegExp(`^[【\\[]\\s*(?:${name})\\s*[】\\]]\\s*`, "u"));

/** `件名:…` and `差出人:…`, a label and a colon at the start of a line. */
export const inlineLabels: Layout = labelled("inline-labels", (name) => new RegExp(`^[・\\-●■]?\\s*(?:${name})\\s*[:：]\\s*`, "u"));

const GENUINE = /正規のメール|本物|当社から(?:の|お送り)|【正】|正しい(?:件名|差出人)/u;

/** A case is a run of labels that has two different ones at least; under a heading about genuine mail there is none. */
function labelled(id: string, pattern: (name: string) => RegExp): Layout {
  const labels: Labels = [
    [pattern(SUBJECT), "subject"],
    [pattern(SENDER), "sender"],
    [pattern(BODY), "body"],
    [pattern(OTHER), "other"],
  ];
  return {
    id,
    read(lines, observed) {
      return runsOf(lines, labels).flatMap((run, i) => findingOf(run, `事例${i + 1}`, observed));
    },
  };
}

interface Run {
  readonly values: Record<Field, string[]>;
  readonly lines: number[];
  readonly genuine: boolean;
}

/** Groups labels that follow one another; a label met again, or a rule after the body, starts another case. */
function runsOf(lines: readonly NoticeLine[], labels: Labels): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let field: Field | undefined;
  let before = "";
  for (const line of lines) {
    const label = labels.find(([pattern]) => pattern.test(line.text));
    if (label !== undefined) {
      if (run === undefined || run.values[label[1]].length > 0)
        runs.push((run = { values: { subject: [], sender: [], body: [], other: [] }, lines: [], genuine: GENUINE.test(before) }));
      field = label[1];
      run.lines.push(line.number);
      run.values[field].push(line.text.replace(label[0], "").trim());
    } else if (run !== undefined && field !== undefined) {
      if (endsField(line.text, field, run.values[field])) field = undefined;
      else {
        run.values[field].push(line.text);
        run.lines.push(line.number);
      }
      if (isRule(line.text) && run.values.body.length > 0) run = undefined;
    }
    if (line.text !== "" && !isRule(line.text)) before = line.text;
  }
  return runs;
}

/** A value of one line ends at the next blank line once it is there; a body ends at a rule or a heading. */
function endsField(text: string, field: Field, value: readonly string[]): boolean {
  if (isRule(text)) return true;
  if (field === "body") return /^[■※◆]|^ここまで/u.test(text) || value.length > 120;
  return value.some((line) => line !== "");
}

function findingOf(run: Run, name: string, observed: string | undefined): LayoutFinding[] {
  const given = (["subject", "sender", "body"] as const).filter((field) => run.values[field].some((line) => line !== ""));
  if (run.genuine || given.length < 2) return [];
  const sender = senderIn(run.values.sender.join(" "));
  const body = run.values.body.join("\n").trim();
  const found = caseOf(name, {
    observed,
    subjects: run.values.subject.filter((line) => line !== ""),
    senderNames: sender === undefined || sender.name === "" ? [] : [sender.name],
    senderAddresses: sender === undefined ? [] : [sender.address],
    body: body === "" ? undefined : body,
    urls: [...body.matchAll(/h(?:tt|xx)ps?:\/\/[!-~]{1,300}/gu)].map((url) => url[0]),
  });
  return [{ lines: run.lines, cases: [found], officialAddresses: [], urlRules: [] }];
}
