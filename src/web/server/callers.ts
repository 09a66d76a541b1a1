import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Bilingual } from "../../terms/index.ts";
import type { Account } from "../web-context.ts";
import { newSecret } from "./accounts/secret-text.ts";
import type { Caller, ServerEnv } from "./env.ts";
import { fail } from "./problems.ts";
import type { Services } from "./services.ts";

/** Without accounts, on loopback: whoever sits at this machine. */
const LOCAL: Account = { id: "local", name: "local", role: "admin" };
/** Stands in `account` where nobody is logged in; `caller` tells them apart. */
const NOBODY: Account = { id: "visitor", name: "", role: "reporter" };

/** `__Host-`: no other site of the domain can set it (RFC 6265bis 4.1.3.2); it needs https. */
export function sessionCookie({ https }: Pick<Services, "https">): string {
  return https ? "__Host-ayashii" : "ayashii-session";
}

const formCookie = ({ https }: Pick<Services, "https">): string => (https ? "__Host-ayashii-form" : "ayashii-form");

/** Finds out who asks; sets `caller`, `account`, `csrf`, `address` and `ports`. */
export function callers(services: Services): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    const caller = callerOf(context, services);
    context.set("address", addressOf(context, services));
    context.set("caller", caller);
    context.set("account", caller.kind === "visitor" ? NOBODY : caller.account);
    context.set("ports", services.ports);
    context.set("csrf", formToken(context, services, caller));
    await next();
  };
}

function callerOf(context: Context<ServerEnv>, services: Services): Caller {
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(context.req.header("Authorization") ?? "") ?? [];
  if (token !== undefined) {
    const account = services.accounts.byToken(token);
    // A token that is wrong is no visitor: the program would not notice.
    if (account === undefined) throw fail("login-needed");
    return { kind: "token", account };
  }
  const secret = getCookie(context, sessionCookie(services));
  const session = secret === undefined ? undefined : services.sessions.of(secret);
  if (session !== undefined) return { kind: "session", account: session.account };
  if (!services.loopback || services.accounts.any()) return { kind: "visitor" };
  if (PASSED_ON.some((name) => context.req.header(name) !== undefined)) throw fail("wrong-host", { detail: PROXY_UNNAMED });
  return { kind: "local", account: LOCAL };
}

/** A proxy was here: whoever asks need not sit at this machine. */
const PASSED_ON = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"] as const;
const PROXY_UNNAMED: Bilingual = {
  ja: "プロキシを通って届きましたが、まだアカウントがありません。ayashii accounts add NAME --role admin で管理者を作り、ayashii serve を --public-url と --behind-proxy を付けて動かしてください。",
  en: "This came through a proxy, and there is no account yet. Make an admin (ayashii accounts add NAME --role admin), then run ayashii serve with --public-url and --behind-proxy.",
};

/**
 * What a form of ours carries and no other site can know: bound to the session, or to a cookie of its own where there is
 * none. Signed, so that a cookie planted from elsewhere is of no use (OWASP CSRF cheat sheet, signed double submit).
 */
function formToken(context: Context<ServerEnv>, services: Services, caller: Caller): string {
  if (caller.kind === "token") return "";
  const session = caller.kind === "session" ? getCookie(context, sessionCookie(services)) : undefined;
  let bound = session ?? getCookie(context, formCookie(services));
  if (bound === undefined) {
    bound = newSecret();
    if (wantsPage(context)) setCookie(context, formCookie(services), bound, { path: "/", httpOnly: true, sameSite: "Strict", secure: services.https });
  }
  return createHmac("sha256", services.formKey).update(`${caller.kind} ${bound}`).digest("base64url");
}

const wantsPage = (context: Context): boolean => context.req.method === "GET" && !/^\/(?:api|assets|check|warnings)\//.test(context.req.path);

/** IPv6 by its /64: that is what one customer has. */
function addressOf(context: Context<ServerEnv>, { options }: Services): string {
  const direct = getConnInfo(context).remote.address ?? "";
  const forwarded = options.behindProxy === true ? context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  const address = (forwarded ?? direct).replace(/^::ffff:/i, "").slice(0, 60);
  return isIPv6(address) ? `${address.split(":").slice(0, 4).join(":")}::/64` : address;
}
