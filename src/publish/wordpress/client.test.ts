import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { example } from "../article-examples.ts";
import { SURROUNDINGS } from "../exporter-contract.ts";
import { sendDraft } from "./client.ts";
import type { Sent } from "./client.ts";
import { draftOf } from "./exporter.ts";

interface Post {
  readonly id: number;
  slug: string;
  status: string;
}
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: Record<string, unknown> | undefined;
}

/** A small WordPress on the loopback: posts by slug, one user. */
async function withBlog(posts: Post[], use: (site: string, seen: Seen[]) => Promise<void>, answer?: (response: ServerResponse) => void): Promise<void> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
    seen.push({ method: request.method ?? "", url: request.url ?? "", body });
    if (answer !== undefined) return answer(response);
    const json = (status: number, value: unknown): void => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.headers.authorization !== `Basic ${Buffer.from("hanako:abcd efgh").toString("base64")}`)
      return json(401, { code: "x", message: "no such\r\nuser" });
    const { pathname, searchParams } = new URL(request.url ?? "", "http://x");
    if (!pathname.startsWith("/blog/wp-json/wp/v2/posts")) return json(404, { message: "no route" });
    if (request.method === "GET")
      return json(
        200,
        posts.filter(({ slug }) => slug === searchParams.get("slug")),
      );
    const old = posts.find(({ id }) => pathname.endsWith(`/${id}`));
    const post = old ?? { id: 100 + posts.length, slug: "", status: "" };
    Object.assign(post, { slug: body?.["slug"], status: body?.["status"] });
    if (old === undefined) posts.push(post);
    return json(old === undefined ? 201 : 200, post);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/blog/`, seen);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const post = draftOf(example(), SURROUNDINGS);
const send = (site: string, more: { password?: string; timeout?: number } = {}): Promise<Sent> =>
  sendDraft({ site, user: "hanako", password: "abcd efgh", ...more }, post);
const why = (sent: Sent): string => (sent.kind === "refused" ? sent.why.en : `not refused: ${sent.kind}`);

test("a draft is created, and replaced the second time", async () => {
  const posts: Post[] = [];
  await withBlog(posts, async (site, seen) => {
    assert.deepEqual(await send(site), { kind: "created", id: 100, edit: `${site}wp-admin/post.php?post=100&action=edit` });
    assert.equal((await send(site)).kind, "updated");
    assert.equal(posts.length, 1);
    const bodies = seen.filter(({ method }) => method === "POST").map(({ body }) => body?.["status"]);
    assert.deepEqual(bodies, ["draft", "draft"]);
  });
});

for (const status of ["publish", "future", "pending", "private"]) {
  test(`a post that is "${status}" already is left alone`, async () => {
    const posts = [{ id: 7, slug: post.slug, status }];
    await withBlog(posts, async (site, seen) => {
      assert.match(why(await send(site)), new RegExp(`status "${status}"`));
      assert.deepEqual(
        seen.map(({ method }) => method),
        ["GET"],
      );
      assert.equal(posts[0]?.status, status);
    });
  });
}

test("a wrong password, a wrong address and a redirect are said in clear words", async () => {
  await withBlog([], async (site) => {
    assert.match(why(await send(site, { password: "wrong" })), /^wrong user name or application password: no such user$/);
    assert.match(why(await send(site.replace("/blog/", "/other/"))), /no REST API there/);
  });
  await withBlog(
    [],
    async (site, seen) => {
      assert.match(why(await send(site)), /redirected elsewhere/);
      assert.equal(seen.length, 1);
    },
    (response) => void response.writeHead(301, { location: "/elsewhere" }).end(),
  );
});

test("no answer in time, an endless answer and a page in place of JSON end as refusals", async () => {
  await withBlog(
    [],
    async (site) => assert.match(why(await send(site, { timeout: 100 })), /no answer in time/),
    () => undefined,
  );
  await withBlog(
    [],
    async (site) => assert.match(why(await send(site)), /too long/),
    (response) => void response.writeHead(200).end("x".repeat(3_000_000)),
  );
  await withBlog(
    [],
    async (site) => assert.match(why(await send(site)), /no JSON/),
    (response) => void response.writeHead(200).end("<html>"),
  );
});

test("a WordPress that says it published is not taken for a success", async () => {
  const answers = ["[]", JSON.stringify({ id: 5, status: "publish" })];
  await withBlog(
    [],
    async (site) => assert.match(why(await send(site)), /did not become a draft/),
    (response) => void response.writeHead(200).end(answers.shift()),
  );
});

test("the password goes nowhere without TLS but to the own machine, and to no address with a user in it", async () => {
  for (const site of ["http://blog.example/", "ftp://blog.example/", "blog.example", "https://user:pw@blog.example/"])
    assert.match(why(await send(site)), /not the https:\/\/ address/);
  assert.match(why(await sendDraft({ site: "https://blog.example", user: "", password: "x" }, post)), /missing/);
});
