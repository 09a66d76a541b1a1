import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { clientScripts } from "./client.generated.ts";
import type { SiteFile } from "./site.ts";
import { ICON, STYLE } from "./style.ts";

/** The first 12 hex digits of the SHA-256 of a text: a file named so may be kept by caches for ever. */
export const shortHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);

const asset = (name: string, extension: string, content: string): SiteFile => ({ path: `assets/${name}-${shortHash(content)}.${extension}`, content });

/** What all pages share, each under the hash of its content. */
export const ASSETS = {
  style: asset("site", "css", STYLE),
  icon: asset("icon", "svg", ICON),
  search: asset("search", "js", clientScripts.search),
  copy: asset("copy", "js", clientScripts.copy),
} as const;
