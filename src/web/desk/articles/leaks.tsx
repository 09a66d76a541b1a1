import type { OutputLeak } from "../../../app/article-outputs.ts";
import type { Bilingual, Language } from "../../../terms/index.ts";
import { deskPage } from "../shell.tsx";
import type { DeskContext } from "../shell.tsx";

const TITLE: Bilingual = { ja: "受け取った人のことが残っています", en: "Traces of the recipient are left" };
const WHAT: Bilingual = {
  ja: "次の場所に、受け取った人を示すものが残っています。何も保存せず、公開もしていません。自分で書いた文章なら消し、そうでなければ不具合として知らせてください。",
  en: "Something that points to the recipient stands at these places. Nothing was saved or published. Take it out where it is in your own words; otherwise please report it as a defect.",
};

/** The places, never what stands there. */
export function LeakTable({ leaks, lang }: { leaks: readonly OutputLeak[]; lang: Language }) {
  const ja = lang === "ja";
  return (
    <div class="notice bad" role="alert">
      <p>{WHAT[lang]}</p>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{ja ? "出力" : "Output"}</th>
              <th scope="col">{ja ? "行・桁" : "Line, column"}</th>
              <th scope="col">{ja ? "種類" : "Kind"}</th>
              <th scope="col">{ja ? "書き方" : "Written as"}</th>
            </tr>
          </thead>
          <tbody>
            {leaks.map((leak) => (
              <tr>
                <td>{leak.output}</td>
                <td>
                  {leak.line}:{leak.column}
                </td>
                <td>{leak.secret}</td>
                <td>{leak.encoding}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What a person sees instead of a saved article. */
export function leaksPage(c: DeskContext, leaks: readonly OutputLeak[]): Response | Promise<Response> {
  const { lang } = c.var;
  const main = (
    <>
      <h1>{TITLE[lang]}</h1>
      <LeakTable leaks={leaks} lang={lang} />
    </>
  );
  return deskPage(c, { title: TITLE[lang], section: "articles", main, status: 422 });
}
