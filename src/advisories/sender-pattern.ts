/** `***`, `○○○`, `xxxxx`: what a page writes for the part of an address that differs from mail to mail. */
const MASK = /\*+|[○◯〇●△□×＊…]+|x{3,}/gu;

/** Lower case, without the blanks and defanging pages write into addresses. */
export function foldedAddress(address: string): string {
  return address
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/gu, "")
    .replace(/\[@\]/gu, "@")
    .replace(/\[\.\]/gu, ".");
}

/** Whether a printed text has a mask. */
export function isMasked(text: string): boolean {
  return text.search(MASK) >= 0;
}

/** Whether an address is the one printed in a warning: masks stand for anything, a bare `@domain` for every address there. */
export function isPrintedSender(printed: string, address: string): boolean {
  const wanted = foldedAddress(printed);
  const given = foldedAddress(address);
  if (given === "" || !given.includes("@")) return false;
  const parts = (wanted.startsWith("@") ? `*${wanted}` : wanted).split(MASK);
  return parts.length === 1 ? wanted === given : standInOrder(parts, given);
}

/** Whether a host is one printed in a warning, masks standing for anything. */
export function isPrintedHost(printed: string, host: string): boolean {
  return host !== "" && (printed === host || (isMasked(printed) && standInOrder(printed.split(MASK), host)));
}

/** The fixed parts one after the other: the first at the start, the last at the end. One pass, no backtracking. */
function standInOrder(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  const until = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > until) return false;
    from = found + part.length;
  }
  return true;
}
