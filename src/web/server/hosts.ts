import { isIP } from "node:net";
import { isLoopback } from "./options.ts";

/**
 * Whether a request names this server. A page of somebody else can make its own name lead to our address (DNS rebinding)
 * and would then be of the same origin as we; the name in `Host` gives it away, as an address cannot be rebound.
 * `publicUrl` adds the name that people use.
 */
export function hostChecker(bound: string, publicUrl: string | undefined): (host: string | undefined) => boolean {
  const named = publicUrl === undefined ? undefined : new URL(publicUrl).host.toLowerCase();
  const local = isLoopback(bound);
  return (host) => {
    if (host === undefined) return false;
    const written = host.toLowerCase();
    if (written === named) return true;
    const name = hostName(written);
    if (name === undefined) return false;
    if (isLoopback(name)) return true;
    return !local && isIP(name) !== 0;
  };
}

/** Without its port and brackets; undefined where that is no host at all (RFC 9110 7.2). */
function hostName(host: string): string | undefined {
  const [, six, name] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/.exec(host) ?? [];
  return six ?? name;
}
