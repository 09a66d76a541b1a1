import { idnDisplay } from "../brands/idn-display.ts";
import { isAddressHost } from "./shared-hosts.ts";

/** Ways to write an address so that a reader takes it for another. */
export type TrickKind =
  | "name-before-at"
  | "encoded-number"
  | "number-for-name"
  | "unseen-characters"
  | "look-alike-letters"
  | "letters-of-other-scripts"
  | "encoded-host"
  | "backslash"
  | "long-host";

export interface Trick {
  readonly kind: TrickKind;
  /** Nobody writes so by accident. */
  readonly grave: boolean;
}

/** Soft hyphen, zero width, bidirectional controls, invisible operators, variation selectors. */
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/;
/** Letters that become ASCII by NFKC: full width, circled, mathematical (U+1D400–1D7FF), letterlike; and the dots of other scripts. */
const STYLED = /[\u2100-\u214f\u2460-\u24ff\uff21-\uff5a]|\ud835[\udc00-\udfff]|\ud83c[\udd00-\udd8f]/;
/** No genuine host in our corpora of company mail is longer; DNS allows 253. */
const LONGEST_READABLE_HOST = 100;

/**
 * The trick an address as written uses, the gravest first, or undefined. `host` is the host the URL parser found in it;
 * `named`: the mail speaks for a known company, which has a name to show in place of a number.
 */
export function trickOf(written: string, host: string, named: boolean): Trick | undefined {
  const authority = authorityOf(written);
  if (authority === undefined) return undefined;
  if (UNSEEN.test(authority)) return { kind: "unseen-characters", grave: true };
  if (STYLED.test(authority)) return { kind: "look-alike-letters", grave: true };
  const at = authority.lastIndexOf("@");
  if (at > 0) {
    const before = authority.slice(0, at);
    return { kind: "name-before-at", grave: /[a-z0-9-]\.[a-z]{2,}|%[0-9a-f]{2}/i.test(before) };
  }
  const bare = authority.replace(/:\d*$/, "");
  if (isAddressHost(host)) return bare === host ? { kind: "number-for-name", grave: named } : { kind: "encoded-number", grave: true };
  if (host.includes("xn--") && idnDisplay(host).verdict === "deceptive") return { kind: "letters-of-other-scripts", grave: named };
  if (/%[0-9a-f]{2}/i.test(bare)) return { kind: "encoded-host", grave: true };
  if (/^[a-z]+:(?:\\|\/\\)/i.test(written.trim())) return { kind: "backslash", grave: false };
  return host.length > LONGEST_READABLE_HOST ? { kind: "long-host", grave: false } : undefined;
}

/** What stands between `//` and the path, as written. */
function authorityOf(written: string): string | undefined {
  const match = /^\s*(?:https?|ftp):[\\/]{2,}([^/?#\\]{1,2000})/i.exec(written);
  return match?.[1];
}

/** How one mail address may be written inside a URL. */
export interface AddressForms {
  readonly plain: string;
  readonly base64: readonly string[];
  readonly hex: string;
}

/** The forms of each address that is long enough to be told from chance. */
export function formsOf(addresses: readonly string[]): readonly AddressForms[] {
  return addresses
    .filter((address) => address.length >= 6 && address.includes("@"))
    .map((address) => ({ plain: address.toLowerCase(), base64: base64Forms(address), hex: hexOf(address.toLowerCase()) }));
}

/** How one of the addresses is written inside a URL, or undefined. Bounded: at most 4,000 characters of the URL are read. */
export function addressInUrl(url: string, forms: readonly AddressForms[]): "plain" | "base64" | "hex" | undefined {
  const start = url.slice(0, 4000);
  const text = decoded(start).toLowerCase();
  for (const { plain, base64, hex } of forms) {
    if (text.includes(plain)) return "plain";
    if (base64.some((form) => start.includes(form))) return "base64";
    if (text.includes(hex)) return "hex";
  }
  return undefined;
}

/** Percent codes undone twice, as pages do; what cannot be undone stays. */
function decoded(text: string): string {
  let out = text;
  for (let times = 0; times < 2 && out.includes("%"); times++) {
    out = out.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        return codes;
      }
    });
  }
  return out;
}

const ASCII = /^[\x20-\x7e]+$/;

/**
 * The middle of the address in base64 at each of the three alignments, so that it is found inside a longer encoded text.
 * The first and last characters depend on the neighbours and are left out.
 */
function base64Forms(address: string): readonly string[] {
  if (!ASCII.test(address)) return [];
  return [address, address.toLowerCase()].flatMap((one) =>
    [0, 1, 2].map((shift) => {
      const encoded = btoa("\0".repeat(shift) + one).replace(/=+$/, "");
      const from = shift === 0 ? 0 : shift + 1;
      const whole = Math.floor(((shift + one.length) * 8) / 6);
      return encoded.slice(from, whole);
    }),
  );
}

function hexOf(text: string): string {
  return [...text].map((c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
