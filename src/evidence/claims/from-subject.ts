import type { NameHit, Registry } from "../../brands/registry.ts";
import type { Quote } from "../../terms/index.ts";
import { add, WEIGHT } from "./trail.ts";
import type { Trails } from "./trail.ts";

const ANSWER = /^\s*(?:re|fwd?|aw|wg|返信|転送)\s*[:：]/i;

/** Brands in the subject, and whether it reads as the company's own. */
export function fromSubject(subject: Quote | undefined, list: boolean, registry: Registry, trails: Trails): void {
  if (subject === undefined) return;
  const answer = ANSWER.test(subject.text);
  // A list puts its name in front: [list-name] subject.
  const opening = /^\s*(?:\[[^\]]{1,60}\]\s*)?/.exec(subject.text)![0].length;
  for (const hit of registry.findNames(subject.text)) {
    const weight = answer || (list && hit.start < opening) ? WEIGHT.body : subjectWeight(subject.text, hit, opening);
    add(trails, hit.brand, "subject", weight, subject, hit.short);
  }
}

function subjectWeight(subject: string, hit: NameHit, opening: number): number {
  if (isSpokenAbout(subject, hit)) return WEIGHT.wholeTag;
  const before = subject.slice(Math.max(0, hit.start - 20), hit.start);
  const tagged = /[【［<＜「『(（]\s*[^】］>＞」』)）]{0,12}$/u.test(before) || /^\s*\[\s*$/.test(subject.slice(0, Math.min(hit.start, 20)));
  if (tagged) return endsTag(subject, hit.end) ? WEIGHT.wholeTag : WEIGHT.tagged;
  return hit.start <= opening ? WEIGHT.opening : WEIGHT.subject;
}

/** 【三井住友カード】, 【Amazonサービス】: the tag is the name and hardly more, which is how a company marks its own mail. */
function endsTag(subject: string, end: number): boolean {
  return /^\s*(?:サービス|サポート|セキュリティ|カスタマー\S{0,6}|お客様\S{0,6}|事務局|公式|銀行|カード|証券)?\s*[】］>＞」』)）\]:：]/u.test(
    subject.slice(end, end + 16),
  );
}

/** "Acme account alert", "Acme: was this you?" near the front of a subject (en, de, fr, es, pt, nl). */
const SPOKEN_IN_LATIN =
  /^[’']?s?\s*(?::|[-–—]\s|(?:bank |card |online |wallet )?(?:accounts?|banking|security|cyber ?security|support|alerts?|notices?|notifications?|verification|billing|customers?|members?|team|rewards?|winner|aviso|conta|cuenta|cliente|konto|kunde|sicherheit|compte|s[ée]curit[ée]|rekening)\b)/iu;

/** "○○からの重要なお知らせ", "○○ご利用確認", "○○アカウントの…": words a company puts after its own name in a subject. */
function isSpokenAbout(subject: string, hit: NameHit): boolean {
  const after = subject.slice(hit.end, hit.end + 24);
  if (SPOKEN_IN_LATIN.test(after) && subject.slice(0, hit.start).trim().length <= 24) return true;
  if (/(?:アカウント|id)$/iu.test(subject.slice(hit.start, hit.end)) && /^\s*(?:の|を|が|は|に|情報)/u.test(after)) return true;
  return /^[\s」』】〉》）)]*(?:(?:税務署|センター|事務局|サポート\S{0,4}|エナジーパートナー)?(?:から|より)の?|(?:の)?(?:ご利用|御利用|ご登録|アカウント|会員|お客様|id(?=[のをがは・\s])|(?:ご登録)?情報(?:の|を)(?:更新|ご?確認|変更)))/iu.test(
    after,
  );
}
