import type { Brand } from "./brand.ts";
import { mayBeNear, nearestStretch, withinDistance } from "./edit-distance.ts";
import { labelParts, partsOf } from "./host-parts.ts";
import type { HostParts, LabelParts } from "./host-parts.ts";
import { isGeneric, targetsOf } from "./look-alike-targets.ts";
import type { Target } from "./look-alike-targets.ts";

export { glance as skeleton } from "./glance.ts";
export { withinDistance } from "./edit-distance.ts";

export type LookAlikeKind = "typosquat" | "confusable" | "combosquat" | "brandInSubdomain" | "tldSwap";

/** A host that resembles an official domain of a brand without being one. */
export interface LookAlike {
  readonly kind: LookAlikeKind;
  /** The official domain it resembles. */
  readonly of: string;
}

/** What a host is compared by: its own label, and those below it. */
interface Seen extends HostParts {
  readonly own: LabelParts;
  readonly below: readonly LabelParts[];
  readonly all: readonly LabelParts[];
  /** The words of all labels, each as a label of its own. */
  readonly words: readonly LabelParts[];
}

/**
 * The strongest resemblance of a host to a domain or name of one brand, for a mail that says it is that brand;
 * undefined when official or unlike. Taken widely: with the claim given, a host of nobody else's needs little to be
 * meant as this brand's. For hosts without a claim see `lookAlikesAmong`.
 */
export function lookAlikeOf(host: string, brand: Brand): LookAlike | undefined {
  let answers = remembered.get(brand);
  if (answers === undefined) remembered.set(brand, (answers = new Map()));
  if (answers.has(host)) return answers.get(host);
  if (answers.size >= MAX_REMEMBERED) answers.clear();
  const found = compare(host, brand);
  answers.set(host, found);
  return found;
}

/** The last answers of each brand: the mails of a campaign bear the same hosts. */
const remembered = new WeakMap<Brand, Map<string, LookAlike | undefined>>();
const MAX_REMEMBERED = 500;

function compare(host: string, brand: Brand): LookAlike | undefined {
  const wanted = host
    .toLowerCase()
    .replace(/\.{2,}/g, ".")
    .replace(/\.$/, "");
  if (wanted === "" || wanted.length > 253 || isOwn(wanted, brand)) return undefined;
  const parts = partsOf(wanted);
  if (parts === undefined) return undefined;
  const below = parts.subdomain === "" ? [] : parts.subdomain.split(".").slice(-8).map(labelParts);
  const own = labelParts(parts.label);
  const all = [own, ...below];
  const words = all.flatMap((label) => (label.words.length > 1 ? label.words.map(labelParts) : []));
  const seen: Seen = { ...parts, own, below, all, words };
  const targets = targetsOf(brand);
  for (const comparison of COMPARISONS) {
    for (const target of targets) {
      const kind = comparison(seen, target);
      if (kind !== undefined) return { kind, of: target.domain };
    }
  }
  return undefined;
}

function isOwn(host: string, brand: Brand): boolean {
  return [brand.siteDomains, brand.senderDomains, brand.delegatedSenders, brand.linkTrackers].some((facts) =>
    facts.some((fact) => host === fact.domain || (host.endsWith(fact.domain) && host.charCodeAt(host.length - fact.domain.length - 1) === 0x2e)),
  );
}

type Comparison = (seen: Seen, target: Target) => LookAlikeKind | undefined;

/** Order = how telling a resemblance is. */
const COMPARISONS: readonly Comparison[] = [
  (seen, target) => (seen.label === target.label && seen.suffix !== target.suffix ? (seen.rented ? "brandInSubdomain" : "tldSwap") : undefined),
  (seen, target) => (looksLike(seen.own, target) ? "confusable" : undefined),
  // eki-net.com → ekinet.com: the hyphen alone is moved.
  (seen, target) => (target.label !== undefined && seen.own.compact === target.text && seen.label !== target.label ? "typosquat" : undefined),
  // schwab-6: the name whole beside something else is no slip of the pen.
  (seen, target) => (seen.own.words.length > 1 && seen.own.words.includes(target.text) && !isGeneric(target.text) ? "combosquat" : undefined),
  (seen, target) => (isTypo(seen.own.compact, target, seen.own.letters) ? "typosquat" : undefined),
  (seen, target) => (namesIn(seen.own, target) ? "combosquat" : undefined),
  (seen, target) => (seen.below.length > 1 && `.${seen.subdomain}.`.includes(`.${target.domain}.`) ? "brandInSubdomain" : undefined),
  (seen, target) => (seen.below.some((label) => label.compact === target.text || namesIn(label, target)) ? "brandInSubdomain" : undefined),
  (seen, target) => (seen.words.some((word) => looksLike(word, target)) ? "confusable" : undefined),
  (seen, target) => (seen.all.some((label) => looksLike(label, target)) ? "confusable" : undefined),
  (seen, target) => (seen.all.some((label) => typoIn(label, target)) ? "typosquat" : undefined),
];

/** Looks the same but is written otherwise. Two or three letters look like too much. */
function looksLike(label: LabelParts, target: Target): boolean {
  return target.text.length >= 4 && label.compact !== target.text && label.glance === target.glance;
}

/** How many slips still leave a word of this length the same word to a reader. */
function slipsFor(length: number): number {
  if (length >= 12) return 3;
  return length >= 7 ? 2 : length >= 4 ? 1 : 0;
}

function isTypo(seen: string, target: Target, letters: number): boolean {
  const allowed = slipsFor(target.text.length);
  if (allowed === 0 || seen === target.text || !mayBeNear(target.letters, letters, allowed)) return false;
  return !isGeneric(seen) && withinDistance(seen, target.text, allowed);
}

/** A word of the label, or a stretch of it, is the name with slips: `login-amazom`, `wwwinfosaisoncarb`. */
function typoIn(label: LabelParts, target: Target): boolean {
  // What is not near with all letters of the label is not near with those of a part of it.
  if (!mayBeNear(target.letters, label.letters, slipsFor(target.text.length))) return false;
  if (label.words.some((word) => isTypo(word, target, label.letters))) return true;
  if (pairsOf(label.words).some((pair) => isTypo(pair, target, label.letters))) return true;
  const length = target.text.length;
  return length >= 6 && label.compact.length > length && mayBeNear(target.letters, label.letters, 1) && nearestStretch(label.compact, target.text, 1) <= 1;
}

/** Neighbouring words run together: `smbc-crad` for `smbccard`. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, at) => `${words[at]!}${word}`);
}

/** The name is a word of the label (`amazon-login`), begins or ends it (`myjcb`), or stands inside it when long enough not to be chance. */
function namesIn(label: LabelParts, target: Target): boolean {
  const { text } = target;
  if (isGeneric(text)) return false;
  if (label.compact === text) return target.label === undefined;
  if (label.words.includes(text) || pairsOf(label.words).includes(text)) return true;
  if (text.length >= 4) return label.compact.includes(text);
  return text.length === 3 && label.words.some((word) => word.startsWith(text) || word.endsWith(text));
}
