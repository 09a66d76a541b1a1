import { field, parseDate } from "../../mail/index.ts";
import type { Mail } from "../../mail/mail.ts";
import { receivedDate } from "../../mail/received.ts";
import { quoteOf } from "../../evidence/topics/trace.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/** Hours that clocks and zones explain; a wrong zone is up to 26 hours off, most are under 12. */
const MOST_HOURS_AHEAD = 12;

/**
 * The mail is dated later than it arrived: Date (RFC 5322 §3.6.1) against the time the receiving server noted (RFC 5321
 * §4.4). Mail that was held up is dated earlier, which says nothing; a date in the future is only ever a wrong clock or a
 * program that wants to stand first in the mailbox.
 */
export const dateFarFromReceived = headerCheck({
  id: "date-far-from-received",
  title: { ja: "日付は届いた時刻と合うか", en: "Does its date fit the time it arrived?" },
  question: { ja: "メールの日付が、届いた時刻より大きく先になっていませんか。", en: "Is the mail dated well after it arrived?" },
  needs: ["sender", "trace"],
  confidence: "weak",
  found: { ja: "届いた時刻より先の日付が付いています", en: "It is dated after it arrived" },
  official: { ja: "ふつうのメールの日付は、届いた時刻より少し前です。", en: "Mail is normally dated shortly before it arrives." },
  why: { ja: "未来の日付にすると、受信箱の一番上に表示され続けます。", en: "A date in the future keeps a mail at the top of the mailbox." },
  find,
});

/** Whether the date is ahead of any server's time, which is read without the rest of its field. */
function isAhead(date: string, mail: Mail): boolean {
  const written = Date.parse(date);
  return mail.fields.some((one) => one.key === "received" && hoursBefore(written, parseDate(receivedDate(one.rawValue))) > MOST_HOURS_AHEAD);
}

const hoursBefore = (written: number, arrived: string | undefined): number => (written - Date.parse(arrived ?? "")) / 3_600_000;

function find({ evidence, trace }: GivenHeader): HeaderFinding | undefined {
  const written = field(evidence.mail, "date");
  // Nearly all mails are dated before all their servers saw them: nothing to take apart.
  if (evidence.date === undefined || written === undefined || !isAhead(evidence.date, evidence.mail)) return undefined;
  const received = trace?.entry ?? trace?.top;
  if (received?.at === undefined) return undefined;
  const hours = hoursBefore(Date.parse(evidence.date), received.at);
  if (!(hours > MOST_HOURS_AHEAD)) return undefined;
  return {
    kind: "dated-ahead",
    severity: "low",
    confidence: "weak",
    quotes: [quoteOf(written), received.quote],
    seen: { ja: `日付は届いた時刻より約 ${Math.round(hours)} 時間先です。`, en: `It is dated about ${Math.round(hours)} hours after it arrived.` },
  };
}
