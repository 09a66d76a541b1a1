import type { Article } from "../article/article.ts";
import type { Language } from "../terms/index.ts";
import { plainLine, plainText } from "./plain-line.ts";

const LONGEST_BODY = 200_000;

/** The redacted mail as text for a desk: head, what its reader saw, where its links lead; all links dead. */
export function mailText({ mail }: Article, lang: Language): string {
  const forged = mail.forgedSender ? (lang === "ja" ? "(詐称されたもの)" : " (forged)") : "";
  const head = [
    `From: ${plainLine(mail.fromName)} <${plainLine(mail.fromAddress)}>${forged}`,
    ...(mail.replyTo === undefined ? [] : [`Reply-To: ${plainLine(mail.replyTo)}`]),
    `Subject: ${plainLine(mail.subject)}`,
    ...(mail.day === undefined ? [] : [`Date: ${plainLine(mail.day)}`]),
    ...mail.attachments.map((name) => `Attachment: ${plainLine(name)}`),
  ];
  const links = mail.links.map(({ shown, target }) => `[${plainLine(shown, 200)}] ${plainLine(target, 2000)}`);
  return [...head, "", plainText(mail.text, LONGEST_BODY), "", ...links, ""].join("\n");
}
