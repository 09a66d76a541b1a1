import type { Evidence } from "../../evidence/evidence.ts";
import type { Check } from "../check.ts";
import { resultOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { TEXTS } from "./text.ts";

const ID = "hidden-text";
/** Words split in one mail before it is a habit and not a slip of an editor. */
const FEWEST = 5;

/**
 * Hidden letters inside visible words, so that filters read other words than people do. Hidden text alone is no
 * evidence: preview lines and layouts for other screens are hidden in most genuine company mail.
 */
export const hiddenText: Check = {
  id: ID,
  title: { ja: "単語の中に見えない文字が混ぜられていないか", en: "Are hidden letters mixed into words?" },
  question: { ja: "見える単語の途中に、見えない文字が挟まれていますか。", en: "Do hidden letters stand inside visible words?" },
  needs: [],
  confidence: "strong",
  run(evidence, facts) {
    return resultOf(ID, findingsOf(evidence), evidence, facts);
  },
};

function findingsOf({ hiddenInWords }: Evidence): readonly Finding[] {
  const [first] = hiddenInWords;
  if (first === undefined || hiddenInWords.length < FEWEST) return [];
  const count = hiddenInWords.length;
  const example = first.text.trim().slice(0, 30);
  return [
    {
      kind: "hidden-in-words",
      severity: "medium",
      confidence: "strong",
      text: TEXTS,
      seen: {
        ja: `単語の途中に見えない文字が ${count} か所以上あります(例:「${example}」)。`,
        en: `At least ${count} words have hidden letters in them (for example "${example}").`,
      },
      quotes: [first],
    },
  ];
}
