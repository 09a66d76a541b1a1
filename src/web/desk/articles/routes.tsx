import { Hono } from "hono";
import type { Context } from "hono";
import { outputsOf } from "../../../app/article-outputs.ts";
import type { DeskResult } from "../../../app/article-desk.ts";
import { toMarkdown } from "../../../article/index.ts";
import type { Article } from "../../../article/index.ts";
import type { WebEnv } from "../../web-context.ts";
import { withDone } from "../done.ts";
import type { Done } from "../done.ts";
import { formOf, requireEditor } from "../form.ts";
import { addressFor, publicPlace } from "../options.ts";
import type { DeskOptions } from "../options.ts";
import { Refusal, unknownArticle } from "../refusal.ts";
import { deskPage } from "../shell.tsx";
import { EditedParts, writtenIn } from "./edit.ts";
import type { Button, Written } from "./edit.ts";
import { EditorPage } from "./editor.tsx";
import { exported } from "./export.ts";
import { leaksPage } from "./leaks.tsx";
import { ArticleList, isState } from "./list.tsx";
import { PreviewPane } from "./preview.tsx";
import { WORDS } from "./words.ts";

const BUTTONS: Readonly<Record<Button, { readonly done: Done; readonly action: string }>> = {
  save: { done: "saved", action: "edit-article" },
  submit: { done: "submitted", action: "submit" },
  "send-back": { done: "returned", action: "send-back" },
  publish: { done: "published", action: "publish" },
  correct: { done: "corrected", action: "correct" },
  withdraw: { done: "withdrawn", action: "withdraw" },
};
const isButton = (text: string): text is Button => Object.hasOwn(BUTTONS, text);

/** List, editor, steps and downloads of articles. */
export function articleRoutes(options: DeskOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(requireEditor);
  app.get("/", async (c) => {
    const { lang, ports } = c.var;
    const state = c.req.query("state");
    const main = <ArticleList articles={await ports.archive.articles()} state={isState(state) ? state : undefined} lang={lang} />;
    return deskPage(c, { title: WORDS.title[lang], section: "articles", main });
  });
  app.get("/:slug", async (c) => editor(c, options, await articleAsked(c), undefined));
  app.post("/:slug", (c) => pressed(c, options));
  app.post("/:slug/preview", (c) => pane(c, options));
  app.get("/:slug/files/:name", (c) => file(c, options));
  app.get("/:slug/export", async (c) => {
    const { name, mediaType, body } = exported(c, await articleAsked(c), options);
    return saved(c, name, mediaType, body);
  });
  return app;
}

async function articleAsked(c: Context<WebEnv>): Promise<Article> {
  const slug = c.req.param("slug") ?? "";
  const article = /^[a-z0-9-]{1,200}$/.test(slug) ? await c.var.ports.archive.articleBySlug(slug) : undefined;
  if (article === undefined) throw unknownArticle();
  return article;
}

/** `written`: what a form has sent, not saved; otherwise the words as they are kept. */
async function editor(c: Context<WebEnv>, options: DeskOptions, article: Article, written: Written | undefined, status: 200 | 422 = 200): Promise<Response> {
  const { lang, csrf } = c.var;
  const { preview, edited } = await c.var.ports.desk({ kind: "try-out", slug: article.slug, written, publicAddress: options.publicAddress });
  const place = publicPlace(options);
  const shown = preview.kind === "preview" ? preview.article : article;
  const markdown = written ?? { ja: toMarkdown(shown, "ja", place), en: toMarkdown(shown, "en", place) };
  const address = addressFor(c, options, article.slug);
  const view = { article: shown, written: markdown, preview, edited, lang, csrf, address, addressIsPublic: options.publicAddress !== undefined };
  return deskPage(c, {
    title: article.title[lang],
    section: "articles",
    main: <EditorPage {...view} />,
    scripts: ["/desk/assets/editor.js"],
    styles: ["/desk/assets/article.css"],
    status,
  });
}

async function pressed(c: Context<WebEnv>, options: DeskOptions): Promise<Response> {
  const article = await articleAsked(c);
  const form = await formOf(c);
  const [written, button] = [writtenIn(form), form.text("do")];
  if (!isButton(button)) return editor(c, options, article, written);
  const note = { ja: form.text("note").slice(0, 1000), en: (form.text("note-en") || form.text("note")).slice(0, 1000) };
  if ((button === "correct" || button === "withdraw") && note.ja === "") throw new Refusal(422, WORDS.needsNote);
  let result: DeskResult;
  try {
    result = await c.var.ports.desk({ kind: "press", slug: article.slug, button, written, note, publicAddress: options.publicAddress });
  } catch (error) {
    if (error instanceof EditedParts) return editor(c, options, article, written, 422);
    throw error;
  }
  if (result.kind === "refused") throw new Refusal(409, result.why);
  if (result.kind === "leaks") return leaksPage(c, result.leaks);
  const { done, action } = BUTTONS[button];
  // The note as it was redacted: the log is read by more people than the mail.
  await c.var.ports.audit({
    account: c.var.account.name,
    action,
    on: article.slug,
    note: note.ja === "" ? undefined : result.article.corrections.at(-1)?.note.ja,
  });
  return c.redirect(withDone(`/desk/articles/${article.slug}`, done), 303);
}

/** The preview alone, for the script. */
async function pane(c: Context<WebEnv>, options: DeskOptions): Promise<Response> {
  const { slug } = await articleAsked(c);
  const { preview, edited } = await c.var.ports.desk({ kind: "try-out", slug, written: writtenIn(await formOf(c)), publicAddress: options.publicAddress });
  return c.html(<PreviewPane preview={preview} edited={edited} lang={c.var.lang} />);
}

async function file(c: Context<WebEnv>, options: DeskOptions): Promise<Response> {
  const article = await articleAsked(c);
  const name = c.req.param("name") ?? "";
  const text = outputsOf(article, publicPlace(options)).get(name);
  if (text === undefined) throw unknownArticle();
  return saved(c, name, "application/octet-stream", new TextEncoder().encode(text));
}

function saved(c: Context<WebEnv>, name: string, mediaType: string, body: Uint8Array): Response {
  return c.body(new Uint8Array(body), 200, {
    "Content-Type": mediaType,
    "Content-Disposition": `attachment; filename="${name}"`,
    "X-Content-Type-Options": "nosniff",
  });
}
