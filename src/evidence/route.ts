import { isPrivateIp, parseIp } from "./authenticate/ip.ts";
import { sameRegistrable } from "./domains.ts";
import type { Hop } from "./evidence.ts";

/**
 * The hop where the mail came in from outside: the topmost Received field (RFC 5321 §4.4) whose client has a public
 * address and no name of the receiver's own. What stands below it was written by others and proves nothing.
 */
export function entryHop(hops: readonly Hop[]): Hop | undefined {
  return hops.find((hop) => {
    const ip = parseIp(hop.ip.replace(/^IPv6:/i, ""));
    return ip !== undefined && !isPrivateIp(ip) && !sameRegistrable(hop.fromHelo, hop.by) && !sameRegistrable(hop.fromRdns, hop.by);
  });
}
