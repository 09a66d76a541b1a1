import type { CaseFilter } from "../../../archive/archive.ts";
import { isLevel } from "../parts.tsx";
import { DEFAULT_ZONE, startOfDay } from "../zone.ts";

/** What of the queue is shown, as its address says it. */
export interface QueueQuery {
  readonly q: string;
  readonly level: string;
  readonly brand: string;
  readonly state: State;
  readonly period: Period;
  readonly view: "campaigns" | "mails";
  readonly campaign: string;
  /** Id of the last case of the page before. */
  readonly before: string;
}

export const STATES = ["undecided", "decided", "agreed", "overruled", "draft", "review", "published", "all"] as const;
export type State = (typeof STATES)[number];
export const PERIODS = ["today", "7", "30", "all"] as const;
export type Period = (typeof PERIODS)[number];

const oneOf = <T extends string>(all: readonly T[], given: string | undefined, otherwise: T): T => all.find((one) => one === given) ?? otherwise;

/** Reads an address; whatever is no choice of ours counts as not given. */
export function readQuery(get: (name: string) => string | undefined, state: State): QueueQuery {
  const level = get("level") ?? "";
  const brand = get("brand") ?? "";
  const campaign = get("campaign") ?? "";
  const before = get("before") ?? "";
  return {
    q: (get("q") ?? "").trim().slice(0, 500),
    level: isLevel(level) ? level : "",
    brand: /^[a-z0-9-]{1,100}$/.test(brand) ? brand : "",
    state: oneOf(STATES, get("state"), campaign === "" ? state : "all"),
    period: oneOf(PERIODS, get("period"), "all"),
    view: oneOf(["campaigns", "mails"] as const, get("view"), campaign === "" ? "campaigns" : "mails"),
    campaign: /^k[1-9]\d{0,14}$/.test(campaign) ? campaign : "",
    before: /^c[0-9a-f]{12,64}$/.test(before) ? before : "",
  };
}

/** The address of a query, without what is empty. */
export function queryPath(query: Partial<QueueQuery>): string {
  const fields = Object.entries(query).filter(([, value]) => value !== "" && value !== undefined);
  const search = new URLSearchParams(fields as [string, string][]).toString();
  return search === "" ? "/desk" : `/desk?${search}`;
}

/** The query as the archive is asked. */
export function filterOf(query: QueueQuery, now: string, reporter: string | undefined): CaseFilter {
  const { level, brand, campaign, period, state } = query;
  return {
    ...(level === "" ? {} : { level }),
    ...(brand === "" ? {} : { brand }),
    ...(campaign === "" ? {} : { campaign }),
    ...(period === "all" ? {} : { since: startOfDay(now, DEFAULT_ZONE, period === "today" ? 0 : Number(period) - 1) }),
    ...(reporter === undefined ? {} : { reporter }),
    ...stateFilter(state),
  };
}

function stateFilter(state: State): Pick<CaseFilter, "decided" | "article"> {
  switch (state) {
    case "all":
      return {};
    case "draft":
    case "review":
    case "published":
      return { article: state };
    default:
      return { decided: state };
  }
}
