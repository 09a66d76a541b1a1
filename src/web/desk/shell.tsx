import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Bilingual } from "../../terms/index.ts";
import { drawPage } from "../page.ts";
import type { Markup } from "../page.ts";
import type { Role, WebEnv } from "../web-context.ts";
import { doneText } from "./done.ts";
import type { Refusal } from "./refusal.ts";

export type DeskContext = Context<WebEnv>;
export type Section = "queue" | "articles" | "brands" | "advisories" | "figures";

interface Entry {
  readonly section: Section;
  readonly path: string;
  readonly label: Bilingual;
  readonly least: Role;
}

const ENTRIES: readonly Entry[] = [
  { section: "queue", path: "/desk", label: { ja: "報告", en: "Reports" }, least: "reporter" },
  { section: "articles", path: "/desk/articles", label: { ja: "記事", en: "Articles" }, least: "editor" },
  { section: "brands", path: "/desk/brands", label: { ja: "ブランド", en: "Brands" }, least: "editor" },
  { section: "advisories", path: "/desk/advisories", label: { ja: "公式の注意喚起", en: "Official warnings" }, least: "editor" },
  { section: "figures", path: "/desk/figures", label: { ja: "数字", en: "Figures" }, least: "editor" },
];

/** Whether the account decides, writes and publishes. */
export const isEditor = (c: DeskContext): boolean => c.var.account.role !== "reporter";

export interface DeskPage {
  readonly title: string;
  readonly section: Section;
  readonly main: Markup;
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly status?: ContentfulStatusCode;
}

/** A page of the desk: its menu, what has just been done, and the page itself. */
export function deskPage(c: DeskContext, page: DeskPage): Response | Promise<Response> {
  const { lang, account, csrf } = c.var;
  const done = doneText(c.req.query("done"), c.req.query("n"))?.[lang];
  const main = (
    <>
      <nav class="desk" aria-label={lang === "ja" ? "受付のメニュー" : "Menu of the desk"}>
        <ul>
          {ENTRIES.filter(({ least }) => least === "reporter" || isEditor(c)).map(({ section, path, label }) => (
            <li>
              <a href={path} aria-current={section === page.section ? (c.req.path === path ? "page" : "true") : undefined}>
                {label[lang]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {done === undefined ? (
        ""
      ) : (
        <p class="notice good" role="status">
          {done.split("\n").map((line, at) => (at === 0 ? line : [<br />, line]))}
        </p>
      )}
      {page.main}
    </>
  );
  const { title, scripts = [], styles = [], status = 200 } = page;
  const drawn = drawPage({
    lang,
    title,
    main,
    account,
    csrf,
    current: "/desk",
    wide: true,
    path: c.req.path,
    styles: ["/desk/assets/desk.css", ...styles],
    scripts,
  });
  return c.html(drawn, status);
}

const REFUSED: Bilingual = { ja: "できませんでした", en: "That was not possible" };

/** What a person reads when something is refused. */
export function refusalPage(c: DeskContext, { status, why }: Refusal): Response | Promise<Response> {
  const { lang } = c.var;
  const main = (
    <>
      <h1>{REFUSED[lang]}</h1>
      <p class="notice bad" role="alert">
        {why[lang]}
      </p>
      <p>
        <a href="/desk">{lang === "ja" ? "報告の一覧へ" : "To the reports"}</a>
      </p>
    </>
  );
  return deskPage(c, { title: REFUSED[lang], section: "queue", main, status });
}
