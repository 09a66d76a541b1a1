import type { CampaignMarks } from "./archive.ts";
import { bandKeys, likeness, textKey } from "./minhash.ts";

/** Shortest subject template that tells one campaign from another, in UTF-16 units. */
const TELLING_SUBJECT = 6;

/** How close two mails are, in [0, 1]; 0 when they are no relatives. */
export function kinship(a: CampaignMarks, b: CampaignMarks): number {
  const body = likeness(a.bodySignature, b.bodySignature);
  const subject = a.subjectTemplate.length >= TELLING_SUBJECT && a.subjectTemplate === b.subjectTemplate;
  const shape = a.htmlShape !== "" && a.htmlShape === b.htmlShape;
  const path = a.urlPaths.some((one) => b.urlPaths.includes(one));
  const others = Number(subject) * 2 + Number(shape) + Number(path);
  return body === undefined ? withoutBody(others) : withBody(body, others);
}

/**
 * The body decides; what else agrees lowers how much of it must. Values from generated mails of 500 templates
 * (docs/archive.md) and from reading the largest campaigns of real corpora.
 */
function withBody(body: number, others: number): number {
  const needed = others >= 3 ? 0.48 : others === 2 ? 0.56 : others === 1 ? 0.62 : 0.7;
  return body >= needed ? Math.min(1, body + others * 0.01) : 0;
}

/** Too little text to compare (a picture, one line): the subject and something else must agree. */
function withoutBody(others: number): number {
  return others >= 3 ? 0.8 : 0;
}

/** Keys under which a mail is found by its relatives. */
export function keysOf(marks: CampaignMarks): number[] {
  const keys = bandKeys(marks.bodySignature);
  if (marks.subjectTemplate.length >= TELLING_SUBJECT) keys.push(textKey("subject", marks.subjectTemplate));
  if (marks.htmlShape !== "") keys.push(textKey("shape", marks.htmlShape));
  for (const path of marks.urlPaths.slice(0, 4)) keys.push(textKey("path", path));
  return [...new Set(keys)];
}
