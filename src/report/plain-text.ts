/**
 * Text of a mail is hostile wherever it is shown: it may carry terminal commands (ECMA-48 escape sequences),
 * control characters, or marks that turn the reading order round (UAX #9) and hide what stands there.
 */

// A whole escape sequence goes, not only its first byte: CSI, then OSC/DCS/APC/PM/SOS strings, then two-byte ones.
// eslint-disable-next-line no-control-regex
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Bidirectional controls, zero-width characters, byte order mark, tag characters, interlinear marks. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text with everything taken out that does something instead of being read. Line breaks stay as `\n`. */
export function plainText(text: string): string {
  return text
    .replace(ESCAPES, "")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATES, "\ufffd");
}

/** `plainText` on one line and at most `limit` characters, an ellipsis where something was cut. */
export function oneLine(text: string, limit: number): string {
  // Cut roughly first: a mail may hold megabytes, and only the start is shown.
  const line = plainText(text.slice(0, limit * 8))
    .replace(/[\s\u3000]+/g, " ")
    .trim();
  const characters = [...line];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join("")}…` : line;
}

/** A host on one line. Cut at its start where it is too long: whose it is stands at its end, which a long one would hide. */
export function hostLine(host: string, limit: number): string {
  const characters = [...oneLine(host.slice(-limit * 8), limit * 8)];
  return characters.length > limit ? `…${characters.slice(1 - limit).join("")}` : characters.join("");
}
