import type { FactStatus } from "../brands/brand.ts";
import type { CheckResult, Missing, Point } from "../checks/check.ts";
import type { Claim, EvidenceLevel } from "../evidence/evidence.ts";
import type { Bilingual } from "../terms/index.ts";
import type { Verdict } from "../verdict/verdict.ts";

/** The whole result for one mail: everything a report shows. */
export interface Examination {
  readonly tool: { readonly name: "ayashii"; readonly version: string; readonly registry: string };
  readonly mail: {
    readonly subject: string;
    /** `Name <address>` pieces of From, decoded. */
    readonly fromName: string;
    readonly fromAddress: string;
    readonly to: string;
    readonly date: string | undefined;
    readonly visibleText: string;
    readonly bytes: number;
    readonly defects: readonly string[];
  };
  readonly evidenceLevel: EvidenceLevel;
  /** ISO instant at which name servers were asked; undefined when the examination stayed offline. */
  readonly examinedOnline?: string | undefined;
  /** The one step in the reader's mail app that would raise the level; undefined at full source. */
  readonly raiseLevel: Bilingual | undefined;
  readonly claims: readonly (Claim & { readonly label: Bilingual })[];
  readonly results: readonly CheckResult[];
  /** All points, strongest first, phishing before genuine. */
  readonly points: readonly Point[];
  readonly verdict: Verdict;
  readonly notChecked: readonly Missing[];
  /** How to reach the real company, from the registry. */
  readonly contact:
    | {
        readonly brand: string;
        readonly label: Bilingual;
        readonly page: string;
        /** How well it is founded that the page is the company's. */
        readonly status: FactStatus;
      }
    | undefined;
}
