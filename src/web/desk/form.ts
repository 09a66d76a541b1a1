import { createMiddleware } from "hono/factory";
import type { WebEnv } from "../web-context.ts";
import { Refusal } from "./refusal.ts";
import type { DeskContext } from "./shell.tsx";

/** Fields of a posted form. Files count for nothing here. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>;

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = fields;
  }

  /** The first value, without blanks around it; empty when there is none. */
  text(name: string): string {
    return this.written(name).trim();
  }

  /** The first value as it was written, with line breaks as `\n`. */
  written(name: string): string {
    return (this.#fields.get(name)?.[0] ?? "").replace(/\r\n?/g, "\n");
  }

  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }
}

/** The posted form; read once, however often it is asked for. */
export async function formOf(c: DeskContext): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const fields = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(body)) {
    fields.set(
      name,
      [value].flat().filter((one): one is string => typeof one === "string"),
    );
  }
  return new Form(fields);
}

/** A second lock beside the server's own: what changes something must repeat the token of the session. */
export const requireCsrf = createMiddleware<WebEnv>(async (c, next) => {
  if (c.req.method === "POST") {
    const { csrf } = c.var;
    if (csrf === "" || (await formOf(c)).text("csrf") !== csrf) {
      throw new Refusal(403, {
        ja: "画面を開いてから時間がたったか、別の場所から送られたため、実行しませんでした。前の画面を読み込み直して、もう一度お試しください。",
        en: "This was not carried out: the page is too old, or the request came from elsewhere. Load the page again and repeat.",
      });
    }
  }
  await next();
});

/** Only who decides, writes and publishes. */
export const requireEditor = createMiddleware<WebEnv>(async (c, next) => {
  if (c.var.account.role === "reporter") {
    throw new Refusal(403, {
      ja: "このページを使えるのは編集者と管理者だけです。必要なときは管理者に役割の変更を頼んでください。",
      en: "Only editors and admins may use this page. Ask an admin to change your role if you need it.",
    });
  }
  await next();
});

/** Only who edits facts and accounts. */
export const requireAdmin = createMiddleware<WebEnv>(async (c, next) => {
  if (c.var.account.role !== "admin") {
    throw new Refusal(403, {
      ja: "公式情報を書き換えられるのは管理者だけです。直したいところがあれば、管理者に知らせてください。",
      en: "Only admins may change official facts. Tell an admin what should be changed.",
    });
  }
  await next();
});
