/** A label as people see it: an A-label (`xn--…`) decoded, anything else as it is (RFC 5890 §2.3.2.1). */
export function toUnicodeLabel(label: string): string {
  return label.startsWith("xn--") ? (decodePunycode(label.slice(4)) ?? label) : label;
}

/** A host as people see it, label by label. */
export function toUnicodeHost(host: string): string {
  return host.includes("xn--") ? host.split(".").map(toUnicodeLabel).join(".") : host;
}

/** RFC 3492 §6.2; undefined when it is not valid. */
export function decodePunycode(input: string): string | undefined {
  const basic = input.slice(0, Math.max(0, input.lastIndexOf("-")));
  const out = [...basic];
  let [n, i, bias] = [128, 0, 72];
  for (let at = input.lastIndexOf("-") + 1; at < input.length;) {
    const start = i;
    for (let w = 1, k = 36; ; k += 36) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit < 0) return undefined;
      i += digit * w;
      if (i > 0x7fffffff) return undefined;
      const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < t) break;
      w *= 36 - t;
    }
    bias = adapt(i - start, out.length + 1, start === 0);
    n += Math.floor(i / (out.length + 1));
    i %= out.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    out.splice(i++, 0, String.fromCodePoint(n));
  }
  return out.join("");
}

function digitOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : -1;
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
