import { createHash } from "node:crypto";

/** A body or an attachment on its way into a rebuilt mail. */
export interface MimeLeaf {
  readonly type: string;
  readonly content: Buffer;
  readonly name?: string;
  readonly contentId?: string;
}

/** Header, bodies as alternatives, attachments behind them (RFC 2046 §5.1). */
export function buildMail(header: string, bodies: readonly MimeLeaf[], attachments: readonly MimeLeaf[]): Buffer {
  const body = bodies.length === 1 && bodies[0] ? leaf(bodies[0]) : multipart("alternative", bodies.map(leaf));
  const whole = attachments.length > 0 ? multipart("mixed", [body, ...attachments.map(leaf)]) : body;
  return Buffer.concat([Buffer.from(header + "MIME-Version: 1.0\r\n", "utf8"), whole]);
}

function leaf(part: MimeLeaf): Buffer {
  const lines = [`Content-Type: ${part.type}`];
  if (part.name !== undefined) lines.push(`Content-Disposition: attachment;\r\n filename*=utf-8''${percentEncoded(part.name)}`);
  if (part.contentId !== undefined) lines.push(`Content-ID: <${part.contentId.replace(/[<>]/g, "")}>`);
  // A nested mail may not be transfer-encoded (RFC 2046 §5.2.1), and stays readable by its byte ranges.
  const nested = part.type === "message/rfc822";
  lines.push(`Content-Transfer-Encoding: ${nested ? "8bit" : "base64"}`);
  const content = nested ? part.content : Buffer.from(base64Lines(part.content), "latin1");
  return Buffer.concat([Buffer.from(lines.join("\r\n") + "\r\n\r\n", "utf8"), content]);
}

/** The boundary comes from the content, so the same file always gives the same bytes. */
function multipart(subtype: string, parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const boundary = `ayashii-${hash.digest("hex").slice(0, 32)}`;
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from("\r\n")]);
  return Buffer.concat([Buffer.from(`Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n`), ...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

/** RFC 8187 §3.2 value. */
function percentEncoded(name: string): string {
  return encodeURIComponent(name.replace(/[\r\n\0\p{Surrogate}]/gu, " ")).replace(/['()*]/g, (char) => "%" + char.charCodeAt(0).toString(16));
}

function base64Lines(content: Buffer): string {
  return content.toString("base64").replace(/.{76}/g, "$&\r\n");
}
