/**
 * The recipient's provider writes its own opinion of a mail into the header. A check that read it, or an evaluation
 * that let it through, would measure the provider instead of us.
 */
const VERDICT_FIELD =
  /^(?:x-(?:[a-z0-9-]*-)?(?:spam|antispam|anti-spam|spamd|mailscanner|barracuda|razor|dspam|crm114|bogosity|policyd|rspamd|cloudmark|brightmail|junkmail)[a-z0-9-]*|x-ms-exchange-organization-(?:scl|pcl|antispam-report|authas|authsource)|x-ms-exchange-(?:antispam|atpmessageproperties|crosstenant-antispam)[a-z0-9-]*|x-forefront-[a-z0-9-]*|x-microsoft-antispam[a-z0-9-]*|x-(?:proofpoint|pm-spam|kse|quarantine|terrace|vade|vr-|ovh-spam|cmae|ham-report|sid-pra|sid-result|yahoofilteredbulk|gm-spam|rejected|virus)[a-z0-9-]*|x-spam(?:advice)?)$/i;

/** True for the names of fields in which a provider states its verdict. */
export function isProviderVerdict(fieldName: string): boolean {
  return VERDICT_FIELD.test(fieldName);
}

const LF = 10;
const CR = 13;

function lineEnd(raw: Uint8Array, from: number): number {
  const at = raw.indexOf(LF, from);
  return at < 0 ? raw.length : at + 1;
}

function fieldName(raw: Uint8Array, start: number, end: number): string {
  let name = "";
  for (let i = start; i < end && i < start + 100; i++) {
    const byte = raw[i] ?? 0;
    if (byte === 0x3a) return name.trimEnd();
    name += String.fromCharCode(byte);
  }
  return "";
}

/** The mail without the verdict fields of its own header block (RFC 5322 §2.2); everything else byte for byte. */
export function stripProviderVerdicts(raw: Uint8Array): Uint8Array {
  const kept: [number, number][] = [];
  let removed = 0;
  let dropping = false;
  let at = 0;
  while (at < raw.length) {
    const first = raw[at];
    if (first === LF || (first === CR && raw[at + 1] === LF)) break;
    const end = lineEnd(raw, at);
    // A folded line belongs to the field above it.
    if (first !== 0x20 && first !== 0x09) dropping = isProviderVerdict(fieldName(raw, at, end));
    if (dropping) removed += end - at;
    else kept.push([at, end]);
    at = end;
  }
  if (removed === 0) return raw;
  kept.push([at, raw.length]);
  const out = new Uint8Array(raw.length - removed);
  let to = 0;
  for (const [start, end] of kept) {
    out.set(raw.subarray(start, end), to);
    to += end - start;
  }
  return out;
}
