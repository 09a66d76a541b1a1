import { isCheapEnding } from "./cheap-endings.ts";
import { withinDistance } from "./edit-distance.ts";
import { labelParts, partsOf } from "./host-parts.ts";
import type { HostParts, LabelParts } from "./host-parts.ts";
import { lureOf } from "./lure-words.ts";
import type { LookAlike, LookAlikeKind } from "./look-alike.ts";
import { officialRun } from "./official-inside.ts";
import type { Registry, TargetFound as Entry } from "./registry.ts";
import { gapsOf, indexTargets, isDistinct, isLabel, SHORTEST_FOR_SLIPS } from "./target-index.ts";
import type { TargetIndex as Index } from "./target-index.ts";

/** A look-alike found without knowing which brand is meant. */
export interface BrandLookAlike extends LookAlike {
  readonly brand: string;
  /** `strong`: hardly chance; `weak`: may as well be another company's name, another country's site or a partner. */
  readonly strength: "strong" | "weak";
}

const MAX_REMEMBERED = 5000;
/** From here on a name is its own even where it runs on into other letters. */
const LONG = 8;
/** From here on hardly anybody else bears a name by chance, where it stands for itself. */
const OWN = 7;
/** Hosts of delivery networks repeat the host they deliver for: `www.example.com.edgekey.net`. */
const DELIVERY =
  /(?:^|\.)(?:edgekey|edgesuite|akadns|akamaiedge|akamaized|akamai|cloudflare|fastly|cdngc|footprint|llnwd|azureedge|cloudfront|trafficmanager|sendgrid|exacttarget|hubspot|zendesk)\.(?:net|com)$/;

const compiled = new WeakMap<Registry, (host: string) => readonly BrandLookAlike[]>();

/**
 * Look-alikes among all brands, strongest first, for a host in a mail that claims nobody in particular. What it costs
 * does not depend on the number of brands: words of the host are looked up, not compared with each. Hosts that are
 * anything to a brand are none. Remembers the last hosts.
 */
export function lookAlikesAmong(registry: Registry): (host: string) => readonly BrandLookAlike[] {
  const before = compiled.get(registry);
  if (before !== undefined) return before;
  let index: Index | undefined;
  const remembered = new Map<string, readonly BrandLookAlike[]>();
  const find = (host: string): readonly BrandLookAlike[] => {
    const known = remembered.get(host);
    if (known !== undefined) return known;
    const found = lookUp(host.toLowerCase().replace(/\.$/, ""), (index ??= indexTargets(registry)), registry);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(host, found);
    return found;
  };
  compiled.set(registry, find);
  return find;
}

function lookUp(host: string, index: Index, registry: Registry): readonly BrandLookAlike[] {
  if (host === "" || host.length > 253 || registry.rolesOf(host, undefined).length > 0) return [];
  const parts = partsOf(host);
  if (parts === undefined || registry.rolesOf(parts.domain, undefined).length > 0) return [];
  const own = labelParts(parts.label);
  const below = parts.subdomain === "" ? [] : parts.subdomain.split(".").slice(-8).map(labelParts);
  const ending = parts.suffix.slice(parts.suffix.lastIndexOf(".") + 1);
  const cheap = parts.rented || isCheapEnding(ending);
  const place: Place = {
    rented: parts.rented,
    cheap,
    masked: MASK.test(parts.subdomain) || MASK.test(parts.label),
    remote: !parts.rented && (cheap || ending === "cn"),
  };
  const found: BrandLookAlike[] = [
    ...sameLabel(parts, own, index, place),
    ...confusable(own, index),
    ...slips(own, index, place),
    ...inside(own, index, "combosquat", place),
    ...officialIn(parts, index, registry),
    ...below.flatMap((label) => [
      ...inside(label, index, "brandInSubdomain", place),
      ...confusable(label, index),
      ...slips(label, index, place).map((found) => (place.masked ? found : weaker(found))),
    ]),
  ];
  return found.sort((a, b) => (a.strength === b.strength ? 0 : a.strength === "strong" ? -1 : 1));
}

const weaker = (found: BrandLookAlike): BrandLookAlike => ({ ...found, strength: "weak" });

function as(entry: Entry, kind: LookAlikeKind, strong: boolean): BrandLookAlike {
  return { brand: entry.brand, kind, of: entry.domain, strength: strong ? "strong" : "weak" };
}

/** The official label under another ending: another country's site of the brand as often as not, another firm of that name, or a fake. */
function sameLabel(parts: HostParts, own: LabelParts, index: Index, place: Place): readonly BrandLookAlike[] {
  return (index.byText.get(own.compact) ?? []).map((entry) => {
    const strong = isDistinct(entry.text, index, place.rented ? LONG : OWN) && place.cheap;
    if (entry.label === parts.label) return as(entry, parts.rented ? "brandInSubdomain" : "tldSwap", strong);
    if (entry.label === "") return as(entry, "combosquat", strong);
    // A hyphen put into an official label, or taken out of it.
    return as(entry, "typosquat", isDistinct(entry.text, index));
  });
}

function confusable(label: LabelParts, index: Index): readonly BrandLookAlike[] {
  const found = [label, ...(label.words.length > 1 ? label.words.map(labelParts) : [])].flatMap((one) =>
    (index.byGlance.get(one.glance) ?? []).filter((entry) => entry.text !== one.compact && !index.common.has(one.compact)).map((entry) => ({ entry, one })),
  );
  return found.map(({ entry, one }) => {
    const foreign = /[^\x00-\x7f]/.test(one.compact);
    const long = hasDigitForLetter(one.compact, entry.text) ? SHORTEST_FOR_SLIPS : OWN;
    return as(entry, "confusable", foreign ? entry.text.length >= 5 : isDistinct(entry.text, index, long) && entry.label !== "");
  });
}

/** `paypa1` for `paypal`: a digit inside a word that has none is put there on purpose. */
const hasDigitForLetter = (seen: string, name: string): boolean => /[0-9]/.test(seen) && !/[0-9]/.test(name) && seen.length === name.length;

/** One letter added, left out, changed or swapped, in the label or one of its words; two in long names. */
function slips(label: LabelParts, index: Index, place: Place): readonly BrandLookAlike[] {
  const words = label.words.length === 1 ? label.words : [label.compact, ...label.words];
  return words.flatMap((word) => {
    if (word.length < SHORTEST_FOR_SLIPS - 1 || word.length > index.longest + 1 || index.common.has(word) || index.byText.has(word)) return [];
    const candidates = new Set([word, ...gapsOf(word)].flatMap((gap) => [...(index.byGap.get(gap) ?? []), ...(index.byText.get(gap) ?? []).filter(isLabel)]));
    return [...candidates]
      .filter((entry) => entry.text.length >= SHORTEST_FOR_SLIPS && withinDistance(word, entry.text, entry.text.length >= 10 ? 2 : 1))
      .map((entry) => as(entry, "typosquat", isTelling(word, entry, index, place)));
  });
}

/** A slip in a name of its own kind, not in one made of an ordinary ending and little else (fastmail, lastmail). */
function isTelling(word: string, entry: Entry, index: Index, place: Place): boolean {
  if (word.charCodeAt(0) !== entry.text.charCodeAt(0)) return false;
  const stem = entry.text.replace(ORDINARY_ENDING, "");
  return stem.length >= 5 && isDistinct(entry.text, index, place.cheap && !place.rented ? SHORTEST_FOR_SLIPS : OWN);
}

const ORDINARY_ENDING = /(?:e?mail|net|bank|mobile|point|life|server|pay|card|news|shop|market|tech|soft|media|group|online|web|host|store)$/;

/** The name as a word of the label, or run together with words that lure. */
function inside(label: LabelParts, index: Index, kind: LookAlikeKind, place: Place): readonly BrandLookAlike[] {
  const { compact } = label;
  const found: BrandLookAlike[] = [];
  for (let start = 0; start + 4 <= compact.length; start++) {
    if (!index.heads.has(compact.slice(start, start + 4))) continue;
    for (let end = Math.min(compact.length, start + index.longest); end >= start + 4; end--) {
      if (start === 0 && end === compact.length && kind === "combosquat") continue;
      const word = compact.slice(start, end);
      const entries = index.byText.get(word);
      if (entries === undefined) continue;
      const asWord = word === compact || label.words.includes(word);
      if (!asWord && word.length < 5) continue;
      const strong =
        (kind === "brandInSubdomain" && asWord && ((place.remote && isDistinct(word, index)) || (place.masked && isDistinct(word, index, 4)))) ||
        isStrongInside(word, [compact.slice(0, start), compact.slice(end)], asWord, index, place, kind);
      found.push(...entries.map((entry) => as(entry, kind, strong)));
      break;
    }
  }
  return found;
}

interface Place {
  readonly rented: boolean;
  /** The ending is one that costs little, or is rented. */
  readonly cheap: boolean;
  /** An ending stands in the middle, as if the host were over there: `example.co.jp.evil.cn`. */
  readonly masked: boolean;
  /** Where companies' names stand before somebody else's domain for no honest reason. */
  readonly remote: boolean;
}

const MASK = /(?:^|[.-])(?:co|ne|or|go|ac|lg)[.-]jp(?:[.-]|$)/;

/**
 * Companies have sites such as brandpay.com themselves: beside an ordinary word only the ending tells. Below a domain their
 * name stands for their customers' and partners' installations as well.
 */
function isStrongInside(word: string, rest: readonly string[], asWord: boolean, index: Index, place: Place, kind: LookAlikeKind): boolean {
  if (rest.join("") === "") return place.rented && isDistinct(word, index, LONG);
  const lure = lureOf(rest);
  if (lure === 0 || (place.rented && !asWord && word.length < LONG)) return false;
  return isDistinct(word, index, lure === 2 || place.cheap ? SHORTEST_FOR_SLIPS : kind === "combosquat" ? OWN : LONG);
}

/** An official domain written out in a foreign host: `www.example.co.jp.evil.test`, `example.com-evil.test`, `example-co-jp.test`. */
function officialIn(parts: HostParts, index: Index, registry: Registry): readonly BrandLookAlike[] {
  const found = officialRun(parts, index, registry);
  if (found === undefined) return [];
  return [
    { brand: found.brand, kind: found.below ? "brandInSubdomain" : "combosquat", of: found.domain, strength: DELIVERY.test(parts.host) ? "weak" : "strong" },
  ];
}

const ANYWHERE: Place = { rented: false, cheap: false, masked: false, remote: false };

/** Of a list of ordinary words those that the comparison could take for a brand, or that are a brand's name. */
export function commonWordsNear(registry: Registry, words: readonly string[]): readonly string[] {
  const index = { ...indexTargets(registry), common: new Set<string>() };
  return words.filter((word) => {
    const label = labelParts(word);
    return index.byText.has(word) || confusable(label, index).length > 0 || slips(label, index, ANYWHERE).length > 0;
  });
}
