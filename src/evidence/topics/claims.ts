import type { NameHit, Registry } from "../../brands/registry.ts";
import { foldText } from "../../terms/normalise.ts";
import type { Quote } from "../../terms/index.ts";
import type { Claim, ClaimPlace, Gathered, Sender } from "../evidence.ts";
import { addressesCustomers } from "../greeting.ts";
import { isMailboxCustomer } from "../mailbox-providers.ts";

/** A piece of what the reader sees, with the way back to the raw mail. */
export interface ClaimsPart {
  readonly text: string;
  readonly place: ClaimPlace;
  quoteAt(start: number, end: number): Quote;
}

/** What of a mail tells who is speaking. */
export interface ClaimsInput {
  readonly subject: Quote | undefined;
  readonly sender: Sender | undefined;
  readonly parts: readonly ClaimsPart[];
  /** Came by a mailing list, or is news: names in the text then say nothing of who speaks. */
  readonly list?: boolean | undefined;
  /** ISO day of the mail. */
  readonly day?: string | undefined;
}

type PlacedQuote = Claim["quotes"][number];

/** What was found for one brand: each place counts once, with its strongest reading. */
interface Trail {
  readonly quotes: PlacedQuote[];
  readonly weights: Map<string, number>;
  /** Only short names so far (au, JA, ETC): not a claim without another word of the trade. */
  onlyShort: boolean;
}

type Trails = Map<string, Trail>;

/** From this weight on the mail says it *is* the brand. A sender's name alone reaches it, names in running text never do. */
const SPEAKS = 8;
const WEIGHT = {
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
/** What a mail must reach whose sender bears a name of its own (Honey at joinhoney.com writing about PayPal), or that came by a list. */
const SPEAKS_LOUDLY = 13;
const SPEAKS_ON_LIST = 12;
const MAX_QUOTES = 8;
/** How far into the text a greeting is looked for, in UTF-16 units. */
const GREETING_WITHIN = 2000;

const COMPANY_LINE =
  /^\s*(?:[■●▼◆◇─━―=＊*\-―_\s]*)(?:©|\(c\)|copyright|発行|配信元?|差出人|株式会社|(?:.{0,30})(?:株式会社|合同会社|サポート|カスタマー|事務局|センター|お客様窓口|support|team|customer service|security|inc\.?|all rights reserved))/iu;
const ANSWER = /^\s*(?:re|fwd?|aw|wg|返信|転送)\s*[:：]/i;

/** Which brands the mail says it is from, and which it only talks about (design.md §4: a mention is not a claim). */
export function gatherClaims(input: ClaimsInput, registry: Registry): Gathered<readonly Claim[]> {
  const trails: Trails = new Map();
  fromSender(input, registry, trails);
  fromSubject(input.subject, input.list === true, registry, trails);
  for (const part of input.parts) fromPart(part, registry, trails);
  const official = officialBrands(input, registry);
  const claims = withoutBareAddresses([...trails].map(([brand, trail]) => toClaim(brand, trail, input, official, registry)));
  if (claims.length === 0) return { kind: "absent" };
  return { kind: "found", value: claims.sort((a, b) => b.weight - a.weight || (a.brand < b.brand ? -1 : 1)) };
}

/** 三井住友カード in the subject, creema.jp in the address: who is named speaks, whose address was taken does not. */
function withoutBareAddresses(claims: Claim[]): Claim[] {
  const bare = (claim: Claim): boolean => claim.quotes.every((quote) => quote.place === "fromAddress");
  if (!claims.some((claim) => claim.kind === "speaks" && !bare(claim))) return claims;
  return claims.map((claim) => (claim.kind === "speaks" && bare(claim) ? { ...claim, kind: "mention" } : claim));
}

function fromSender(input: ClaimsInput, registry: Registry, trails: Trails): void {
  for (const mailbox of input.sender?.from ?? []) {
    const { domain, quote } = mailbox;
    // The address once more is no name; it is read below.
    const displayName = mailbox.displayName.trim().toLowerCase() === mailbox.address.toLowerCase() ? "" : plainName(mailbox.displayName);
    const whole = displayName === "" ? undefined : registry.findBrand(displayName);
    if (whole !== undefined && displayName.length <= 60) add(trails, whole.id, "displayName", WEIGHT.displayName, quote, false);
    const own = ownWord(displayName, domain);
    for (const hit of [...registry.findNames(displayName), ...hiddenNames(displayName, registry)]) {
      // "Synchrony for your PayPal card" from synchrony.com: the sender named itself first.
      const second = own !== undefined && displayName.slice(0, hit.start).toLowerCase().includes(own);
      add(trails, hit.brand, "displayName", second ? WEIGHT.body : WEIGHT.displayName, quote, hit.short);
    }
    for (const host of hostsIn(displayName))
      for (const brand of ownersOf(registry, host, input.day)) add(trails, brand, "displayName", WEIGHT.addressInName, quote, false);
    for (const brand of isMailboxCustomer(mailbox.address) ? [] : ownersOf(registry, domain, input.day))
      add(trails, brand, "fromAddress", WEIGHT.officialAddress, quote, false);
    const words = mailbox.address.replace(/[@._+-]+/g, " ");
    const host = mailbox.address.lastIndexOf("@") + 1;
    for (const hit of registry.findNames(words)) {
      // tepco-security.jp: a domain made of the name and lures, while a local part may say anything.
      const posed = hit.start >= host && mailbox.displayName === "" && domain.includes("-");
      if (!hit.short) add(trails, hit.brand, "fromAddress", posed ? WEIGHT.posedDomain : WEIGHT.domainNames, quote, false);
    }
  }
}

/** Trade marks and strokes laid over letters are ornament; NFKC would make "Acme™" the word "AcmeTM". */
function plainName(displayName: string): string {
  return displayName.replace(/[™®©℠]/g, " ").replace(/[\u0335-\u0338]/g, "");
}

/** Names run together or joined by signs: "AcmeMail", "Streaming@Acme.de", "@acme digital". Long ones only, short words meet by chance. */
function hiddenNames(displayName: string, registry: Registry): readonly NameHit[] {
  const apart = displayName
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[@._\-\[\]|/]+/g, " ");
  return apart === displayName ? [] : registry.findNames(apart).filter((hit) => !hit.short);
}

function fromSubject(subject: Quote | undefined, list: boolean, registry: Registry, trails: Trails): void {
  if (subject === undefined) return;
  const answer = ANSWER.test(subject.text);
  // A list puts its name in front: [list-name] subject.
  const opening = /^\s*(?:\[[^\]]{1,60}\]\s*)?/.exec(subject.text)![0].length;
  for (const hit of registry.findNames(subject.text)) {
    const weight = answer || (list && hit.start < opening) ? WEIGHT.body : subjectWeight(subject.text, hit, opening);
    add(trails, hit.brand, "subject", weight, subject, hit.short);
  }
}

function subjectWeight(subject: string, hit: NameHit, opening: number): number {
  if (isSpokenAbout(subject, hit)) return WEIGHT.wholeTag;
  const before = subject.slice(Math.max(0, hit.start - 20), hit.start);
  const tagged = /[【［<＜「『(（]\s*[^】］>＞」』)）]{0,12}$/u.test(before) || /^\s*\[\s*$/.test(subject.slice(0, Math.min(hit.start, 20)));
  if (tagged) return endsTag(subject, hit.end) ? WEIGHT.wholeTag : WEIGHT.tagged;
  return hit.start <= opening ? WEIGHT.opening : WEIGHT.subject;
}

/** 【三井住友カード】, 【Amazonサービス】: the tag is the name and hardly more, which is how a company marks its own mail. */
function endsTag(subject: string, end: number): boolean {
  return /^\s*(?:サービス|サポート|セキュリティ|カスタマー\S{0,6}|お客様\S{0,6}|事務局|公式|銀行|カード|証券)?\s*[】］>＞」』)）\]:：]/u.test(
    subject.slice(end, end + 16),
  );
}

/** "Acme account alert", "Acme: was this you?" near the front of a subject (en, de, fr, es, pt, nl). */
const SPOKEN_IN_LATIN =
  /^[’']?s?\s*(?::|[-–—]\s|(?:bank |card |online |wallet )?(?:accounts?|security|cyber ?security|support|alerts?|notices?|notifications?|verification|billing|customers?|members?|team|rewards?|winner|aviso|conta|cuenta|cliente|konto|kunde|sicherheit|compte|s[ée]curit[ée]|rekening)\b)/iu;

/** "○○からの重要なお知らせ", "○○ご利用確認", "○○アカウントの…": words a company puts after its own name in a subject. */
function isSpokenAbout(subject: string, hit: NameHit): boolean {
  const after = subject.slice(hit.end, hit.end + 24);
  if (SPOKEN_IN_LATIN.test(after) && subject.slice(0, hit.start).trim().length <= 24) return true;
  if (/(?:アカウント|id)$/iu.test(subject.slice(hit.start, hit.end)) && /^\s*(?:の|を|が|は|に|情報)/u.test(after)) return true;
  return /^[\s」』】〉》）)]*(?:(?:税務署|センター|事務局|サポート\S{0,4}|エナジーパートナー)?(?:から|より)の?|(?:の)?(?:ご利用|御利用|ご登録|アカウント|会員|お客様|id(?=[のをがは・\s])|(?:ご登録)?情報(?:の|を)(?:更新|ご?確認|変更)))/iu.test(
    after,
  );
}

function fromPart(part: ClaimsPart, registry: Registry, trails: Trails): void {
  const hits = registry.findNames(part.text);
  if (hits.length === 0) return;
  const tail = part.place === "body" ? signatureStart(part.text) : part.place === "footer" ? 0 : part.text.length;
  // A row of several companies (follow us on …, pay with …) names nobody as the speaker.
  const row = part.place === "footer" || part.place === "logoAlt" ? new Set(hits.map((hit) => hit.brand)).size > 1 : false;
  for (const hit of hits) {
    const signed = hit.start >= tail && signs(part.text, hit.start, hit.end);
    // The first logo is the sender's; later ones are shops, cards and social networks.
    const later = part.place === "logoAlt" && [...trails].some(([brand, trail]) => brand !== hit.brand && trail.weights.has("logoAlt"));
    const greets = part.place === "body" && hit.start < GREETING_WITHIN && addressesCustomers(part.text, hit.start, hit.end);
    const weight = row || later ? WEIGHT.linkText : signed ? WEIGHT.signature : greets ? WEIGHT.greeting : weightOf(part.place);
    add(trails, hit.brand, signed ? "footer" : part.place === "footer" ? "body" : part.place, weight, () => part.quoteAt(hit.start, hit.end), hit.short);
  }
}

function weightOf(place: ClaimPlace): number {
  // A name in running text near the end is no signature.
  if (place === "displayName" || place === "fromAddress" || place === "footer") return WEIGHT.body;
  return WEIGHT[place];
}

/** Start of the last lines of a text: where a signature stands. */
function signatureStart(text: string): number {
  let at = text.length;
  for (let lines = 0; lines < 16 && at > 0;) {
    const newline = text.lastIndexOf("\n", at - 1);
    if (text.slice(newline + 1, at).trim() !== "") lines++;
    at = Math.max(0, newline);
    if (newline < 0) return 0;
  }
  return at;
}

/** Whether the line is short and reads as who signs: the name alone, or with 株式会社, ©, サポート, Team. */
function signs(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const to = newline < 0 ? text.length : newline;
  if (to - from > 120) return false;
  const line = text.slice(from, to);
  if (/https?:|@/.test(line)) return false;
  const rest = (text.slice(from, start) + text.slice(end, to)).replace(/[\s\p{P}\p{S}]/gu, "");
  return rest.length <= 2 || (rest.length <= 40 && COMPANY_LINE.test(line));
}

function add(trails: Trails, brand: string, place: ClaimPlace, weight: number, quote: Quote | (() => Quote), short: boolean): void {
  let trail = trails.get(brand);
  if (trail === undefined) trails.set(brand, (trail = { quotes: [], weights: new Map(), onlyShort: true }));
  if (!short) trail.onlyShort = false;
  const known = trail.weights.get(place);
  trail.weights.set(place, Math.max(known ?? 0, weight));
  if (trail.quotes.length < MAX_QUOTES && (known === undefined || trail.quotes.length < 4)) {
    const found = typeof quote === "function" ? quote() : quote;
    trail.quotes.push({
      text: found.text,
      // Bytes are looked up only for names that are quoted.
      get where() {
        return found.where;
      },
      place,
    });
  }
}

function toClaim(brand: string, trail: Trail, input: ClaimsInput, official: ReadonlySet<string>, registry: Registry): Claim {
  const weight = [...trail.weights.values()].reduce((sum, one) => sum + one, 0);
  const inName = (trail.weights.get("displayName") ?? 0) >= SPEAKS && !(official.size > 0 && namesOneOf(official, input, registry));
  const named = inName || official.has(brand);
  const at = (place: string): number => trail.weights.get(place) ?? 0;
  const marked = at("subject") >= WEIGHT.wholeTag;
  const needed = marked && input.list !== true ? SPEAKS : namesItself(input) ? SPEAKS_LOUDLY : input.list === true ? SPEAKS_ON_LIST : SPEAKS;
  const maySpeak =
    named ||
    ((official.size === 0 || marked || at("body") >= WEIGHT.greeting) &&
      !hasOwnName(input, registry) &&
      (input.list !== true || at("subject") >= WEIGHT.opening || greetsAndSigns(trail)));
  // An employee's own mail from the company's domain: nobody speaks for the company.
  const byName = inName || hasName(trail) || !bearsPersonalName(input);
  const strong =
    maySpeak &&
    byName &&
    weight >= (named ? SPEAKS : needed) &&
    (named || trail.weights.size >= 2 || ((marked || at("fromAddress") === WEIGHT.posedDomain) && !bearsPersonalName(input)));
  const speaks = strong && (!trail.onlyShort || isRepeated(trail) || trustsShort(brand, input, registry));
  return { brand, quotes: [...trail.quotes].sort((a, b) => ORDER.indexOf(a.place) - ORDER.indexOf(b.place)), kind: speaks ? "speaks" : "mention", weight };
}

/** The company is named where a sender names itself, not only in the address or in running text. */
function hasName(trail: Trail): boolean {
  const at = (place: string): number => trail.weights.get(place) ?? 0;
  return (
    at("displayName") > WEIGHT.body || at("subject") > WEIGHT.body || at("heading") > 0 || at("logoAlt") > 1 || at("footer") > 1 || at("body") > WEIGHT.body
  );
}

/** Thanks its customers at the top and signs at the foot: it speaks for the company even on a list. */
function greetsAndSigns(trail: Trail): boolean {
  const at = (place: string): number => trail.weights.get(place) ?? 0;
  return at("body") >= WEIGHT.greeting && (at("footer") >= WEIGHT.signature || at("logoAlt") >= WEIGHT.logoAlt || at("heading") > 0);
}

/** Two or three capitalised words, or a short Japanese name: "Naman Jain". A role (Support Team, お知らせ) is none. */
function bearsPersonalName(input: ClaimsInput): boolean {
  const name = input.sender?.from[0]?.displayName.trim() ?? "";
  if (name === "" || /[@.\d]/.test(name)) return false;
  return !/support|team|service|notice|notification|info|reply|account|security|alert|center|centre|mail|update|お知らせ|通知|サポート|事務局|センター|窓口|配信|送信/i.test(
    name,
  );
}

const ORDER: readonly ClaimPlace[] = ["displayName", "fromAddress", "subject", "heading", "logoAlt", "footer", "body", "linkText"];

/** Whether the sender's display name already names some known brand: then others in the text are talked about. */
function hasOwnName(input: ClaimsInput, registry: Registry): boolean {
  return (input.sender?.from ?? []).some((mailbox) => registry.findNames(mailbox.displayName).some((hit) => !hit.short));
}

/** "Amazon Benefits at Fidelity" from fidelity.com: the brand whose domain it is stands in the name, the other is its topic. */
function namesOneOf(brands: ReadonlySet<string>, input: ClaimsInput, registry: Registry): boolean {
  return (input.sender?.from ?? []).some((mailbox) => registry.findNames(mailbox.displayName).some((hit) => brands.has(hit.brand)));
}

const COMMON_WORDS = new Set([
  "mail",
  "email",
  "info",
  "support",
  "service",
  "services",
  "account",
  "accounts",
  "security",
  "team",
  "notice",
  "noreply",
  "reply",
  "admin",
  "center",
  "update",
  "alert",
  "notification",
  "customer",
  "online",
  "bank",
  "card",
]);

/** First word of a display name that also stands in the sender's domain; lower case. */
function ownWord(displayName: string, domain: string): string | undefined {
  // An address as display name repeats the domain, and " via list" is the list's own addition: neither is a name.
  if (displayName.includes("@")) return undefined;
  const words =
    displayName
      .slice(0, 200)
      .replace(/ via .*$/i, "")
      .toLowerCase()
      .match(/[a-z0-9]{4,}/g) ?? [];
  return words.find((word) => !COMMON_WORDS.has(word) && domain.includes(word));
}

function namesItself(input: ClaimsInput): boolean {
  return (input.sender?.from ?? []).some((mailbox) => ownWord(mailbox.displayName, mailbox.domain) !== undefined);
}

/** A short name in the display name that stands in another telling place as well is no chance hit. */
function isRepeated(trail: Trail): boolean {
  const at = (place: string): number => trail.weights.get(place) ?? 0;
  return (
    at("displayName") >= SPEAKS &&
    (at("subject") > WEIGHT.body || at("heading") > 0 || at("footer") >= WEIGHT.signature || at("logoAlt") > 1 || at("body") >= WEIGHT.greeting)
  );
}

/** A short name counts when a topic word of the brand stands in the mail. */
function trustsShort(brand: string, input: ClaimsInput, registry: Registry): boolean {
  const words = (registry.get(brand)?.topicWords ?? []).map(foldText);
  const texts = [input.sender?.from[0]?.displayName ?? "", input.subject?.text ?? "", ...input.parts.map((part) => part.text.slice(0, 20_000))];
  return texts.some((text) => {
    const folded = foldText(text);
    return words.some((word) => folded.includes(word));
  });
}

/** Brands whose own domain stands in From. */
function officialBrands(input: ClaimsInput, registry: Registry): ReadonlySet<string> {
  return new Set((input.sender?.from ?? []).flatMap((mailbox) => (isMailboxCustomer(mailbox.address) ? [] : ownersOf(registry, mailbox.domain, input.day))));
}

function ownersOf(registry: Registry, host: string, day: string | undefined): readonly string[] {
  if (host === "") return [];
  const roles = registry.rolesOf(host, day).filter((found) => found.role === "site" || found.role === "sender" || found.role === "machine");
  return [...new Set(roles.map((found) => found.brand))];
}

/** Hosts written in a display name (`support@xserver.ne.jp`, `Amazon.co.jp`). */
function hostsIn(displayName: string): readonly string[] {
  return (
    displayName
      .slice(0, 300)
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? []
  );
}
