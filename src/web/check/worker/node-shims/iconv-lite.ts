/** The few of iconv-lite's functions that reading .msg needs, on the browser's own decoders: its tables would be half a megabyte. */
const NAMES: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  cp65001: "utf-8",
  utf8: "utf-8",
  latin1: "windows-1252",
  ascii: "windows-1252",
};

function labelOf(encoding: string): string {
  const name = encoding.toLowerCase();
  return NAMES[name] ?? name.replace(/^(?:cp|win)(125\d|874)$/, "windows-$1");
}

/** Throws RangeError on an encoding no browser knows, as iconv-lite does. */
export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(labelOf(encoding)).decode(bytes);
}

export function encodingExists(encoding: string): boolean {
  try {
    return new TextDecoder(labelOf(encoding)).encoding !== "";
  } catch {
    return false;
  }
}

export default { decode, encodingExists };
