import { LEVEL_SHORT } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Choice, LEVELS, TextField } from "../parts.tsx";
import { WORDS } from "./words.ts";

/** Agree or overrule, with what it really is and why: the same for one mail and for many. */
export function DecisionFields({ lang, level = "", reason = "", overrules = false }: { lang: Language; level?: string; reason?: string; overrules?: boolean }) {
  const levels = LEVELS.filter((one) => one !== "undecided").map((one) => [one, LEVEL_SHORT[one][lang]] as const);
  return (
    <>
      <div class="choices">
        <label class="tick">
          <input type="radio" name="agrees" value="yes" checked={!overrules} /> {WORDS.agree[lang]}
        </label>
        <label class="tick">
          <input type="radio" name="agrees" value="no" checked={overrules} /> {WORDS.overrule[lang]}
        </label>
      </div>
      <div class="filters">
        <div class="wide">
          <Choice name="really" label={WORDS.really[lang]} chosen={level} options={[["", "–"], ...levels]} />
        </div>
        <div class="wide">
          <TextField name="reason" label={WORDS.reason[lang]} value={reason} hint={WORDS.reasonHint[lang]} />
        </div>
      </div>
    </>
  );
}
