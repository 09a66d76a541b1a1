import type { Point } from "../checks/check.ts";
import type { Bilingual } from "../terms/index.ts";

/** design: a level without reasons cannot be constructed; `no-sign` and `undecided` carry what was looked at. */
export type Verdict =
  | {
      readonly level: "impersonation";
      readonly impersonates: string;
      readonly reasons: readonly [Point, ...Point[]];
      readonly headline: Bilingual;
      readonly action: Bilingual;
    }
  | {
      readonly level: "suspicious";
      readonly impersonates: string | undefined;
      readonly reasons: readonly [Point, ...Point[]];
      readonly headline: Bilingual;
      readonly action: Bilingual;
    }
  | { readonly level: "undecided"; readonly reasons: readonly [Bilingual, ...Bilingual[]]; readonly headline: Bilingual; readonly action: Bilingual }
  | { readonly level: "no-sign"; readonly reasons: readonly [Bilingual, ...Bilingual[]]; readonly headline: Bilingual; readonly action: Bilingual }
  | {
      readonly level: "genuine";
      readonly brand: string;
      readonly reasons: readonly [Point, ...Point[]];
      readonly headline: Bilingual;
      readonly action: Bilingual;
    }
  | { readonly level: "simulation"; readonly reasons: readonly [Point, ...Point[]]; readonly headline: Bilingual; readonly action: Bilingual };
