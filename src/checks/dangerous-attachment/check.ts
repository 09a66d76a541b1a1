import type { AttachedFile, FileKind } from "../../evidence/files/file.ts";
import { endingOf } from "../../evidence/files/kinds.ts";
import type { Check } from "../check.ts";
import { resultOf, shownName, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { KIND_WORDS, TEXTS } from "./text.ts";

const ID = "dangerous-attachment";
/** Findings shown of one mail. */
const MOST_FINDINGS = 3;

/**
 * Files that run or install something when opened. Mail providers refuse them outright:
 * https://support.google.com/mail/answer/6590 and
 * https://support.microsoft.com/office/434752e1-02d3-4e90-9124-8b81e49a8519.
 */
export const dangerousAttachment: Check = {
  id: ID,
  title: { ja: "開くと危険な添付ファイルがないか", en: "Is an attached file dangerous to open?" },
  question: {
    ja: "開くだけで何かが動いたり、設定が変わったりする添付ファイルがありますか。",
    en: "Is there an attached file that runs something or changes settings when it is opened?",
  },
  needs: ["files"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.files.kind === "failed") return unknownOf(ID, "files");
    const files = evidence.files.kind === "found" ? evidence.files.value : [];
    return resultOf(ID, files.flatMap(findingsOf).slice(0, MOST_FINDINGS), evidence, facts);
  },
};

/** Kinds that are a finding by themselves, and how much each says. Macros are in many a genuine workbook. */
const GRADES: Readonly<Partial<Record<FileKind, Pick<Finding, "severity" | "confidence">>>> = {
  program: { severity: "high", confidence: "strong" },
  script: { severity: "high", confidence: "strong" },
  shortcut: { severity: "high", confidence: "strong" },
  "disk-image": { severity: "high", confidence: "strong" },
  profile: { severity: "high", confidence: "strong" },
  notebook: { severity: "medium", confidence: "weak" },
  "macro-document": { severity: "medium", confidence: "weak" },
};

function findingsOf(file: AttachedFile): readonly Finding[] {
  const own = gradeOf(file.kind, file.name);
  if (own !== undefined) return [finding(file, file.kind, shownName(file.name || file.declaredType), own)];
  const inside = file.members.find((member) => gradeOf(member.kind, member.name) !== undefined && member.kind !== "macro-document");
  if (inside === undefined) return [];
  // Source archives hold scripts: only a file that is all there is, or nearly, is meant to be opened.
  const lone = file.members.length <= 3;
  return [
    finding(file, inside.kind, `${shownName(file.name)} › ${shownName(inside.name)}`, {
      severity: lone ? "high" : "medium",
      confidence: lone ? "strong" : "weak",
    }),
  ];
}

function gradeOf(kind: FileKind, name: string): Pick<Finding, "severity" | "confidence"> | undefined {
  const ending = endingOf(name);
  // People mail each other bookmarks of pages, and programmers their scripts and packages.
  if (/^(?:url|website|webloc)$/.test(ending)) return undefined;
  const grade = GRADES[kind];
  const isOrdinary = /^(?:jar|bat|ps1|psm1|reg|cmd|command|desktop|app)$/.test(ending);
  return grade !== undefined && isOrdinary ? { severity: "medium", confidence: "weak" } : grade;
}

function finding(file: AttachedFile, kind: FileKind, name: string, grade: Pick<Finding, "severity" | "confidence">): Finding {
  const word = KIND_WORDS[kind] ?? { ja: "ファイル", en: "a file" };
  return {
    ...grade,
    kind,
    text: TEXTS,
    seen: { ja: `添付の「${name}」は${word.ja}です。`, en: `The attached "${name}" is ${word.en}.` },
    quotes: [file.quote],
  };
}
