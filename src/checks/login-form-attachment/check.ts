import type { AttachedFile } from "../../evidence/files/file.ts";
import type { Check } from "../check.ts";
import { resultOf, shownName, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { SEEN, TEXTS } from "./text.ts";

const ID = "login-form-attachment";
const MOST_FINDINGS = 2;

/** Attached pages that ask for a password, write themselves from encoded text, or lead on by themselves (MITRE ATT&CK T1566.001, T1027.006). */
export const loginFormAttachment: Check = {
  id: ID,
  title: { ja: "添付ファイルが偽のログイン画面でないか", en: "Is an attached page a fake login?" },
  question: {
    ja: "添付された Web ページや画像ファイルが、パスワードを入力させたり、別のサイトへ飛ばしたりしますか。",
    en: "Does an attached page or drawing ask for a password or lead on to another site by itself?",
  },
  needs: ["files"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.files.kind === "failed") return unknownOf(ID, "files");
    const files = evidence.files.kind === "found" ? evidence.files.value : [];
    return resultOf(ID, files.flatMap(findingOf).slice(0, MOST_FINDINGS), evidence, facts);
  },
};

function findingOf(file: AttachedFile): readonly Finding[] {
  const kind = kindOf(file);
  if (kind === undefined) return [];
  const seen = SEEN[kind];
  const name = shownName(file.name || file.declaredType);
  const grade =
    kind === "password-field" || kind === "drawing-with-script"
      ? ({ severity: "high", confidence: "strong" } as const)
      : kind === "encoded-page"
        ? ({ severity: "medium", confidence: "strong" } as const)
        : ({ severity: "medium", confidence: "weak" } as const);
  const target = file.page?.formTargets[0] ?? file.page?.redirects[0];
  const to = target === undefined ? { ja: "", en: "" } : { ja: ` 送り先: ${target.slice(0, 100)}`, en: ` It leads to ${target.slice(0, 100)}` };
  return [
    {
      ...grade,
      kind,
      text: TEXTS,
      seen: { ja: `添付の「${name}」は、${seen.ja}${to.ja}`, en: `The attached "${name}" ${seen.en}${to.en}` },
      quotes: [file.quote],
    },
  ];
}

function kindOf({ kind, page }: AttachedFile): keyof typeof SEEN | undefined {
  if (page === undefined) return undefined;
  if (page.asksSecret) return "password-field";
  if (kind === "drawing") return page.hasScript ? "drawing-with-script" : undefined;
  if (page.isEncoded && page.hasScript) return "encoded-page";
  if (page.redirects.length > 0) return "leads-on";
  return page.fields > 1 && page.formTargets.length > 0 ? "form" : undefined;
}
