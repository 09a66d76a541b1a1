import { defaultRegistry } from "../src/brands/index.ts";
import type { Brand } from "../src/brands/brand.ts";

/**
 * Labels of an index that are more than one name, or a name of several brands: the registry ids that are right for them
 * beside what `findBrand` reads. A label such as `Shell/giftcards` is a kind of lure rather than a company: the shops
 * whose gift cards and presents are offered.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  SMBC: ["smbc-card", "smbc-bank", "smbc-trust-prestia", "smbc-nikko", "smbc-finance"],
  Aeon: ["aeon-card", "aeon-bank", "iaeon", "waon", "aeon-mobile"],
  Rakuten: ["rakuten-ichiba", "rakuten-card", "rakuten-bank", "rakuten-securities", "rakuten-mobile", "rakuten-pay", "rakuma", "rakuten-travel"],
  "Mastercard/Visa": ["mastercard", "visa"],
  "Lowe's/Home Depot/Ace": ["lowes", "home-depot", "ace-hardware", "harbor-freight", "tractor-supply"],
  "Ekinet/JR": ["ekinet", "view-card", "jre-point", "jr-east", "mobile-suica"],
  "JR West": ["club-j-west"],
  ETC: ["etc-meisai", "smile-etc", "nexco-east", "nexco-central", "nexco-west"],
  MUFG: ["mufg-bank", "mufg-nicos", "mufg-trust", "mufg-esmart", "mufg-morgan-stanley"],
  Saison: ["saison-card"],
  "State Farm/AAA/insurers": "state-farm aaa-us aarp geico allstate progressive humana blue-cross aetna aflac-japan adac endurance carshield".split(" "),
  "IRS/HMRC/gov": "irs hmrc medicare-us unitedhealthcare techniker aok ssa service-canada cra mygov-au ato nhs dvla login-gov rossmann".split(" "),
  "Shell/giftcards": "shell starbucks omaha-steaks dewalt kohls yeti leroy-merlin mcdonalds rei dicks stanley-1913".split(" "),
  "Marriott/airlines": "marriott livelo bradesco hilton delta united-airlines american-airlines southwest lufthansa ryanair easyjet".split(" "),
  "Netherlands banks": "ing rabobank abn-amro asn-bank digid lasalle-bank ics-cards bol-com".split(" "),
  "Kraken/crypto": "kraken opensea blockchain-com crypto-com gemini bitfinex bitstamp huobi kucoin okx bybit etoro ethereum-org".split(" "),
  "GoDaddy/hosting": "godaddy hostgator ionos ovh cpanel bluehost namecheap strato hostinger".split(" "),
  "Bank JP other": "kagoshima-bank resona sbi-shinsei aplus mizuho-bank japan-post-bank yokohama-bank chiba-bank fukuoka-bank".split(" "),
  "Securities JP": "nomura daiwa sbi-securities rakuten-securities monex matsui smbc-nikko mufg-morgan-stanley illuvium".split(" "),
  "Shopee/Temu/Shein/AliExpress": ["shopee", "temu", "shein", "aliexpress"],
  "Sam's Club/Walmart": ["walmart", "sams-club"],
  "Telekom/1&1/Web.de": ["telekom", "ionos", "web-de", "gmx", "t-mobile"],
  "T-Mobile/Verizon": ["t-mobile", "verizon", "telekom"],
  "Facebook/Meta": ["facebook", "instagram", "whatsapp"],
  // The index puts Postbank and other German banks under it, and all of the Brazilian state under the tax office.
  "Sparkasse/Volksbank": ["sparkasse", "volksbank", "postbank", "comdirect", "commerzbank", "deutsche-bank", "dkb", "targobank"],
  "Receita Federal/gov.br": ["receita-federal", "detran", "ministerio-fazenda"],
  "Mercado Livre/Pago": ["mercado-livre"],
  Yahoo: ["yahoo", "yahoo-japan"],
  NHK: ["nhk"],
};

/** Registry ids any of which is right for a label; brands of the same house are (an index writes `Rakuten` for all of it). */
export function brandsOfLabel(label: string): ReadonlySet<string> {
  if (label === "") return new Set();
  const registry = defaultRegistry();
  const named = [label, ...label.split("/")].flatMap((name) => registry.findBrand(name.trim())?.id ?? []);
  const listed = (GROUPS[label] ?? []).filter((id) => registry.get(id) !== undefined);
  const ids = new Set([...named, ...listed]);
  const marks = new Set([...ids].flatMap((id) => houseMarks(registry.get(id))));
  for (const brand of marks.size === 0 ? [] : registry.brands) if (houseMarks(brand).some((mark) => marks.has(mark))) ids.add(brand.id);
  return ids;
}

function houseMarks(brand: Brand | undefined): string[] {
  return [brand?.group === undefined ? [] : `group ${brand.group}`, brand?.owner === undefined ? [] : `owner ${brand.owner.ja}`].flat();
}

/** What a mail shows its reader. */
export interface Shown {
  readonly displayName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly visibleText: string;
}

/** Addresses and hosts name a provider without claiming to be it (`reply to x@gmail.com`). */
const ADDRESSES_AND_HOSTS = /[^\s@<>]{1,64}@[^\s@<>]{1,253}|https?:\/\/\S{1,2000}|\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,18}\b/gi;

/** Other plain words for a label, lower case. */
const ALSO: Readonly<Record<string, readonly string[]>> = { Microsoft: ["outlook", "office"], "Banco do Brasil": ["bb"], "IRS/HMRC/gov": ["gov"] };

/**
 * Whether a mail bears its label out. `named`: display name, subject or text names a brand of the label, as the registry
 * reads names or as plain letters of the label. Failing that `from-only`: the From address lies in a domain of such a
 * brand (`@gmail.com` for Google, a forged `@telekom.com`), which claims nothing about it; or `unnamed`: nothing a reader
 * sees says so (an index that took the Dutch word `nu` for Nu the bank). In doubt it is `named`, which counts.
 */
export type LabelStanding = "named" | "from-only" | "unnamed";

export function labelStanding(label: string, ids: ReadonlySet<string>, shown: Shown): LabelStanding {
  const registry = defaultRegistry();
  const text = [shown.displayName, shown.subject, shown.visibleText].join("\n").slice(0, 200_000).replace(ADDRESSES_AND_HOSTS, " ");
  if (registry.findNames(text).some((hit) => ids.has(hit.brand)) || saysPlainly(text, label)) return "named";
  const host = shown.fromAddress.slice(shown.fromAddress.lastIndexOf("@") + 1).toLowerCase();
  if (registry.rolesOf(host, undefined).some((role) => ids.has(role.brand))) return "from-only";
  // A host or an address in display name or subject, or a name in the address itself, is there to be believed (`Eki-net.com`).
  const head = `${shown.displayName} ${shown.subject} ${shown.fromAddress}`;
  if (saysPlainly(head, label)) return "named";
  const pieces = head.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return pieces.some((piece) => registry.findNames(piece).some((hit) => ids.has(hit.brand))) ? "named" : "unnamed";
}

/** Long names anywhere, short ones as words: `BinanceMail` says Binance, `groups` does not say UPS. */
const LONG = 5;
function saysPlainly(text: string, label: string): boolean {
  const words = ` ${lettersOf(text)} `;
  return [label, ...label.split("/"), ...(ALSO[label] ?? [])]
    .map(lettersOf)
    .some((name) => name.length > 1 && words.includes(name.length >= LONG ? name : ` ${name} `));
}

const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
