import type { Language } from "../../../terms/index.ts";

/** Where the mail is drawn with its marks; the points below say the same to those without scripts. */
export function MarkedMail({ id, lang }: { id: string; lang: Language }) {
  return <div id="marked-mail" data-case={id} lang={lang} hidden />;
}
