import assert from "node:assert/strict";
import type { Hono } from "hono";
import type { Role, WebEnv } from "../src/web/web-context.ts";
import { CSRF } from "./desk-server.ts";

export interface Asked {
  readonly role?: Role;
  readonly lang?: "ja" | "en";
  /** The token in the form; `""` leaves it out. */
  readonly csrf?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly location: string;
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text(), headers: response.headers, location: response.headers.get("Location") ?? "" };
}

const headersOf = ({ role = "editor", lang = "ja" }: Asked): Record<string, string> => ({ "X-Role": role, "X-Lang": lang });

export async function get(app: Hono<WebEnv>, path: string, asked: Asked = {}): Promise<Answer> {
  return answerOf(await app.request(path, { headers: headersOf(asked) }));
}

/** Posts a form; a field may have several values. */
export async function post(app: Hono<WebEnv>, path: string, fields: Readonly<Record<string, string | readonly string[]>>, asked: Asked = {}): Promise<Answer> {
  const form = new URLSearchParams();
  const { csrf = CSRF } = asked;
  if (csrf !== "") form.set("csrf", csrf);
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return answerOf(await app.request(path, { method: "POST", body: form, headers: headersOf(asked) }));
}

/** The page after the action, as a browser would show it. */
export async function follow(app: Hono<WebEnv>, { status, location, text }: Answer, asked: Asked = {}): Promise<Answer> {
  assert.equal(status, 303, text.slice(0, 2000));
  return get(app, location, asked);
}
