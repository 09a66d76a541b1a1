import { dayOf, isOfficialLink, speakersOf } from "../../evidence/speakers.ts";
import type { Evidence, Link } from "../../evidence/evidence.ts";
import type { Check, CheckResult, Facts } from "../check.ts";
import { resultOf, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { TEXTS, UNREAD } from "./text.ts";

const ID = "qr-link";

/**
 * A QR code that leads away from the official site of the company the mail says it is. People scan it with a telephone,
 * past the filters of the mail and of the office (MITRE ATT&CK T1660, T1566).
 */
export const qrLink: Check = {
  id: ID,
  title: { ja: "QR コードの行き先は公式サイトか", en: "Does the QR code lead to the official site?" },
  question: {
    ja: "メールや添付の QR コードは、名乗っている会社の公式サイトへ通じていますか。",
    en: "Does the QR code in the mail or its files lead to the official site of the company it says it is?",
  },
  needs: ["codes", "links", "claims"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.codes.kind === "failed") return unknownOf(ID, "codes");
    if (evidence.codes.kind === "absent") return { kind: "clear", check: ID };
    const links = evidence.links.kind === "found" ? evidence.links.value.filter((link) => link.through === "qr" && link.targetHost !== "") : [];
    const result = resultOf(ID, findingsOf(links, evidence, facts), evidence, facts);
    return result.kind === "clear" ? withUnread(result, evidence) : result;
  },
};

function findingsOf(links: readonly Link[], evidence: Evidence, facts: Facts): readonly Finding[] {
  if (links.length === 0) return [];
  const speakers = speakersOf(evidence, facts.registry);
  const day = dayOf(evidence);
  const foreign = links.filter((link) => !speakers.some(({ brand }) => isOfficialLink(facts.registry, link.targetHost, brand.id, day)));
  const first = foreign[0];
  if (first === undefined || isAligned(evidence, first)) return [];
  const claimed = speakers.length > 0;
  return [
    {
      kind: claimed ? "code-leads-elsewhere" : "code-with-link",
      severity: claimed ? "medium" : "low",
      confidence: claimed && foreign.length === links.length ? "strong" : "weak",
      text: claimed ? TEXTS.elsewhere : TEXTS.unknown,
      seen: { ja: `QR コードの行き先は ${first.targetHost} です。`, en: `The QR code leads to ${first.targetHost}.` },
      quotes: [{ text: first.written, where: first.where }],
    },
  ];
}

/** A sender whose own signed domain the code leads to shows where it sends people, as an event or a shop does. */
function isAligned(evidence: Evidence, link: Link): boolean {
  const aligned = evidence.authentication.kind === "found" ? evidence.authentication.value.alignedDomain?.domain : undefined;
  return aligned !== undefined && (link.targetHost === aligned || link.targetHost.endsWith(`.${aligned}`) || link.registrableDomain === aligned);
}

/** Pictures nobody could look at may hold a code; said only where nothing else was found. */
function withUnread(clear: CheckResult, evidence: Evidence): CheckResult {
  const unread = evidence.codes.kind === "found" ? evidence.codes.value.unread.length : 0;
  return unread === 0 ? clear : { kind: "unknown", check: ID, missing: [{ topic: "codes", why: UNREAD }] };
}
