import { later } from "../../terms/index.ts";
import type { Quote } from "../../terms/index.ts";
import type { Claim, ClaimPlace } from "../evidence.ts";

type PlacedQuote = Claim["quotes"][number];

/** What was found for one brand: each place counts once, with its strongest reading. */
export interface Trail {
  readonly quotes: PlacedQuote[];
  readonly weights: Map<string, number>;
  /** Only short names so far (au, JA, ETC): not a claim without another word of the trade. */
  onlyShort: boolean;
}

export type Trails = Map<string, Trail>;

/** How strongly each place says who speaks. Compared with what `speaks.ts` asks for. */
export const WEIGHT = {
  displayName: 10,
  officialAddress: 9,
  addressInName: 8,
  domainNames: 6,
  posedDomain: 8,
  signature: 6,
  greeting: 6,
  wholeTag: 8,
  tagged: 6,
  opening: 4,
  subject: 3,
  heading: 4,
  logoAlt: 4,
  linkText: 1,
  body: 2,
} as const;

const MAX_QUOTES = 8;

/** How strongly a place speaks for the brand; 0 when the brand is not named there. */
export function at(trail: Trail, place: ClaimPlace): number {
  return trail.weights.get(place) ?? 0;
}

/** Notes that the brand is named at a place; a place counts once, with its strongest reading. */
export function add(trails: Trails, brand: string, place: ClaimPlace, weight: number, quote: Quote | (() => Quote), short: boolean): void {
  let trail = trails.get(brand);
  if (trail === undefined) trails.set(brand, (trail = { quotes: [], weights: new Map(), onlyShort: true }));
  if (!short) trail.onlyShort = false;
  const known = trail.weights.get(place);
  trail.weights.set(place, Math.max(known ?? 0, weight));
  if (trail.quotes.length < MAX_QUOTES && (known === undefined || trail.quotes.length < 4)) {
    const found = typeof quote === "function" ? quote() : quote;
    // Bytes are looked up only for names that are quoted.
    trail.quotes.push(Object.assign(later({ text: found.text }, { where: () => found.where }), { place }));
  }
}
