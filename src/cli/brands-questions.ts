import { parse } from "tldts";
import type { Brand } from "../brands/brand.ts";
import { nameKey } from "../brands/name-key.ts";
import type { Bilingual } from "../terms/index.ts";

/** What is known while questions are asked. */
export interface Known {
  readonly brands: readonly Brand[];
  readonly answers: Readonly<Record<string, readonly string[]>>;
  exists(id: string): boolean;
}

/** One question of `brands add`; `flag` is the option that answers it in scripts. */
export interface Question {
  readonly flag: string;
  readonly ask: Bilingual;
  /** Several answers, parted by commas when typed. */
  readonly many?: boolean;
  readonly required?: boolean | ((known: Known) => boolean);
  readonly fallback?: string;
  /** What is wrong with one answer. */
  problem(value: string, known: Known): Bilingual | undefined;
}

const fine = (): undefined => undefined;

/** In the order of asking. */
export const QUESTIONS: readonly Question[] = [
  {
    flag: "id",
    ask: { ja: "id(英小文字・数字・ハイフン、ファイル名になります)", en: "id (lower case, digits, hyphens; the file's name)" },
    required: true,
    problem: idProblem,
  },
  {
    flag: "name-ja",
    ask: { ja: "日本語の名前(メールでの書き方。複数はコンマで区切る)", en: "Japanese names as mails write them (commas between)" },
    many: true,
    problem: nameProblem,
  },
  {
    flag: "name-en",
    ask: { ja: "英語の名前", en: "English names" },
    many: true,
    required: (known) => (known.answers["name-ja"] ?? []).length === 0,
    problem: nameProblem,
  },
  {
    flag: "topic",
    ask: { ja: "短い名前と一緒に出る言葉(カード、請求 など)", en: "words that stand beside a short name (card, bill)" },
    many: true,
    problem: fine,
  },
  { flag: "owner-ja", ask: { ja: "運営会社(日本語)", en: "company behind it, in Japanese" }, problem: fine },
  { flag: "owner-en", ask: { ja: "運営会社(英語)", en: "company behind it, in English" }, problem: fine },
  {
    flag: "group",
    ask: { ja: "同じ家のブランドに共通の名(互いにメールを送る場合)", en: "name of the house, if its brands send for each other" },
    problem: groupProblem,
  },
  { flag: "domain", ask: { ja: "公式サイトのドメイン", en: "domains of the official site" }, many: true, required: true, problem: domainProblem },
  { flag: "sender", ask: { ja: "メールを送るドメイン", en: "domains it sends mail from" }, many: true, problem: domainProblem },
  {
    flag: "status",
    ask: {
      ja: "確かさ confirmed(本人の頁)/ documented(第三者の頁)/ assumed(未確認)",
      en: "confirmed (its own page), documented (another's page) or assumed (not checked)",
    },
    fallback: "assumed",
    problem: statusProblem,
  },
  {
    flag: "source",
    ask: { ja: "出典の URL", en: "URL of the page that says so" },
    required: (known) => known.answers["status"]?.[0] !== "assumed",
    problem: pageProblem,
  },
  { flag: "advisory-page", ask: { ja: "注意喚起の頁", en: "pages with its warnings" }, many: true, problem: pageProblem },
  { flag: "contact", ask: { ja: "問い合わせの頁", en: "page to reach it by" }, problem: pageProblem },
];

function idProblem(value: string, known: Known): Bilingual | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) return { ja: "英小文字、数字、ハイフンだけです", en: "lower case, digits and hyphens only" };
  if (known.exists(value)) return { ja: `${value} はもうあります。上書きはしません`, en: `${value} exists already and is not overwritten` };
  return undefined;
}

function groupProblem(value: string): Bilingual | undefined {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? undefined : { ja: "英小文字、数字、ハイフンだけです", en: "lower case, digits and hyphens only" };
}

function nameProblem(value: string, known: Known): Bilingual | undefined {
  const key = nameKey(value);
  if (key === "") return { ja: "文字がありません", en: "there are no letters in it" };
  const other = known.brands.find((brand) => [...brand.names.map((one) => one.name), ...brand.aliases].some((name) => nameKey(name) === key));
  return other === undefined ? undefined : { ja: `「${value}」は ${other.id} の名前です`, en: `"${value}" is a name of ${other.id}` };
}

function domainProblem(value: string, known: Known): Bilingual | undefined {
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(value))
    return { ja: `${value} は小文字のホスト名ではありません(https:// やパスは除く)`, en: `${value} is no host name in lower case (without https:// and path)` };
  const parsed = parse(value);
  if (parsed.isIcann !== true && parsed.isPrivate !== true) return { ja: `${value} の末尾は存在しません`, en: `${value} is not under a public suffix` };
  if (parsed.domain === null) return { ja: `${value} は誰のものでもない末尾です`, en: `${value} is a public suffix itself` };
  const other = known.brands.find((brand) => !isKin(brand, known) && [...brand.siteDomains, ...brand.senderDomains].some((fact) => fact.domain === value));
  return other === undefined
    ? undefined
    : {
        ja: `${value} は ${other.id} のドメインです(同じ家なら --group を合わせる)`,
        en: `${value} is a domain of ${other.id} (of one house? give both the same group)`,
      };
}

const isKin = (brand: Brand, { answers }: Known): boolean =>
  (brand.group !== undefined && brand.group === answers["group"]?.[0]) || (brand.owner !== undefined && brand.owner.ja === answers["owner-ja"]?.[0]);

function statusProblem(value: string): Bilingual | undefined {
  return ["confirmed", "documented", "assumed"].includes(value)
    ? undefined
    : { ja: "confirmed、documented、assumed のどれかです", en: "confirmed, documented or assumed" };
}

function pageProblem(value: string): Bilingual | undefined {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value) ? undefined : { ja: "http(s) の URL ではありません", en: "not an http(s) URL" };
}
