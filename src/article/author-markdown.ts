import { micromark } from "micromark";
import type { RedactedMail } from "../redact/redacted-mail.ts";
import { defangHost } from "../report/defang.ts";

/**
 * The author's Markdown as HTML. micromark passes no raw HTML and no dangerous scheme through by itself; pictures are
 * switched off as well, for a page of ours loads nothing from elsewhere.
 */
export function authorHtml(markdown: string, mail: RedactedMail): string {
  return micromark(withoutLinksOf(markdown, mail), { extensions: [{ disable: { null: ["labelStartImage"] } }] });
}

/** An author who pastes the mail's own link must not make it live. */
function withoutLinksOf(markdown: string, mail: RedactedMail): string {
  const dead = new Set(mail.links.map(({ host }) => host.replaceAll("[.]", ".").toLowerCase()).filter((host) => host.includes(".")));
  return markdown.replace(/(https?|ftp)(:\/\/)([^\s/?#"'<>()[\]]{1,255})/gi, (whole, scheme: string, slashes: string, host: string) =>
    dead.has(host.toLowerCase().replace(/^.*@|:\d+$/g, "")) ? `${scheme.replace(/tt/i, "xx")}${slashes}${defangHost(host)}` : whole,
  );
}
