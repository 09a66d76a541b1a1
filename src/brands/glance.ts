import { lookOf } from "./confusables.ts";

const ASCII = /^[a-z0-9-]*$/;

/**
 * What a label looks like at a glance, for comparing with another's: the skeleton of UTS #39 and what readers add to it, in lower case without
 * accents, then what passes for one letter in small print: `rn` for `m`, `vv` for `w`, `cl` for `d`, `1 i` for `l`,
 * `0` for `o`, `5` for `s`, `3` for `e`.
 */
export function glance(label: string): string {
  const plain = ASCII.test(label) ? label : lookOf(label.toLowerCase()).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replace(/[01i53]/g, (char) => LOOKS[char]!);
}

const LOOKS: Readonly<Record<string, string>> = { "0": "o", "1": "l", i: "l", "5": "s", "3": "e" };
