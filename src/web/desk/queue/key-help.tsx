import type { Bilingual, Language } from "../../../terms/index.ts";

const KEYS: readonly (readonly [key: string, what: Bilingual])[] = [
  ["j", { ja: "次の報告へ", en: "next report" }],
  ["k", { ja: "前の報告へ", en: "previous report" }],
  ["x", { ja: "選ぶ・選ぶのをやめる", en: "select or unselect" }],
  ["Enter", { ja: "開く", en: "open" }],
  ["?", { ja: "この説明", en: "this help" }],
];

/** The keys of the queue; the script opens it. One-letter keys can be switched off (WCAG 2.1.4). */
export function KeyHelp({ lang }: { lang: Language }) {
  const ja = lang === "ja";
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{ja ? "キーボードでの操作" : "Keyboard"}</h2>
      <dl class="facts">
        {KEYS.map(([key, what]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what[lang]}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input type="checkbox" id="keys-on" checked /> {ja ? "一文字のキーを使う" : "Use one-letter keys"}
      </label>
      <p class="dim">
        {ja
          ? "文字を入力する欄の中では働きません。Tab や読み上げソフトの操作はいつもどおりです。"
          : "They do nothing while you type. Tab and screen readers work as always."}
      </p>
      <form method="dialog">
        <button>{ja ? "閉じる" : "Close"}</button>
      </form>
    </dialog>
  );
}
