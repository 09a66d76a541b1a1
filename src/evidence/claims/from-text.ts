import type { NameHit, Registry } from "../../brands/registry.ts";
import type { ClaimPlace } from "../evidence.ts";
import { addressesCustomers } from "./greeting.ts";
import type { ClaimsPart } from "./input.ts";
import { add, WEIGHT } from "./trail.ts";
import type { Trails } from "./trail.ts";

/** How far into the text a greeting is looked for, in UTF-16 units. */
const GREETING_WITHIN = 2000;

const COMPANY_LINE =
  /^\s*(?:[■●▼◆◇─━―=＊*\-―_\s]*)(?:©|\(c\)|copyright|発行|配信元?|差出人|株式会社|(?:.{0,30})(?:株式会社|合同会社|サポート|カスタマー|事務局|センター|お客様窓口|support|team|customer service|security|inc\.?|all rights reserved))/iu;

/** Brands in a piece of what the reader sees. */
export function fromPart(part: ClaimsPart, registry: Registry, trails: Trails): void {
  const hits = outermost(part.names?.(registry) ?? registry.findNames(part.text));
  if (hits.length === 0) return;
  const tail = part.place === "body" ? signatureStart(part.text) : part.place === "footer" ? 0 : part.text.length;
  // A row of several companies (follow us on …, pay with …) names nobody as the speaker.
  const row = part.place === "footer" || part.place === "logoAlt" ? new Set(hits.map((hit) => hit.brand)).size > 1 : false;
  for (const hit of hits) {
    const signed = hit.start >= tail && signs(part.text, hit.start, hit.end);
    // The first logo is the sender's; later ones are shops, cards and social networks.
    const later = part.place === "logoAlt" && [...trails].some(([brand, trail]) => brand !== hit.brand && trail.weights.has("logoAlt"));
    const greets = part.place === "body" && hit.start < GREETING_WITHIN && addressesCustomers(part.text, hit.start, hit.end);
    const weight = row || later ? WEIGHT.linkText : signed ? WEIGHT.signature : greets ? WEIGHT.greeting : weightOf(part.place);
    add(trails, hit.brand, signed ? "footer" : part.place === "footer" ? "body" : part.place, weight, () => part.quoteAt(hit.start, hit.end), hit.short);
  }
}

/** Names at the top and at the foot tell who speaks; a hostile text repeats one a hundred thousand times between them. */
const MOST_FIRST = 400;
const MOST_LAST = 200;

function outermost(hits: readonly NameHit[]): readonly NameHit[] {
  return hits.length <= MOST_FIRST + MOST_LAST ? hits : [...hits.slice(0, MOST_FIRST), ...hits.slice(-MOST_LAST)];
}

function weightOf(place: ClaimPlace): number {
  // A name in running text near the end is no signature.
  if (place === "displayName" || place === "fromAddress" || place === "footer") return WEIGHT.body;
  return WEIGHT[place];
}

/** Start of the last lines of a text: where a signature stands. */
function signatureStart(text: string): number {
  let at = text.length;
  for (let lines = 0; lines < 16 && at > 0;) {
    const newline = text.lastIndexOf("\n", at - 1);
    if (text.slice(newline + 1, at).trim() !== "") lines++;
    at = Math.max(0, newline);
    if (newline < 0) return 0;
  }
  return at;
}

/** Whether the line is short and reads as who signs: the name alone, or with 株式会社, ©, サポート, Team. */
function signs(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const to = newline < 0 ? text.length : newline;
  if (to - from > 120) return false;
  const line = text.slice(from, to);
  if (/https?:|@/.test(line)) return false;
  const rest = (text.slice(from, start) + text.slice(end, to)).replace(/[\s\p{P}\p{S}]/gu, "");
  return rest.length <= 2 || (rest.length <= 40 && COMPANY_LINE.test(line));
}
