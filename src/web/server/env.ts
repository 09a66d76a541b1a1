import type { HttpBindings } from "@hono/node-server";
import type { Account, WebVariables } from "../web-context.ts";

/** Who asks, and how we know. A browser sends its cookie unasked, a program names its token on purpose. */
export type Caller = { readonly kind: "visitor" } | { readonly kind: "session" | "token" | "local"; readonly account: Account };

export interface ServerVariables extends WebVariables {
  readonly caller: Caller;
  /** Of the connection, or of the proxy's client; IPv6 by its /64. */
  readonly address: string;
}

/** Type parameter of the server's own Hono apps; a `Hono<WebEnv>` mounts into it. */
export interface ServerEnv {
  Variables: ServerVariables;
  Bindings: HttpBindings;
}
