import { isAddress } from "../refang.ts";
import type { BadHost } from "../indicators.ts";

/** A string literal of STIX patterning (STIX 2.1 §9.3: quote and backslash are escaped with a backslash). */
function literal(value: string): string {
  return `'${value.replace(/[\\']/g, "\\$&")}'`;
}

export function urlPattern(url: string): string {
  return `[url:value = ${literal(url)}]`;
}

/** One host, or a registrable domain with everything below it (LIKE, §9.6.1: `%` stands for any characters). */
export function hostPattern({ host, below }: BadHost): string {
  if (isAddress(host)) {
    return host.startsWith("[") ? `[ipv6-addr:value = ${literal(host.slice(1, -1))}]` : `[ipv4-addr:value = ${literal(host)}]`;
  }
  const exact = `domain-name:value = ${literal(host)}`;
  return below ? `[${exact} OR domain-name:value LIKE ${literal(`%.${host}`)}]` : `[${exact}]`;
}
