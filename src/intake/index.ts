import { createReadStream, promises as fs } from "node:fs";
import { decodeText } from "../mail/index.ts";
import { defaultMaxBytes, type IntakeItem, type IntakeOptions, type MailItem } from "./item.ts";
import { splitMbox } from "./mbox.ts";
import { mailFromMsg } from "./msg.ts";
import * as problems from "./problems.ts";
import { type FileKind, sniff, sniffedBytes } from "./sniff.ts";
import { filesUnder } from "./walk.ts";

export type { IntakeItem, IntakeOptions, IntakeProblem, MailItem } from "./item.ts";

/**
 * Reads every mail of the given files (.eml, .emlx, mbox, Outlook .msg, text), folders (also Maildir) and `-` (standard
 * input), in order, one at a time. Never throws: what cannot be read becomes a problem of one line.
 */
export async function* readMails(paths: readonly string[], options: IntakeOptions = {}): AsyncGenerator<IntakeItem> {
  for (const given of paths) {
    try {
      yield* given === "-" ? readStdin(options) : readPath(given, options);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "error";
      yield code === "ENOENT" ? problems.missing(given) : problems.unreadable(given, code);
    }
  }
}

/** How many mails `readMails` will about find: files by number, an mbox by its `From ` lines. Standard input counts as 1. */
export async function countMails(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const given of paths) {
    const stat = given === "-" ? undefined : await fs.stat(given).catch(() => undefined);
    if (stat?.isDirectory()) for await (const file of filesUnder(given)) count += await countIn(file);
    else count += given === "-" ? 1 : await countIn(given);
  }
  return count;
}

async function countIn(file: string): Promise<number> {
  const head = await readHead(file).catch(() => undefined);
  if (!head || head.length === 0) return 0;
  const { kind } = sniff(head);
  if (kind !== "mbox") return kind === "mail" || kind === "emlx" || kind === "msg" || namedMail(file) ? 1 : 0;
  let count = 0;
  for await (const _ of splitMbox(createReadStream(file), 0)) count++;
  return count;
}

async function* readPath(given: string, options: IntakeOptions): AsyncGenerator<IntakeItem> {
  const stat = await fs.stat(given);
  if (stat.isDirectory()) yield* readFolder(given, options);
  else yield* readFile(given, options);
}

/** Files that are no mails and do not claim to be are passed over without a word. */
async function* readFolder(folder: string, options: IntakeOptions): AsyncGenerator<IntakeItem> {
  let found = false;
  for await (const file of filesUnder(folder)) {
    try {
      const { kind } = sniff(await readHead(file));
      if (!namedMail(file) && kind !== "mail" && kind !== "mbox" && kind !== "emlx") continue;
      for await (const item of readFile(file, options)) {
        found = true;
        yield item.kind === "problem" ? { ...item, fatal: false } : item;
      }
    } catch (error) {
      found = true;
      yield { ...problems.unreadable(file, (error as NodeJS.ErrnoException).code ?? "error"), fatal: false };
    }
  }
  if (!found) yield problems.withoutMails(folder);
}

function namedMail(file: string): boolean {
  return /\.(?:eml|emlx|msg|mbox|mbx)$/i.test(file);
}

async function* readFile(file: string, options: IntakeOptions): AsyncGenerator<IntakeItem> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const stat = await fs.stat(file);
  const head = await readHead(file);
  if (head.length === 0) return yield problems.empty(file);
  const kind = sniff(head);
  // An mbox streams, so only its mails have a limit.
  if (kind.kind === "mbox") return yield* readMbox(file, createReadStream(file), maxBytes);
  if (kind.kind === "other") return yield problems.noMail(file, kind.name);
  if (stat.size > maxBytes) return yield problems.tooLarge(file, stat.size, maxBytes);
  yield fromBytes(file, await fs.readFile(file), kind);
}

async function* readStdin(options: IntakeOptions): AsyncGenerator<IntakeItem> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of options.stdin ?? process.stdin) {
    bytes += chunk.length;
    if (bytes > maxBytes) return yield problems.tooLarge("-", bytes, maxBytes);
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  if (raw.length === 0) return yield problems.empty("-");
  const kind = sniff(raw.subarray(0, sniffedBytes));
  if (kind.kind === "mbox") return yield* readMbox("-", oneChunk(raw), maxBytes);
  yield fromBytes("-", raw, kind);
}

async function* oneChunk(raw: Uint8Array): AsyncGenerator<Uint8Array> {
  yield raw;
}

async function* readMbox(file: string, chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<IntakeItem> {
  for await (const { number, raw, bytes, unescapedLines } of splitMbox(chunks, maxBytes)) {
    const name = `${file}#${number}`;
    if (raw === undefined) yield { ...problems.tooLarge(name, bytes, maxBytes), fatal: false };
    else if (raw.length === 0) yield { ...problems.empty(name), fatal: false };
    else yield mailItem(name, raw, { unescapedLines });
  }
}

function fromBytes(file: string, bytes: Buffer, kind: FileKind): IntakeItem {
  switch (kind.kind) {
    case "other":
      return problems.noMail(file, kind.name);
    case "msg": {
      const raw = mailFromMsg(bytes);
      return raw ? mailItem(file, raw, { converted: true }) : problems.brokenMsg(file);
    }
    case "utf-16le":
    case "utf-16be":
      return fromUtf16(file, bytes, kind.kind);
    case "emlx":
      return mailItem(file, withoutEmlxFrame(bytes), { converted: true });
    case "text":
      return fromText(file, bytes);
    default:
      return mailItem(file, bytes, {});
  }
}

/** Pasted text is UTF-8 from here on; older Japanese editors save Shift_JIS. */
function fromText(file: string, bytes: Buffer): IntakeItem {
  const { text, charset } = decodeText(bytes);
  if (text.trim() === "") return problems.empty(file);
  if (charset === "utf-8" || charset === "us-ascii") return mailItem(file, bytes, { pasted: true });
  return mailItem(file, Buffer.from(text, "utf8"), { pasted: true, converted: true });
}

/** Windows Notepad saves copied text so. */
function fromUtf16(file: string, bytes: Buffer, encoding: "utf-16le" | "utf-16be"): IntakeItem {
  const raw = Buffer.from(new TextDecoder(encoding).decode(bytes), "utf8");
  if (raw.length === 0) return problems.empty(file);
  const kind = sniff(raw.subarray(0, sniffedBytes));
  return kind.kind === "other" ? problems.noMail(file, kind.name) : mailItem(file, raw, { pasted: kind.kind === "text", converted: true });
}

/** Apple Mail: the mail's length on a line, the mail, a property list. */
function withoutEmlxFrame(bytes: Buffer): Buffer {
  const start = bytes.indexOf(10) + 1;
  return bytes.subarray(start, start + Number.parseInt(bytes.subarray(0, start).toString("latin1"), 10));
}

function mailItem(file: string, raw: Uint8Array, marks: Partial<Pick<MailItem, "pasted" | "converted" | "unescapedLines">>): MailItem {
  return { kind: "mail", file, raw, pasted: false, converted: false, unescapedLines: 0, ...marks };
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await fs.open(file, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
