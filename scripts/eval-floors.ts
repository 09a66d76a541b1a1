import type { BrandNaming } from "./eval-tally.ts";
import type { Evaluation, Group } from "./eval-text.ts";

/** One floor of the acceptance: what is asked, what is measured. `met` is undefined when these mails are not there. */
export interface Floor {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean | undefined;
}

/** Genuine mail of companies as it is sent today: the hardest to leave in peace. A held-out part keeps the name's beginning. */
const COMPANY_HAM = /^(?:foff_ham|ha_parcels_ham|misc_brand_ham|sa_hard_ham)/;
const flaggedOf = (group: Group): number => (group.levels.impersonation ?? 0) + (group.levels.suspicious ?? 0);

function sum(groups: readonly Group[], count: (group: Group) => number): number {
  return groups.reduce((total, group) => total + count(group), 0);
}

function share(name: string, part: number, whole: number, bound: number, atLeast: boolean): Floor {
  const value = (part * 100) / Math.max(1, whole);
  const wanted = `${atLeast ? ">=" : "<="} ${bound} %`;
  if (whole === 0) return { name, wanted, measured: "no such mails", met: undefined };
  return { name, wanted, measured: `${value.toFixed(2)} % (${part} of ${whole})`, met: atLeast ? value >= bound : value <= bound };
}

/** A number to read beside a floor; nothing is asked of it. */
const note = (name: string, part: number, whole: number): Floor => ({ ...share(name, part, whole, 0, true), wanted: "-", met: undefined });

const recall = (name: string, groups: readonly Group[], bound: number): Floor =>
  share(
    `recall, ${name}`,
    sum(groups, flaggedOf),
    sum(groups, (group) => group.mails),
    bound,
    true,
  );
const alarms = (name: string, groups: readonly Group[], bound: number): Floor =>
  share(
    `false alarms, ${name}`,
    sum(groups, flaggedOf),
    sum(groups, (group) => group.mails),
    bound,
    false,
  );

/** The floors the project has set itself for its corpora. */
export function floors(evaluation: Evaluation): Floor[] {
  const phish = evaluation.corpora.filter((group) => group.label === "phish");
  const ham = evaluation.corpora.filter((group) => group.label === "ham");
  const named = (pattern: RegExp): Group[] => phish.filter((group) => pattern.test(group.name));
  const labelled = evaluation.brands.filter((row) => /^phishing_pot/.test(row.corpus));
  const { flagged, right, anyFlagged, anyRight } = evaluation.brandTotal;
  const total = (count: (row: BrandNaming) => number): number => labelled.reduce((all, row) => all + count(row), 0);
  const impersonation = sum(ham, (group) => group.levels.impersonation ?? 0);
  const certain = evaluation.firings.filter((firing) => firing.declared === "certain" && firing.leans === "phishing" && firing.ham > 0);
  return [
    recall("Japanese lists", named(/^lists?_ja/), 95),
    share(
      "recall, phishing_pot with a claimed brand",
      total((row) => row.labelledFlagged),
      total((row) => row.labelled),
      93,
      true,
    ),
    note(
      "  of them, the mail names that brand",
      total((row) => row.flagged),
      total((row) => row.known),
    ),
    recall("nazario", named(/^nazario/), 93),
    recall("all of phishing_pot", named(/^phishing_pot/), 65),
    share("top reason names the brand", right, flagged, 95, true),
    note("  counting labels the mail does not bear out", anyRight, anyFlagged),
    share(
      "impersonation on genuine mail",
      impersonation,
      sum(ham, (group) => group.mails),
      0,
      false,
    ),
    alarms(
      "company mail",
      ham.filter((group) => COMPANY_HAM.test(group.name)),
      1,
    ),
    alarms(
      "other genuine mail",
      ham.filter((group) => !COMPANY_HAM.test(group.name)),
      0.1,
    ),
    {
      name: "`certain` on genuine mail",
      wanted: "none",
      measured: certain.map((one) => `${one.check}/${one.kind}`).join(", ") || "none",
      met: certain.length === 0,
    },
    { name: "confidence as declared", wanted: "all", measured: `${evaluation.broken.length} broken`, met: evaluation.broken.length === 0 },
  ];
}
