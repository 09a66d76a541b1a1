import type { Hono } from "hono";
import type { WebEnv } from "../web-context.ts";

/** What others made and the server carries, by where it stands. */
export function mounts(): readonly (readonly [path: string, app: Hono<WebEnv>])[] {
  return [];
}
