import type { Verdict } from "../verdict/verdict.ts";

export type Style = Verdict["level"] | "bold" | "dim" | "bad" | "good";
export type Paint = (text: string, style?: Style) => string;

/** SGR parameters (ECMA-48 §8.3.117): only the eight basic colours, so that every theme stays readable. */
const SGR: Readonly<Record<Style, string>> = {
  impersonation: "1;37;41",
  suspicious: "1;30;43",
  undecided: "1;30;47",
  "no-sign": "1;30;47",
  genuine: "1;37;42",
  simulation: "1;37;44",
  bold: "1",
  dim: "2",
  bad: "1;31",
  good: "1;32",
};

/** A painter that leaves texts alone when colours are off. */
export function paintFor(colour: boolean): Paint {
  return (text, style) => (colour && style !== undefined && text !== "" ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text);
}
