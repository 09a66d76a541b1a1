import { fromLatin1 } from "./bytes.ts";
import { decodeBase64 } from "./transfer-encoding.ts";

/** UTF-7 (RFC 2152), which browsers no longer decode. What is not valid stays as written. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole: string, encoded: string, dash: string) => {
    if (encoded === "") return dash === "" ? whole : "+";
    const { bytes } = decodeBase64(fromLatin1(encoded));
    if (bytes.length < 2) return whole;
    let out = "";
    for (let i = 0; i + 1 < bytes.length; i += 2) out += String.fromCharCode((bytes[i]! << 8) | bytes[i + 1]!);
    return out;
  });
}
