/** An IP address as its bytes: 4, or 16. IPv4 in IPv6 (`::ffff:192.0.2.1`, RFC 4291 §2.5.5.2) becomes 4. */
export type IpBytes = readonly number[];

/** Reads an IPv4 or IPv6 address strictly; undefined when it is none. */
export function parseIp(text: string): IpBytes | undefined {
  const bytes = text.includes(":") ? parseIpv6(text) : parseIpv4(text);
  if (bytes?.length !== 16) return bytes;
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return isMapped ? bytes.slice(12) : bytes;
}

/** Four decimal numbers without leading zeros (RFC 7208 §5.6 `qnum`). */
export function parseIpv4(text: string): IpBytes | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1);
  if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith("0")))) return undefined;
  return parts.map(Number);
}

/** The textual forms of RFC 4291 §2.2. */
export function parseIpv6(text: string): IpBytes | undefined {
  if (text.length > 45 || !/^[\da-f:.]+$/i.test(text)) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const left = groupsOf(halves[0] ?? "");
  const right = halves.length === 2 ? groupsOf(halves[1] ?? "") : [];
  if (left === undefined || right === undefined) return undefined;
  const missing = 16 - left.length - right.length;
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined;
  return [...left, ...Array.from({ length: missing }, () => 0), ...right];
}

function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [at, group] of groups.entries()) {
    const v4 = at === groups.length - 1 && group.includes(".") ? parseIpv4(group) : undefined;
    if (v4 !== undefined) bytes.push(...v4);
    else if (/^[\da-f]{1,4}$/i.test(group)) bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff);
    else return undefined;
  }
  return bytes;
}

/** Whether two addresses of one family agree in their first `bits` bits. */
export function sameNetwork(a: IpBytes, b: IpBytes, bits: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i * 8 < bits; i++) {
    const mask = bits - i * 8 >= 8 ? 0xff : (0xff << (8 - (bits - i * 8))) & 0xff;
    if (((a[i] ?? 0) & mask) !== ((b[i] ?? 0) & mask)) return false;
  }
  return true;
}

/** Labels of the address as SPF's `%{i}` writes them: decimal numbers, or single hexadecimal digits. */
export function ipLabels(ip: IpBytes): string {
  if (ip.length === 4) return ip.join(".");
  return ip.flatMap((byte) => [(byte >> 4).toString(16), (byte & 15).toString(16)]).join(".");
}

/** The name under which the reverse mapping stands (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(ip: IpBytes): string {
  return `${ipLabels(ip).split(".").toReversed().join(".")}.${ip.length === 4 ? "in-addr" : "ip6"}.arpa`;
}

/** Networks that are in nobody's public hands (RFC 1918, 3927, 1122, 6598, 4193, 4291). */
export function isPrivateIp(ip: IpBytes): boolean {
  if (ip.length === 16) return ip.slice(0, 15).every((byte) => byte === 0) || (ip[0]! & 0xfe) === 0xfc || (ip[0] === 0xfe && (ip[1]! & 0xc0) === 0x80);
  const [a = 0, b = 0] = ip;
  return (
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}
