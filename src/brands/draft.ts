import { stringify } from "yaml";
import type { FactStatus } from "./brand.ts";

/** What a person answers about a new brand. */
export interface BrandDraft {
  readonly id: string;
  readonly namesJa: readonly string[];
  readonly namesEn: readonly string[];
  readonly ownerJa: string | undefined;
  readonly ownerEn: string | undefined;
  readonly group: string | undefined;
  /** Words that stand beside the name where it is short. */
  readonly topicWords: readonly string[];
  readonly domains: readonly string[];
  readonly senders: readonly string[];
  readonly status: FactStatus;
  readonly source: string | undefined;
  /** ISO day. */
  readonly checked: string;
  readonly advisoryPages: readonly string[];
  readonly contactPage: string | undefined;
}

/** Letters of a Latin name, or kana of a Japanese one, up to which other words hold it too often (au, JA, ETC, アコム). */
const SHORT_LATIN = 3;
const SHORT_KANA = 3;

/** Whether a name means its brand only beside a word of the trade. */
export function isShortName(name: string): boolean {
  const letters = name.normalize("NFKC").replace(/[\s\p{P}\p{S}]/gu, "");
  return /^[\0-\x7f]*$/.test(letters) ? letters.length <= SHORT_LATIN : /^[\p{sc=Hira}\p{sc=Kana}ー]+$/u.test(letters) && letters.length <= SHORT_KANA;
}

/** The file `data/brands/<id>.yaml` of a draft. */
export function draftYaml(draft: BrandDraft): string {
  const fact = { status: draft.status, ...(draft.source === undefined ? {} : { source: draft.source }), checked: draft.checked };
  const name = (lang: "ja" | "en") => (text: string) => ({ name: text, lang, ...(isShortName(text) ? { short: true } : {}) });
  const [ja, en] = [draft.namesJa[0] ?? draft.namesEn[0] ?? draft.id, draft.namesEn[0] ?? draft.namesJa[0] ?? draft.id];
  const owner = draft.ownerJa ?? draft.ownerEn;
  const content = {
    id: draft.id,
    label: { ja, en },
    ...(owner === undefined ? {} : { owner: { ja: owner, en: draft.ownerEn ?? owner } }),
    ...(draft.group === undefined ? {} : { group: draft.group }),
    names: [...draft.namesJa.map(name("ja")), ...draft.namesEn.map(name("en"))],
    ...listed("topicWords", draft.topicWords),
    siteDomains: draft.domains.map((domain) => ({ domain, ...fact })),
    ...listed(
      "senderDomains",
      draft.senders.map((domain) => ({ domain, ...fact })),
    ),
    ...listed("advisoryPages", draft.advisoryPages),
    ...(draft.contactPage === undefined ? {} : { contactPage: draft.contactPage }),
  };
  return `# yaml-language-server: $schema=./brand.schema.json\n${stringify(content, { lineWidth: 0 })}`;
}

const listed = (key: string, values: readonly unknown[]): object => (values.length === 0 ? {} : { [key]: values });
