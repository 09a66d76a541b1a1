import type { Hono } from "hono";
import { deskApp } from "../desk/index.ts";
import type { WebEnv } from "../web-context.ts";
import type { Services } from "./services.ts";

/** What others made and the server carries, by where it stands. */
export function mounts({ options }: Pick<Services, "options">): readonly (readonly [path: string, app: Hono<WebEnv>])[] {
  const publicAddress = options.publicUrl === undefined ? undefined : new URL("/warnings/", options.publicUrl).href;
  return [["/desk", deskApp({ publicAddress })]];
}
