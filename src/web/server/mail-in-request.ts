import type { Context } from "hono";
import { sniff, sniffedBytes } from "../../intake/sniff.ts";
import type { ServerEnv } from "./env.ts";
import { fail } from "./problems.ts";
import { readBody } from "./read-body.ts";
import type { Services } from "./services.ts";

/** A mail as it came; `release` when its bytes are no longer needed. */
export interface MailInRequest {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

const RAW = new Set(["message/rfc822", "application/octet-stream", "application/vnd.ms-outlook", "application/mbox", "text/plain", ""]);
const PART = "mail";

/** The mail that a request brings: its whole body, or the part `mail` of a form. Throws problems. */
export async function mailInRequest(context: Context<ServerEnv>, { limits, held }: Services): Promise<MailInRequest> {
  const written = context.req.header("Content-Type") ?? "";
  const type = written.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!RAW.has(type) && type !== "multipart/form-data") throw fail("not-a-mail");
  // A form is a little longer than the mail in it.
  const most = type === "multipart/form-data" ? limits.mailBytes + 64 * 1024 : limits.mailBytes;
  const body = await readBody(context.env.incoming, most, held);
  try {
    const bytes = type === "multipart/form-data" ? await partOf(body.bytes, written, limits.mailBytes) : body.bytes;
    checkIsMail(bytes);
    return { bytes, release: body.release };
  } catch (error) {
    body.release();
    throw error;
  }
}

async function partOf(body: Uint8Array<ArrayBuffer>, type: string, most: number): Promise<Uint8Array> {
  const part = (await formOf(body, type)).get(PART);
  if (part === null) throw fail("bad-request", { detail: NO_PART });
  const bytes = typeof part === "string" ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer());
  if (bytes.length > most) throw fail("too-large");
  return bytes;
}

async function formOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw fail("bad-request");
  }
}

const NO_PART = { ja: "メールを mail という名前の欄で送ってください。", en: "Send the mail in a field called mail." };
const EMPTY = { ja: "中身がありません。", en: "There is nothing in it." };

function checkIsMail(bytes: Uint8Array): void {
  if (bytes.length === 0) throw fail("bad-request", { detail: EMPTY });
  const kind = sniff(bytes.subarray(0, sniffedBytes));
  if (kind.kind !== "other") return;
  throw fail("not-a-mail", {
    detail: { ja: `メールではなく ${kind.name} のファイルです。`, en: `This is no mail but a file of the kind ${kind.name}.` },
  });
}
