import type { Campaign, CaseSummary, Decision, StoredExamination } from "../../../archive/archive.ts";
import type { Article } from "../../../article/index.ts";
import { reportedPoints } from "../../../cli/reported-points.ts";
import { changeOf } from "../../../cli/reexamine.ts";
import type { Change } from "../../../cli/reexamine.ts";
import type { JsonReport } from "../../../report/index.ts";
import { unknownCase } from "../refusal.ts";
import { isEditor } from "../shell.tsx";
import type { DeskContext } from "../shell.tsx";
import { readReport } from "./kept-report.ts";

/** One examination with what it says otherwise than the one before. */
export interface Examined {
  readonly stored: StoredExamination;
  readonly level: string;
  readonly change: Change | undefined;
}

/** Everything a case page shows. */
export interface CaseData {
  readonly one: CaseSummary;
  /** The newest report; undefined when what is kept cannot be read. */
  readonly report: JsonReport | undefined;
  /** Oldest first. */
  readonly examinations: readonly Examined[];
  readonly decisions: readonly Decision[];
  readonly reporters: readonly string[];
  readonly campaign: CampaignData | undefined;
  readonly article: Article | undefined;
}

export interface CampaignData {
  readonly campaign: Campaign;
  readonly relatives: readonly CaseSummary[];
  /** Published warnings about mails of the same campaign. */
  readonly warnings: readonly Article[];
}

const RELATIVES = 6;

/** The case that the address names, where this account may see it: a reporter their own ones only. */
export async function caseAsked(c: DeskContext): Promise<CaseSummary> {
  const { archive } = c.var.ports;
  const id = c.req.param("id") ?? "";
  const one = /^c[0-9a-f]{12,64}$/.test(id) ? await archive.caseById(id) : undefined;
  if (one === undefined) throw unknownCase();
  // The same answer as for one that is not there: that somebody else reported it is nobody's business.
  if (!isEditor(c) && !(await archive.reportersOf(id)).includes(c.var.account.name)) throw unknownCase();
  return one;
}

export async function loadCase(c: DeskContext): Promise<CaseData> {
  const one = await caseAsked(c);
  const { archive } = c.var.ports;
  const stored = await archive.examinationsOf(one.id);
  return {
    one,
    report: readReport(stored.at(-1)?.json),
    examinations: stored.map((examination, at) => examined(one, examination, stored[at - 1])),
    decisions: await archive.decisionsOf(one.id),
    reporters: await archive.reportersOf(one.id),
    campaign: await campaignOf(c, one),
    article: await archive.articleOf(one.id),
  };
}

function examined(one: CaseSummary, stored: StoredExamination, before: StoredExamination | undefined): Examined {
  const now = reportedPoints(stored.json);
  const change = before === undefined ? undefined : changeOf(one, reportedPoints(before.json), now);
  return { stored, level: now.level, change };
}

async function campaignOf(c: DeskContext, one: CaseSummary): Promise<CampaignData | undefined> {
  const { archive } = c.var.ports;
  const campaign = one.campaign === undefined ? undefined : await archive.campaign(one.campaign);
  if (campaign === undefined) return undefined;
  const others = isEditor(c) ? await archive.cases({ campaign: campaign.id, limit: RELATIVES + 1 }) : [];
  const warnings = (await archive.articles("published")).filter((article) => article.campaign?.id === campaign.id);
  return { campaign, relatives: others.filter(({ id }) => id !== one.id).slice(0, RELATIVES), warnings: warnings.slice(0, RELATIVES) };
}
