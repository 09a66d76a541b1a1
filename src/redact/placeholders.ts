import type { Language } from "../terms/index.ts";
import type { Placeholder, Secret } from "./redacted-mail.ts";

/** What stands for a secret of each kind: always the same, so that a reader can follow the text. */
const PLACEHOLDERS: Readonly<Record<Secret["kind"], Readonly<Record<Language, Placeholder>>>> = {
  address: { ja: "{メールアドレス}", en: "{email address}" },
  localPart: { ja: "{メールアドレス}", en: "{email address}" },
  domain: { ja: "{ドメイン}", en: "{domain}" },
  name: { ja: "{お名前}", en: "{name}" },
  phone: { ja: "{電話番号}", en: "{phone number}" },
  account: { ja: "{会員番号}", en: "{customer number}" },
  token: { ja: "{識別子}", en: "{identifier}" },
  postal: { ja: "{住所}", en: "{postal address}" },
};

/** Every placeholder there is. */
export const PLACEHOLDER =
  /\{(?:メールアドレス|ドメイン|お名前|電話番号|会員番号|識別子|住所|email address|domain|name|phone number|customer number|identifier|postal address)\}/g;

export function placeholderOf(kind: Secret["kind"], language: Language): Placeholder {
  return PLACEHOLDERS[kind][language];
}

/** Which of several secrets seen at one place names the placeholder: the one that says most. */
const TELLING: readonly Secret["kind"][] = ["address", "name", "phone", "postal", "localPart", "account", "domain", "token"];

export function mostTelling(kinds: readonly Secret["kind"][]): Secret["kind"] {
  return TELLING.find((kind) => kinds.includes(kind)) ?? "token";
}
