import { scanHtml } from "../html-scanner.ts";
import type { ScannedTag } from "../html-scanner.ts";

/** The picture of an `<img>`, with its place in the HTML text. */
export interface PictureSource {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const MAX_SOURCES = 200;
/** A `data:` picture or the address of a service that draws QR codes: the only ones that can be read offline. */
const WORTH_SCANNING = /data:image\/|qr[-_.]?(?:code|server)|\/qr\b|\/chart\?/i;

/** Pictures written into the HTML itself or drawn by a known service; none are looked for in most mails. */
export function pictureSources(html: string): readonly PictureSource[] {
  if (!mayHoldSource(html)) return [];
  const found: PictureSource[] = [];
  scanHtml(html, {
    startTag(tag: ScannedTag) {
      if (tag.name !== "img" || found.length >= MAX_SOURCES) return;
      const written = tag.attribute("src")?.trim() ?? "";
      if (WORTH_SCANNING.test(written.slice(0, 2000))) found.push({ written, start: tag.start, end: tag.end });
    },
    endTag() {},
    characters() {},
  });
  return found;
}

/** Plain searches first: they pass over nearly every mail at the speed of memory. */
function mayHoldSource(html: string): boolean {
  return html.includes("data:image/") || ((html.includes("qr") || html.includes("QR") || html.includes("/chart?")) && WORTH_SCANNING.test(html));
}

/** Services that draw the text in their address as a QR code, with the parameter that holds it (their own documentation). */
const DRAWING_SERVICES: readonly (readonly [host: string, path: string, parameter: string])[] = [
  // https://goqr.me/api/doc/create-qr-code/
  ["api.qrserver.com", "/v1/create-qr-code", "data"],
  // https://quickchart.io/documentation/qr-codes/
  ["quickchart.io", "/qr", "text"],
  // https://quickchart.io/documentation/qr-codes/ (old address of the same parameters)
  ["quickchart.io", "/chart", "chl"],
  // https://developers.google.com/chart/infographics/docs/qr_codes
  ["chart.googleapis.com", "/chart", "chl"],
  ["chart.apis.google.com", "/chart", "chl"],
  // https://image-charts.com/
  ["image-charts.com", "/chart", "chl"],
];

/** The text a drawing service was asked to draw, when the address is one of theirs. */
export function drawnByService(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const service = DRAWING_SERVICES.find(([host, path]) => url.hostname === host && url.pathname.startsWith(path));
  const text = service === undefined ? undefined : (url.searchParams.get(service[2]) ?? undefined);
  return text === undefined || (service?.[2] === "chl" && url.searchParams.get("cht") !== "qr") ? undefined : text;
}

/** Bytes of a base64 `data:image/` address (RFC 2397), at most `limit` of them. */
export function dataPicture(address: string, limit: number): Uint8Array | undefined {
  const head = /^data:image\/[\w.+-]{1,40}(?:;[^,;]{0,100}){0,4};base64,/i.exec(address.slice(0, 500))?.[0];
  if (head === undefined || (address.length - head.length) * 0.75 > limit) return undefined;
  try {
    const binary = atob(address.slice(head.length).replace(/[^A-Za-z0-9+/]/g, ""));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}
