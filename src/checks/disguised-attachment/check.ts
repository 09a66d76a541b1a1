import type { AttachedFile, Disguise } from "../../evidence/files/file.ts";
import type { Check } from "../check.ts";
import { resultOf, shownName, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { SEEN, TEXTS } from "./text.ts";

const ID = "disguised-attachment";
const MOST_FINDINGS = 3;

/**
 * A name or type that hides what a file is: MITRE ATT&CK T1036.007 (double file extension), T1036.002 (right-to-left
 * override), T1036.008 (masquerading file type).
 */
export const disguisedAttachment: Check = {
  id: ID,
  title: { ja: "添付ファイルの正体が隠されていないか", en: "Does an attached file hide what it is?" },
  question: {
    ja: "添付ファイルの名前や種類の表示は、中身と一致していますか。",
    en: "Do the names and types of the attached files say what the files are?",
  },
  needs: ["files"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.files.kind === "failed") return unknownOf(ID, "files");
    const files = evidence.files.kind === "found" ? evidence.files.value : [];
    return resultOf(ID, files.flatMap(findingsOf).slice(0, MOST_FINDINGS), evidence, facts);
  },
};

function findingsOf(file: AttachedFile): readonly Finding[] {
  const [own] = file.disguises;
  if (own !== undefined) return [finding(file, own, file.name)];
  const inside = file.members.find((member) => member.disguises.length > 0);
  return inside === undefined ? [] : [finding(file, inside.disguises[0] as Disguise, inside.name)];
}

function finding(file: AttachedFile, disguise: Disguise, name: string): Finding {
  const shown = shownName(name);
  const seen = SEEN[disguise];
  return {
    kind: disguise,
    severity: disguise === "other-type" ? "medium" : "high",
    confidence: "strong",
    text: TEXTS,
    seen: { ja: `添付の「${shown}」は、${seen.ja}`, en: `The attached "${shown}" ${seen.en}` },
    quotes: [file.quote],
  };
}
