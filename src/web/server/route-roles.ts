import type { Role } from "../web-context.ts";

/** Least role that a route asks for; `anyone` needs no account. */
export type Least = Role | "anyone";

/**
 * `reporter-or-open`: people without an account may too, where the server was started with --open-reports.
 */
export interface RouteRole {
  readonly method: "GET" | "POST" | "DELETE" | "ANY";
  /** `:name` is one part of a path; a `*` at the end is everything below. */
  readonly path: string;
  readonly least: Least | "reporter-or-open";
}

const row = (least: RouteRole["least"], method: RouteRole["method"], ...paths: string[]): RouteRole[] => paths.map((path) => ({ method, path, least }));

/** Who may do what: the one table. What is not in it does not exist. The first row that fits counts. */
export const ROUTE_ROLES: readonly RouteRole[] = [
  ...row("anyone", "GET", "/", "/check/*", "/assets/*", "/favicon.ico", "/robots.txt", "/warnings", "/warnings/*", "/sw.js", "/manifest.webmanifest"),
  ...row("anyone", "GET", "/login", "/setup", "/api/docs", "/api/v1/openapi.json", "/api/v1/health"),
  ...row("anyone", "POST", "/login", "/setup"),
  ...row("anyone", "GET", "/api/v1/known", "/api/v1/search", "/api/v1/articles", "/api/v1/articles/:slug", "/api/v1/brands", "/api/v1/brands/:id"),
  ...row("anyone", "POST", "/api/v1/examine"),
  ...row("reporter-or-open", "POST", "/api/v1/reports"),
  ...row("reporter-or-open", "GET", "/api/v1/reports/:id"),
  ...row("reporter", "GET", "/api/v1/reports"),
  ...row("editor", "GET", "/api/v1/cases", "/api/v1/cases/:id", "/api/v1/campaigns/:id"),
  ...row("editor", "POST", "/api/v1/reports/:id/retry", "/api/v1/cases/:id/decision", "/api/v1/cases/:id/article", "/api/v1/articles/:slug/steps"),
  ...row("admin", "GET", "/api/v1/figures"),
  ...row("reporter", "GET", "/account"),
  ...row("reporter", "POST", "/logout", "/account/password", "/account/tokens", "/account/tokens/:id/remove"),
  ...row("editor", "GET", "/intake"),
  ...row("editor", "POST", "/intake/:id/retry"),
  ...row("admin", "GET", "/accounts", "/audit"),
  ...row("admin", "POST", "/accounts", "/accounts/:id/role", "/accounts/:id/password", "/accounts/:id/remove"),
  ...row("admin", "POST", "/desk/brands", "/desk/brands/*", "/desk/advisories", "/desk/advisories/*"),
  // Reporters see the mails they handed in; the desk itself looks whose they are.
  ...row("reporter", "GET", "/desk", "/desk/assets/*", "/desk/cases/*"),
  ...row("editor", "ANY", "/desk", "/desk/*"),
];

const RANK: Readonly<Record<Least, number>> = { anyone: 0, reporter: 1, editor: 2, admin: 3 };

/** The row for a request, HEAD being a GET; undefined where nothing is. */
export function routeRole(method: string, path: string, table: readonly RouteRole[] = ROUTE_ROLES): RouteRole | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  return table.find((one) => (one.method === "ANY" || one.method === asked) && fits(one.path, path));
}

/** Whether something is at the path for another method. */
export function isKnownPath(path: string): boolean {
  return ROUTE_ROLES.some((one) => fits(one.path, path));
}

/** Whether the role is enough; `undefined` is somebody without an account. */
export function isEnough(role: Role | undefined, least: RouteRole["least"], openReports: boolean): boolean {
  const needed: Least = least !== "reporter-or-open" ? least : openReports ? "anyone" : "reporter";
  return RANK[role ?? "anyone"] >= RANK[needed];
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  const below = wanted.at(-1) === "*";
  if (below ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((part, at) => part === "*" || part === given[at] || (part.startsWith(":") && given[at] !== ""));
}
