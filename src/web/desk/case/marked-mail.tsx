import { raw } from "hono/html";
import type { Bilingual, Language } from "../../../terms/index.ts";
import type { Marked } from "./marks.ts";

const WORDS = {
  title: { ja: "メールの写しと印", en: "The mail with its marks" },
  script: {
    ja: "メールの写しを描くにはスクリプトが要ります。印の内容は、下の「見つかった点」にすべてあります。",
    en: "Drawing the mail needs scripts. All that is marked in it stands below, under “Points found”.",
  },
  older: {
    ja: "印は今の版で付けたもので、下の保管された結果とは違います。「調べ直す」を押すと揃います。",
    en: "The marks are those of today's checks, which find other points than the kept result below. “Examine again” brings them together.",
  },
} as const satisfies Record<string, Bilingual>;

/** Where the mail is drawn: as data in the page, made elements of by the script, never markup. */
export function MarkedMail({ marked, lang }: { marked: Marked; lang: Language }) {
  return (
    <section aria-labelledby="mail-title">
      <h2 id="mail-title">{WORDS.title[lang]}</h2>
      {marked.current ? "" : <p class="notice warn">{WORDS.older[lang]}</p>}
      <div data-mail-view="mail-data">
        <p class="dim">{WORDS.script[lang]}</p>
      </div>
      <script type="application/json" id="mail-data">
        {raw(marked.json)}
      </script>
    </section>
  );
}
