import type { Registry } from "../../brands/registry.ts";
import { foldText } from "../../terms/normalise.ts";
import type { Claim, ClaimPlace } from "../evidence.ts";
import type { ClaimsInput } from "./input.ts";
import { bearsPersonalName, hasOwnName, namesItself, namesOneOf } from "./own-name.ts";
import { at, WEIGHT } from "./trail.ts";
import type { Trail } from "./trail.ts";

/** From this weight on the mail says it *is* the brand. A sender's name alone reaches it, names in running text never do. */
const SPEAKS = 8;
/** What a mail must reach whose sender bears a name of its own (Honey at joinhoney.com writing about PayPal), or that came by a list. */
const SPEAKS_LOUDLY = 13;
const SPEAKS_ON_LIST = 12;

/** The claim that the traces of one brand make: the mail says it is the brand, or only talks about it. */
export function claimOf(brand: string, trail: Trail, input: ClaimsInput, official: ReadonlySet<string>, registry: Registry): Claim {
  const weight = [...trail.weights.values()].reduce((sum, one) => sum + one, 0);
  const speaks =
    isLoudEnough(brand, trail, weight, input, official, registry) && (!trail.onlyShort || isRepeated(trail) || trustsShort(brand, input, registry));
  const quotes = [...trail.quotes].sort((a, b) => ORDER.indexOf(a.place) - ORDER.indexOf(b.place));
  return { brand, quotes, kind: speaks ? "speaks" : "mention", weight };
}

function isLoudEnough(brand: string, trail: Trail, weight: number, input: ClaimsInput, official: ReadonlySet<string>, registry: Registry): boolean {
  const inName = at(trail, "displayName") >= SPEAKS && !(official.size > 0 && namesOneOf(official, input, registry));
  // An employee's own mail from the company's domain: nobody speaks for the company.
  if (!inName && !hasName(trail) && bearsPersonalName(input)) return false;
  if (inName || official.has(brand)) return weight >= SPEAKS;
  if (!mayBeTheSpeaker(trail, input, official, registry)) return false;
  if (isNobodyElse(input) && (isMarked(trail) || at(trail, "fromAddress") === WEIGHT.posedDomain || at(trail, "footer") >= WEIGHT.signature)) return true;
  return trail.weights.size >= 2 && weight >= neededBy(trail, input);
}

function neededBy(trail: Trail, input: ClaimsInput): number {
  if (isMarked(trail) && input.list !== true) return SPEAKS;
  if (namesItself(input)) return SPEAKS_LOUDLY;
  return input.list === true ? SPEAKS_ON_LIST : SPEAKS;
}

/** The company marks the subject as its own. */
const isMarked = (trail: Trail): boolean => at(trail, "subject") >= WEIGHT.wholeTag;

/** No list, and a sender without any name: then one clear mark of a company is who speaks. */
function isNobodyElse(input: ClaimsInput): boolean {
  return input.list !== true && !bearsPersonalName(input) && !namesItself(input);
}

/** Nobody else is named as the sender, or the company greets its customers or marks the subject all the same. */
function mayBeTheSpeaker(trail: Trail, input: ClaimsInput, official: ReadonlySet<string>, registry: Registry): boolean {
  if (official.size > 0 && !isMarked(trail) && at(trail, "body") < WEIGHT.greeting) return false;
  if (hasOwnName(input, registry)) return false;
  return input.list !== true || at(trail, "subject") >= WEIGHT.opening || greetsAndSigns(trail);
}

const ORDER: readonly ClaimPlace[] = ["displayName", "fromAddress", "subject", "heading", "logoAlt", "footer", "body", "linkText"];

/** The company is named where a sender names itself, not only in the address or in running text. */
function hasName(trail: Trail): boolean {
  return (
    at(trail, "displayName") > WEIGHT.body ||
    at(trail, "subject") > WEIGHT.body ||
    at(trail, "heading") > 0 ||
    at(trail, "logoAlt") > 1 ||
    at(trail, "footer") > 1 ||
    at(trail, "body") > WEIGHT.body
  );
}

/** Thanks its customers at the top and signs at the foot: it speaks for the company even on a list. */
function greetsAndSigns(trail: Trail): boolean {
  return (
    at(trail, "body") >= WEIGHT.greeting && (at(trail, "footer") >= WEIGHT.signature || at(trail, "logoAlt") >= WEIGHT.logoAlt || at(trail, "heading") > 0)
  );
}

/** A short name that stands in two places where a sender names itself, or in the display name and another telling place, is no chance hit. */
function isRepeated(trail: Trail): boolean {
  const inName = at(trail, "displayName") >= SPEAKS;
  const clear = [inName, isMarked(trail), at(trail, "body") >= WEIGHT.greeting, at(trail, "footer") >= WEIGHT.signature];
  if (clear.filter(Boolean).length >= 2) return true;
  return inName && (at(trail, "subject") > WEIGHT.body || at(trail, "heading") > 0 || at(trail, "logoAlt") > 1);
}

/** A short name counts when a topic word of the brand stands in the mail. */
function trustsShort(brand: string, input: ClaimsInput, registry: Registry): boolean {
  const words = (registry.get(brand)?.topicWords ?? []).map(foldText);
  const texts = [input.sender?.from[0]?.displayName ?? "", input.subject?.text ?? "", ...input.parts.map((part) => part.text.slice(0, 20_000))];
  return texts.some((text) => {
    const folded = foldText(text);
    return words.some((word) => folded.includes(word));
  });
}
