/**
 * Whether mail could be sent to this on the public Internet: a bare address, no quoting, no literal, a domain of two
 * labels or more (RFC 5321 §2.3.5, RFC 6531 for Unicode, RFC 5891 for the labels). Stricter than the grammar on purpose.
 */
export function isDeliverableAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1) return false;
  const local = text.slice(0, at).normalize("NFC");
  if (!isDeliverableLocalPart(local)) return false;
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === undefined) return false;
  // Both spellings travel: the Unicode one to servers with SMTPUTF8, the A-label one to all others.
  return byteLength(text.slice(0, at)) + 1 + domain.length <= 254 && byteLength(text) <= 254;
}

function isDeliverableLocalPart(local: string): boolean {
  if (local.length > 64) return false;
  // Compatibility normalization must not bring specials in (`＜`, `；`).
  for (const form of [local, local.normalize("NFKC"), local.normalize("NFKD")]) {
    if (!/^[^\s\p{C}\p{Z}()<>@,;:\\"[\].]+(?:\.[^\s\p{C}\p{Z}()<>@,;:\\"[\].]+)*$/u.test(form)) return false;
  }
  return true;
}

/** The domain in A-labels, or undefined when no host can have that name. */
function asciiDomain(written: string): string | undefined {
  // A code point that only becomes a dot by normalization (`⒈`) is not allowed in a label (RFC 5892 §2.1).
  const dotted = written.replace(/[\u3002\uff0e\uff61]/g, ".");
  if (countDots(dotted) !== countDots(dotted.normalize("NFKC"))) return undefined;
  const domain = dotted.normalize("NFKC").toLowerCase();
  if (/[^\p{L}\p{M}\p{N}.\-\u00b7\u30fb\u{200c}-\u{200d}]/u.test(domain)) return undefined;
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every(isPossibleLabel)) return undefined;
  return inALabels(domain);
}

function isPossibleLabel(label: string): boolean {
  return label.length > 0 && label.length <= 63 && !/^-|-$/.test(label) && !/^(?!xn)..--/.test(label);
}

function inALabels(domain: string): string | undefined {
  const host = URL.canParse("http://" + domain + "/") ? new URL("http://" + domain + "/").hostname : "";
  const labels = host.split(".");
  if (host === "" || host.length > 253 || labels.some((label) => label.length > 63)) return undefined;
  // No top-level domain ends in a digit (RFC 3696 §2), A-labels apart.
  const top = labels[labels.length - 1] ?? "";
  return /[a-z]$/.test(top) || top.startsWith("xn--") ? host : undefined;
}

function countDots(text: string): number {
  return text.split(".").length;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
