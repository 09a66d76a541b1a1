import type { MiddlewareHandler } from "hono";

/** Everything comes from this server, nothing stands in a page itself, nobody frames it (https://www.w3.org/TR/CSP3/). */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const UNUSED = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "bluetooth", "display-capture"];

/** On every answer of whatever kind; a page may have said something stricter before. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
};

/** A year, as https://hstspreload.org/ asks at least; only where the server is reached by https. */
const HSTS = "max-age=31536000";

export function secureHeaders(https: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
    if (https) headers.set("Strict-Transport-Security", HSTS);
    // What is drawn for one person is for nobody else's cache.
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}
