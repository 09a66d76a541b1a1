import type { Hono } from "hono";
import { deskApp } from "../desk/index.ts";
import type { WebEnv } from "../web-context.ts";
import { publicAddressOf } from "./options.ts";
import type { Services } from "./services.ts";

/** What others made and the server carries, by where it stands. */
export function mounts({ options }: Pick<Services, "options">): readonly (readonly [path: string, app: Hono<WebEnv>])[] {
  return [["/desk", deskApp({ publicAddress: publicAddressOf(options) })]];
}
