import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { ServerEnv } from "./env.ts";
import { fail } from "./problems.ts";
import { isEnough, isKnownPath, routeRole } from "./route-roles.ts";
import type { Services } from "./services.ts";

const READS = new Set(["GET", "HEAD"]);

/** Lets through what the table of roles allows; what is not in the table is not there. */
export function roles(services: Services): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    const row = routeRole(method, path);
    if (row === undefined) throw isKnownPath(path) ? fail("not-this-method") : fail("not-found");
    const caller = context.get("caller");
    const role = caller.kind === "visitor" ? undefined : caller.account.role;
    if (!isEnough(role, row.least, services.options.openReports === true)) throw fail(role === undefined ? "login-needed" : "not-allowed");
    await next();
  };
}

/**
 * Whoever changes something from a browser does it from a page of ours: by what the browser says of the page
 * (`Sec-Fetch-Site`, `Origin`) and, outside the API, by the token in the form. A program says neither; with a token of its
 * own it carries nothing that a browser would add by itself.
 */
export function sameOrigin(services: Services): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    if (READS.has(context.req.method) || context.get("caller").kind === "token") return next();
    if (!fromOurPage(context, services)) throw fail("foreign-origin");
    if (!isApi(context) && !(await carriesToken(context))) throw fail("form-expired");
    return next();
  };
}

/** https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site: `none` is the person themselves. */
function fromOurPage(context: Context<ServerEnv>, { https, options }: Services): boolean {
  const site = context.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = context.req.header("Origin");
  if (origin === undefined) return site !== undefined || context.get("caller").kind !== "session" || !isApi(context);
  // Our pages send no referrer, and then a form's origin is `null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  // Where the browser says nothing else (http beyond this machine), the token in the form decides.
  if (origin === "null") return site === "same-origin" || (site === undefined && !isApi(context));
  const own = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  return origin === own || origin === `${https ? "https" : "http"}://${context.req.header("Host")?.toLowerCase()}`;
}

const isApi = (context: Context<ServerEnv>): boolean => context.req.path.startsWith("/api/");

async function carriesToken(context: Context<ServerEnv>): Promise<boolean> {
  const given = context.req.header("X-CSRF-Token") ?? (await inForm(context));
  const wanted = Buffer.from(context.get("csrf"));
  const bytes = Buffer.from(given ?? "");
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

async function inForm(context: Context<ServerEnv>): Promise<string | undefined> {
  try {
    const { csrf } = await context.req.parseBody();
    return typeof csrf === "string" ? csrf : undefined;
  } catch {
    throw fail("bad-request");
  }
}
