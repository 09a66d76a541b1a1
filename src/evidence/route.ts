import { isPrivateIp, parseIp } from "./authenticate/ip.ts";
import { sameRegistrable } from "./domains.ts";
import type { Hop } from "./evidence.ts";

/**
 * Whether the mail came in from outside at this hop: its client has a public address and no name of the receiver's own
 * (RFC 5321 §4.4). Of all hops from the top down the first one counts.
 */
export function isEntry(hop: Hop): boolean {
  const ip = parseIp(hop.ip.replace(/^IPv6:/i, ""));
  return ip !== undefined && !isPrivateIp(ip) && !sameRegistrable(hop.fromHelo, hop.by) && !sameRegistrable(hop.fromRdns, hop.by);
}
