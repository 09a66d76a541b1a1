import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { accepts } from "hono/accepts";
import type { Language } from "../../terms/index.ts";
import type { ServerEnv } from "./env.ts";

const YEAR_S = 31_536_000;

/** `?lang=` asked for now (and kept for the pages after), else as chosen before, else as the browser prefers; else Japanese. */
export function language(): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    const asked = asLanguage(context.req.query("lang"));
    if (asked !== undefined && isChosen(context)) setCookie(context, "lang", asked, { path: "/", sameSite: "Lax", httpOnly: true, maxAge: YEAR_S });
    context.set("lang", asked ?? asLanguage(getCookie(context, "lang")) ?? preferred(context));
    await next();
  };
}

/** Somebody went there. A script, such as one that keeps both languages for later, chooses nothing for its reader. */
const isChosen = (context: Context): boolean => ["navigate", undefined].includes(context.req.header("Sec-Fetch-Mode"));

const asLanguage = (value: string | undefined): Language | undefined => (value === "ja" || value === "en" ? value : undefined);

function preferred(context: Context): Language {
  // Somebody whose browser names only other languages rather reads English; one that names none is a Japanese page's guest.
  const fallback = context.req.header("Accept-Language") === undefined ? "ja" : "en";
  const known = accepts(context, {
    header: "Accept-Language",
    supports: ["ja", "en"],
    default: fallback,
    match: (given) => given.find(({ type, q }) => q > 0 && asLanguage(type.toLowerCase().split("-")[0]) !== undefined)?.type ?? fallback,
  });
  return asLanguage(known.toLowerCase().split("-")[0]) ?? fallback;
}
