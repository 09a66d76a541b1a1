import type { FactStatus } from "../brands/brand.ts";
import type { Bilingual } from "../terms/index.ts";
import { channels } from "./reporting-channels.generated.ts";

/** Where a reader can report a mail or get help; one entry of data/reporting-channels.yaml. */
export interface ReportingChannel {
  readonly id: string;
  readonly name: Bilingual;
  /** `report`: hand in the mail. `consult`: ask for help. `entered`: data or money was given away. */
  readonly for: "report" | "consult" | "entered";
  /** Mail address or telephone number as the source shows it; absent where only a form on the page is offered. */
  readonly reach?: string | undefined;
  readonly how: Bilingual;
  /** Id of the only brand whose imitations it takes. */
  readonly brand?: string | undefined;
  /** It is for people of this region only. */
  readonly region?: Bilingual | undefined;
  readonly status: FactStatus;
  /** Public page that says so. */
  readonly source: string;
  /** ISO day on which it was looked up. */
  readonly checked: string;
}

/** The channels for a mail that poses as the brand: its own first, then those for everybody, then the regional ones. */
export function channelsFor(brand: string | undefined, all: readonly ReportingChannel[] = channels): readonly ReportingChannel[] {
  const rank = (channel: ReportingChannel): number => (channel.brand !== undefined ? 0 : channel.region === undefined ? 1 : 2);
  return all.filter((channel) => channel.brand === undefined || channel.brand === brand).sort((left, right) => rank(left) - rank(right));
}
