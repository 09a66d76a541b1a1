/**
 * A list of `tag=value;` (RFC 6376 §3.2), undefined when it is not written as such or names a tag twice. Blanks round
 * names and values are taken off, those inside values are kept.
 */
export function parseTags(text: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>();
  const parts = text.split(";");
  if ((parts.at(-1) ?? "").trim() === "") parts.pop();
  for (const part of parts) {
    const equals = part.indexOf("=");
    const name = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
    if (equals < 0 || !/^[a-z]\w*$/i.test(name) || tags.has(name) || !/^[!-:<-~\s]*$/.test(value)) return undefined;
    tags.set(name, value);
  }
  return tags;
}

/** A value that may be folded anywhere (base64, lists): without its blanks. */
export function unfolded(value: string | undefined): string {
  return (value ?? "").replace(/\s+/g, "");
}

/** Bytes of base64 (RFC 4648 §4); undefined when it is none. */
export function base64Bytes(text: string): Uint8Array | undefined {
  if (text === "" || !/^[A-Za-z\d+/]+={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
