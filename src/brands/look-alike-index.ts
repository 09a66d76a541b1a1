import { withinDistance } from "./edit-distance.ts";
import { glance } from "./glance.ts";
import { labelParts, partsOf } from "./host-parts.ts";
import type { HostParts, LabelParts } from "./host-parts.ts";
import { lureOf } from "./lure-words.ts";
import { toUnicodeHost } from "./punycode.ts";
import type { LookAlike, LookAlikeKind } from "./look-alike.ts";
import type { Registry, TargetFound } from "./registry.ts";

/** A look-alike found without knowing which brand is meant. */
export interface BrandLookAlike extends LookAlike {
  readonly brand: string;
  /** `strong`: hardly chance; `weak`: may as well be another company's name, another country's site or a partner. */
  readonly strength: "strong" | "weak";
}

type Entry = TargetFound;

interface Index {
  readonly byText: ReadonlyMap<string, readonly Entry[]>;
  readonly byGlance: ReadonlyMap<string, readonly Entry[]>;
  /** Official labels with one letter left out, for slips. */
  readonly byGap: ReadonlyMap<string, readonly Entry[]>;
  /** First four letters of the words, and the last labels of the official domains. */
  readonly heads: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly longest: number;
  readonly common: ReadonlySet<string>;
}

const MAX_REMEMBERED = 5000;
/** Below this a word is too near to others for a slip to mean it. */
const SHORTEST_FOR_SLIPS = 6;
/** From here on a name is its own even where it runs on into other letters. */
const LONG = 8;
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
    const found = lookUp(host.toLowerCase().replace(/\.$/, ""), (index ??= buildIndex(registry)), registry);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(host, found);
    return found;
  };
  compiled.set(registry, find);
  return find;
}

function buildIndex(registry: Registry): Index {
  const index = {
    byText: new Map<string, Entry[]>(),
    byGlance: new Map<string, Entry[]>(),
    byGap: new Map<string, Entry[]>(),
    heads: new Set<string>(),
    endings: new Set(["jp", "com"]),
    longest: 0,
    common: registry.commonWords ?? new Set<string>(),
  };
  for (const entry of registry.targets ?? []) {
    push(index.byText, entry.text, entry);
    index.heads.add(entry.text.slice(0, 4));
    index.endings.add(entry.domain.slice(entry.domain.lastIndexOf(".") + 1));
    push(index.byGlance, glance(entry.text), entry);
    if (entry.label !== "" && entry.text.length >= SHORTEST_FOR_SLIPS) for (const gap of gapsOf(entry.text)) push(index.byGap, gap, entry);
    index.longest = Math.max(index.longest, entry.text.length);
  }
  return index;
}

function lookUp(host: string, index: Index, registry: Registry): readonly BrandLookAlike[] {
  if (host === "" || host.length > 253 || registry.rolesOf(host, undefined).length > 0) return [];
  const parts = partsOf(host);
  if (parts === undefined || registry.rolesOf(parts.domain, undefined).length > 0) return [];
  const own = labelParts(parts.label);
  const below = parts.subdomain === "" ? [] : parts.subdomain.split(".").slice(-8).map(labelParts);
  const ending = parts.suffix.slice(parts.suffix.lastIndexOf(".") + 1);
  const cheap = parts.rented || CHEAP.has(ending);
  const place: Place = {
    rented: parts.rented,
    cheap,
    masked: MASK.test(parts.subdomain) || MASK.test(parts.label),
    remote: !parts.rented && (cheap || ending === "cn"),
  };
  const found: BrandLookAlike[] = [
    ...sameLabel(parts, own, index, place),
    ...confusable(own, index),
    ...slips(own, index, place.cheap),
    ...inside(own, index, "combosquat", place),
    ...officialIn(parts, index, registry),
    ...below.flatMap((label) => [
      ...inside(label, index, "brandInSubdomain", place),
      ...confusable(label, index),
      ...(place.masked ? slips(label, index, true) : slips(label, index, false).map(weaker)),
    ]),
  ];
  return found.sort((a, b) => (a.strength === b.strength ? 0 : a.strength === "strong" ? -1 : 1));
}

const weaker = (found: BrandLookAlike): BrandLookAlike => ({ ...found, strength: "weak" });

function as(entry: Entry, kind: LookAlikeKind, strong: boolean): BrandLookAlike {
  return { brand: entry.brand, kind, of: entry.domain, strength: strong ? "strong" : "weak" };
}

/** Not an ordinary word, and long enough that nobody else bears it by chance. */
const isDistinct = (text: string, index: Index, length = SHORTEST_FOR_SLIPS): boolean => text.length >= length && !index.common.has(text);

/** The official label under another ending: another country's site of the brand as often as not, another firm of that name, or a fake. */
function sameLabel(parts: HostParts, own: LabelParts, index: Index, place: Place): readonly BrandLookAlike[] {
  return (index.byText.get(own.compact) ?? []).map((entry) => {
    const strong = isDistinct(entry.text, index, LONG) && place.cheap;
    if (entry.label === parts.label) return as(entry, parts.rented ? "brandInSubdomain" : "tldSwap", strong);
    return as(entry, entry.label === "" ? "combosquat" : "typosquat", strong);
  });
}

/** Endings that anybody registers for little and companies do not use for their other countries. */
const CHEAP = new Set(
  "xyz top shop online site club vip icu cyou cfd sbs buzz live life click link work world space fun store website tech monster bar rest quest cam asia info biz cc pw tk ml ga cf gq ltd pro bond lol mom wang win bid loan men date review stream download racing trade party science cricket faith accountant support services center company agency network systems email today solutions".split(
    " ",
  ),
);

function confusable(label: LabelParts, index: Index): readonly BrandLookAlike[] {
  const found = [label, ...(label.words.length > 1 ? label.words.map(labelParts) : [])].flatMap((one) =>
    (index.byGlance.get(one.glance) ?? []).filter((entry) => entry.text !== one.compact && !index.common.has(one.compact)).map((entry) => ({ entry, one })),
  );
  return found.map(({ entry, one }) => {
    const foreign = /[^\x00-\x7f]/.test(one.compact);
    return as(entry, "confusable", foreign ? entry.text.length >= 5 : isDistinct(entry.text, index, 7) && entry.label !== "");
  });
}

/** One letter added, left out, changed or swapped, in the label or one of its words; two in long names. */
function slips(label: LabelParts, index: Index, cheap: boolean): readonly BrandLookAlike[] {
  const words = label.words.length === 1 ? label.words : [label.compact, ...label.words];
  return words.flatMap((word) => {
    if (word.length < SHORTEST_FOR_SLIPS - 1 || word.length > index.longest + 1 || index.common.has(word) || index.byText.has(word)) return [];
    const candidates = new Set([word, ...gapsOf(word)].flatMap((gap) => [...(index.byGap.get(gap) ?? []), ...(index.byText.get(gap) ?? []).filter(isLabel)]));
    return [...candidates]
      .filter((entry) => entry.text.length >= SHORTEST_FOR_SLIPS && withinDistance(word, entry.text, entry.text.length >= 10 ? 2 : 1))
      .map((entry) => as(entry, "typosquat", isTelling(word, entry, index, cheap)));
  });
}

/** A slip in a name of its own kind, not in one made of an ordinary ending and little else (fastmail, lastmail). */
function isTelling(word: string, entry: Entry, index: Index, cheap: boolean): boolean {
  if (word.charCodeAt(0) !== entry.text.charCodeAt(0)) return false;
  const stem = entry.text.replace(ORDINARY_ENDING, "");
  return stem.length >= 5 && isDistinct(entry.text, index, 7);
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
        isStrongInside(word, [compact.slice(0, start), compact.slice(end)], asWord, index, place);
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

/** Companies have sites such as brandpay.com themselves: beside an ordinary word only the ending tells. */
function isStrongInside(word: string, rest: readonly string[], asWord: boolean, index: Index, place: Place): boolean {
  if (rest.join("") === "") return place.rented && isDistinct(word, index, LONG);
  const lure = lureOf(rest);
  if (lure === 0 || (place.rented && !asWord && word.length < LONG)) return false;
  return isDistinct(word, index, lure === 2 || place.cheap ? SHORTEST_FOR_SLIPS : LONG);
}

/** An official domain written out in a foreign host: `www.example.co.jp.evil.test`, `example.com-evil.test`, `example-co-jp.test`. */
function officialIn(parts: HostParts, index: Index, registry: Registry): readonly BrandLookAlike[] {
  const found = officialRun(parts, index, registry);
  if (found === undefined) return [];
  return [
    { brand: found.brand, kind: found.below ? "brandInSubdomain" : "combosquat", of: found.domain, strength: DELIVERY.test(parts.host) ? "weak" : "strong" },
  ];
}

interface Run {
  readonly brand: string;
  readonly domain: string;
  readonly below: boolean;
}

/** Pieces of the host between dots and hyphens, without the public suffix; a run of them that is an official domain with its ending. */
function officialRun(parts: HostParts, index: Index, registry: Registry): Run | undefined {
  const own = parts.host.slice(0, parts.host.length - parts.suffix.length - 1);
  const cuts = [...own.matchAll(/[.-]|$/g)].map((cut) => cut.index);
  const starts = [0, ...cuts.map((cut) => cut + 1)].slice(0, 24);
  const ownLabelAt = own.length - parts.label.length;
  for (const start of starts) {
    for (const end of cuts
      .filter((cut) => cut > start)
      .slice(0, 5)
      .reverse()) {
      const run = own.slice(start, end);
      if (!/[.-]/.test(run) || !index.endings.has(run.slice(Math.max(run.lastIndexOf("."), run.lastIndexOf("-")) + 1))) continue;
      const below = start < ownLabelAt;
      const role = officialRole(run, registry) ?? (run.includes("-") && isTold(run, index) ? officialRole(run.replaceAll("-", "."), registry) : undefined);
      if (role !== undefined) return { ...role, below };
    }
  }
  return undefined;
}

/** Whether a domain written with hyphens begins with a name of its own kind: `office-com` may be anything. */
const isTold = (run: string, index: Index): boolean => isDistinct(run.slice(0, run.indexOf("-")), index);

/** The brand whose very domain this is, not one below it. */
function officialRole(domain: string, registry: Registry): { readonly brand: string; readonly domain: string } | undefined {
  if (!domain.includes(".") || domain.startsWith(".")) return undefined;
  const role = registry.rolesOf(domain, undefined).find((found) => (found.role === "site" || found.role === "sender") && found.fact.domain === domain);
  return role === undefined ? undefined : { brand: role.brand, domain };
}

const isLabel = (entry: Entry): boolean => entry.label !== "";

function gapsOf(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Of a list of ordinary words those that the comparison could take for a brand, or that are a brand's name. */
export function commonWordsNear(registry: Registry, words: readonly string[]): readonly string[] {
  const index = { ...buildIndex(registry), common: new Set<string>() };
  return words.filter((word) => {
    const label = labelParts(word);
    return index.byText.has(word) || confusable(label, index).length > 0 || slips(label, index, false).length > 0;
  });
}

/**
 * The official domain that a foreign host holds, whoever a mail is from: with its ending (`example.com.evil.test`,
 * `examplecom-evil.test`), or as a word of the registered label (`my-example.test`). Ordinary words count only with their ending.
 */
export function officialInside(host: string, registry: Registry): string | undefined {
  const wanted = toUnicodeHost(host.toLowerCase());
  const parts = partsOf(wanted);
  if (parts === undefined || registry.rolesOf(wanted, undefined).length > 0) return undefined;
  const index = buildIndex(registry);
  const plain = { ...parts, host: withoutAccents(parts.host), label: withoutAccents(parts.label) };
  const run = officialRun(plain, index, registry);
  if (run !== undefined) return run.domain;
  for (const word of plain.host.slice(0, -parts.suffix.length - 1).split(/[.-]/)) {
    const glued = (registry.targets ?? []).find((target) => isDistinct(target.text, index) && target.domain.replaceAll(".", "") === word);
    if (glued !== undefined) return glued.domain;
  }
  const own = plain.label.split("-");
  const word = own.length > 1 ? own.find((one) => isDistinct(one, index) && index.byText.get(one)?.some(isLabel) === true) : undefined;
  return word === undefined ? undefined : index.byText.get(word)?.find(isLabel)?.domain;
}

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
