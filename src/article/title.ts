import { ownWords, shortPublicLine } from "../redact/own-words.ts";
import type { PublicBilingual } from "../redact/public-text.ts";
import type { RedactedMail } from "../redact/redacted-mail.ts";

/** UTF-16 units of a subject or name in a title; a subject may hold kilobytes. */
const LONGEST = 120;

/** `〇〇を名乗る「件名」にご注意を`, the line people search for and share. */
export function titleOf(mail: RedactedMail, brandLabel: PublicBilingual | undefined): PublicBilingual {
  const subject = subjectOf(mail);
  const posesAs = namedInTitle(mail, brandLabel);
  if (posesAs === undefined) return { ja: ownWords`「${subject.ja}」という不審なメールにご注意を`, en: ownWords`Beware of the mail “${subject.en}”` };
  return { ja: ownWords`${posesAs.ja}を名乗る「${subject.ja}」にご注意を`, en: ownWords`Beware of “${subject.en}” posing as ${posesAs.en}` };
}

/** The subject in one line, or words for a mail without one. */
export function subjectOf(mail: RedactedMail): PublicBilingual {
  const subject = shortPublicLine(mail.subject, LONGEST);
  return subject === "" ? { ja: ownWords`件名なし`, en: ownWords`no subject` } : { ja: subject, en: subject };
}

/** Whom the mail says it is from: as it writes the name (that is what a reader sees and searches), else the brand's name. */
function namedInTitle(mail: RedactedMail, brandLabel: PublicBilingual | undefined): PublicBilingual | undefined {
  if (brandLabel === undefined) return undefined;
  const name = shortPublicLine(mail.fromName, LONGEST);
  return name === "" || /[@{}]/.test(name) ? brandLabel : { ja: name, en: name };
}
