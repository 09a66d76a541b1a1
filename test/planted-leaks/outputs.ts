import type { RedactedMail } from "../../src/redact/index.ts";
import { pngWithText } from "./png-text.ts";

/** A finished output of one of the forms that leave. */
export interface Output {
  readonly form: string;
  readonly content: string | Uint8Array;
}

const xml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Any text in every form that leaves. */
export function formsOfText(text: string): readonly Output[] {
  return [
    { form: "html", content: `<!doctype html><title>警告</title><p>件名</p><blockquote>${xml(text).replaceAll("\n", "<br>")}</blockquote>` },
    { form: "markdown", content: `# 警告\n\n> ${text.replaceAll("\n", "\n> ")}\n` },
    { form: "json", content: JSON.stringify({ items: [{ content_text: text }] }) },
    { form: "json-ascii", content: JSON.stringify({ text }).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`) },
    { form: "feed", content: `<?xml version="1.0"?><feed><entry><content type="html">${xml(xml(text))}</content></entry></feed>` },
    { form: "svg", content: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9">${xml(text)}</text></svg>`) },
    { form: "png", content: pngWithText(text) },
    { form: "png-deflated", content: pngWithText(text, true) },
    { form: "data-url", content: `<img alt="" src="data:image/svg+xml;base64,${Buffer.from(`<svg><desc>${xml(text)}</desc></svg>`).toString("base64")}">` },
  ];
}

/** Everything of a redacted mail that may be shown. */
export function textOf(mail: RedactedMail): string {
  const links = mail.links.flatMap((link) => [link.shown, link.target, link.host]);
  const points = mail.points.flatMap((point) =>
    [point.title, point.seen, point.official, point.why].flatMap((both) => [both.ja, both.en]).concat(point.quotes),
  );
  return [mail.subject, mail.fromName, mail.fromAddress, mail.replyTo ?? "", mail.text, ...links, ...mail.attachments, ...points].join("\n");
}
