import type { Bilingual } from "../../terms/index.ts";
import type { DraftPost } from "./exporter.ts";

/** Where the blog is, and who writes there. */
export interface WordPress {
  /** Address of the blog, e.g. `https://blog.example`; a path is allowed. */
  readonly site: string;
  readonly user: string;
  /** An application password (https://make.wordpress.org/core/2020/11/05/application-passwords-integration-guide/), not the account's. */
  readonly password: string;
  /** Milliseconds one request may take. */
  readonly timeout?: number | undefined;
}

export type Sent = { readonly kind: "created" | "updated"; readonly id: number; readonly edit: string } | { readonly kind: "refused"; readonly why: Bilingual };

const TIMEOUT = 20_000;
const MOST_ANSWER = 2_000_000;

/**
 * Puts a draft into WordPress, or replaces the draft of the same slug. Never publishes; a post that is public, scheduled or
 * pending already is left alone, as writing `draft` over it would take it off the site.
 */
export async function sendDraft(blog: WordPress, post: DraftPost): Promise<Sent> {
  const base = baseOf(blog.site);
  if (base === undefined) return refused(`${blog.site} は https:// で始まるブログの URL ではありません`, `${blog.site} is not the https:// address of a blog`);
  if (blog.user === "" || blog.user.includes(":") || blog.password === "")
    return refused("ユーザー名かアプリケーションパスワードがありません", "the user name or the application password is missing");
  const query = new URLSearchParams({ slug: post.slug, status: "any", context: "edit", per_page: "10" });
  const known = await ask(blog, `${base}?${query}`, undefined);
  if (known.kind === "refused") return known;
  const same = postsIn(known.body).filter(({ slug }) => slug === post.slug);
  const taken = same.find(({ status }) => status !== "draft");
  if (taken !== undefined)
    return refused(`同じ記事が「${taken.status}」の状態であるので、触りません`, `the post exists already with status "${taken.status}"; it is left alone`);
  const old = same[0];
  const answer = await ask(blog, old === undefined ? base : `${base}/${old.id}`, post);
  return answer.kind === "refused" ? answer : sentIn(answer.body, base, old === undefined ? "created" : "updated");
}

const refused = (ja: string, en: string): Extract<Sent, { kind: "refused" }> => ({ kind: "refused", why: { ja, en } });

/** The address of the posts. Passwords go over TLS alone, but to a machine's own loopback. */
function baseOf(site: string): string | undefined {
  if (!URL.canParse(site)) return undefined;
  const { protocol, hostname, origin, pathname, username, password } = new URL(site);
  const loopback = hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost";
  if (!(protocol === "https:" || (protocol === "http:" && loopback)) || username !== "" || password !== "") return undefined;
  return `${origin}${pathname.replace(/\/+$/, "")}/wp-json/wp/v2/posts`;
}

type Answer = { readonly kind: "answer"; readonly body: unknown } | Extract<Sent, { kind: "refused" }>;

async function ask({ user, password, timeout }: WordPress, url: string, post: DraftPost | undefined): Promise<Answer> {
  const credentials = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
  try {
    const response = await fetch(url, {
      method: post === undefined ? "GET" : "POST",
      headers: { authorization: `Basic ${credentials}`, accept: "application/json", ...(post === undefined ? {} : { "content-type": "application/json" }) },
      // A redirect would carry the password elsewhere.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout ?? TIMEOUT),
      ...(post === undefined ? {} : { body: JSON.stringify(post) }),
    });
    const text = await bodyOf(response);
    return response.ok ? { kind: "answer", body: JSON.parse(text) } : refusal(response.status, text);
  } catch (error) {
    return failure(error);
  }
}

/** The answer up to a bound: whatever answers need not be WordPress. */
async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_ANSWER) throw new RangeError("the answer is too long");
  }
  return text;
}

/** What the usual refusals mean, in words of this task. */
function refusal(status: number, text: string): Answer {
  if (status >= 300 && status < 400)
    return refused("別の URL へ回されました。転送先の URL を指定してください", "redirected elsewhere; give the address it leads to");
  const said = messageIn(text);
  if (status === 401) return refused(`ユーザー名かアプリケーションパスワードが違います${said}`, `wrong user name or application password${said}`);
  if (status === 403) return refused(`この利用者には下書きを書く権限がありません${said}`, `this user may not write drafts${said}`);
  if (status === 404)
    return refused(`REST API が見つかりません。ブログの URL を確かめてください${said}`, `no REST API there; check the address of the blog${said}`);
  return refused(`WordPress が受け付けません (${status})${said}`, `WordPress refuses (${status})${said}`);
}

/** WordPress's own reason, one line; a page of HTML has none. */
function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === "string" ? `: ${message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").slice(0, 200)}` : "";
  } catch {
    return "";
  }
}

function failure(error: unknown): Answer {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError") return refused("時間内に答えがありません", "no answer in time");
  if (name === "SyntaxError") return refused("WordPress の答えではありません(JSON でない)", "this is not an answer of WordPress (no JSON)");
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : error instanceof Error ? error.message : String(error);
  return refused(`つながりません: ${cause}`, `cannot connect: ${cause}`);
}

function postsIn(body: unknown): readonly { readonly id: number; readonly slug: string; readonly status: string }[] {
  return Array.isArray(body) ? body.filter((one) => typeof one?.id === "number" && typeof one.slug === "string" && typeof one.status === "string") : [];
}

function sentIn(body: unknown, base: string, kind: "created" | "updated"): Sent {
  const { id, status } = (body ?? {}) as { id?: unknown; status?: unknown };
  if (typeof id !== "number" || !Number.isInteger(id))
    return refused("WordPress の答えに記事の番号がありません", "WordPress's answer has no number of the post");
  if (status !== "draft")
    return refused(
      `下書きになっていません(${String(status).slice(0, 40)})。WordPress で確かめてください`,
      `it did not become a draft (${String(status).slice(0, 40)}); look in WordPress`,
    );
  return { kind, id, edit: `${base.replace(/wp-json\/wp\/v2\/posts$/, "")}wp-admin/post.php?post=${id}&action=edit` };
}
