import { WRAPPERS_BY_DOMAIN, WRAPPERS_BY_PATH } from "./wrapper-list.ts";

const MAX_DEPTH = 8;
const NONE: typeof WRAPPERS_BY_PATH = [];

export interface Unwrapped {
  readonly url: URL;
  /** Names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
}

/** Takes known link rewriters off, nested ones too, without opening a connection. Never throws. */
export function unwrap(url: URL): Unwrapped {
  const names: string[] = [];
  let current = url;
  while (names.length < MAX_DEPTH) {
    const step = unwrapOnce(current);
    if (step === undefined) break;
    names.push(step.name);
    current = step.url;
  }
  return { url: current, wrappers: names };
}

function unwrapOnce(url: URL): { readonly name: string; readonly url: URL } | undefined {
  const path = url.pathname;
  for (const wrapper of path.startsWith("/CL0/") || path.startsWith("/L0/") ? WRAPPERS_BY_PATH : byDomain(url.hostname)) {
    const written = wrapper.target(url);
    const target = written === undefined ? undefined : asWebUrl(written);
    if (target !== undefined && target.href !== url.href) return { name: wrapper.name, url: target };
  }
  return undefined;
}

/** The wrappers of a host or of a domain above it; nearly every host has none, which a few look-ups tell. */
function byDomain(host: string): typeof WRAPPERS_BY_PATH {
  for (let at = 0; at < host.length;) {
    const found = WRAPPERS_BY_DOMAIN.get(host.slice(at));
    if (found !== undefined) return found;
    const dot = host.indexOf(".", at);
    if (dot < 0) break;
    at = dot + 1;
  }
  return host.includes("google.") && /(?:^|\.)google\.[a-z.]{2,6}$/.test(host) ? (WRAPPERS_BY_DOMAIN.get("google.com") ?? NONE) : NONE;
}

function asWebUrl(written: string): URL | undefined {
  const text = written.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : /^[^/\s]+\.[^/\s]+/.test(text) ? `http://${text}` : "";
  if (!URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  return /^(?:https?|ftp):$/.test(url.protocol) ? url : undefined;
}
