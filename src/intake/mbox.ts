/** One mail of an mbox, without its `From ` line. */
export interface MboxMail {
  /** From 1. */
  readonly number: number;
  /** Undefined when the mail is larger than the limit. */
  readonly raw: Buffer | undefined;
  readonly bytes: number;
  readonly unescapedLines: number;
}

const LF = 10;

/**
 * Splits an mbox (RFC 4155) while it streams in; never holds more than one mail. A `From ` line counts after a blank
 * line (or at the start) when it has a time in it; `>From ` lines are unescaped the mboxrd way, one `>` less each.
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<MboxMail> {
  const current = new Collected(maxBytes);
  let number = 0;
  let afterBlank = true;
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) {
      if (afterBlank && isFromLine(line)) {
        if (number > 0) yield current.take(number);
        number++;
        afterBlank = false;
        continue;
      }
      if (number === 0 && line.length > 0) number = 1;
      current.add(line);
      afterBlank = line.length <= 2 && (line[0] === LF || (line[0] === 13 && line[1] === LF));
    }
  }
  if (number > 0) yield current.take(number);
}

/** The mail being collected. One buffer serves all mails: lines as objects would need many times their bytes. */
class Collected {
  private buffer = Buffer.allocUnsafe(1 << 16);
  private bytes = 0;
  private kept = 0;
  private unescaped = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  add(line: Buffer): void {
    this.bytes += line.length;
    if (this.bytes > this.maxBytes) return;
    const escaped = line[0] === 0x3e && /^>+From /.test(line.subarray(0, 40).toString("latin1"));
    if (escaped) this.unescaped++;
    const kept = escaped ? line.subarray(1) : line;
    if (this.kept + kept.length > this.buffer.length) this.grow(this.kept + kept.length);
    this.kept += kept.copy(this.buffer, this.kept);
  }

  take(number: number): MboxMail {
    const raw = this.bytes > this.maxBytes ? undefined : withoutSeparator(Buffer.from(this.buffer.subarray(0, this.kept)));
    const mail = { number, raw, bytes: this.bytes, unescapedLines: this.unescaped };
    this.bytes = this.kept = this.unescaped = 0;
    return mail;
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.kept);
    this.buffer = larger;
  }
}

/** The blank line before the next `From ` line belongs to the mbox, not to the mail. */
function withoutSeparator(raw: Buffer): Buffer {
  const text = raw.subarray(-4).toString("latin1");
  if (text.endsWith("\r\n\r\n")) return raw.subarray(0, -2);
  return text.endsWith("\n\n") ? raw.subarray(0, -1) : raw;
}

function isFromLine(line: Buffer): boolean {
  return line[0] === 0x46 && /^From .*\d{1,2}:\d{2}/.test(line.subarray(0, 200).toString("latin1"));
}

/** A line longer than this is handed on in pieces, so that no input needs unlimited memory. */
const longestLine = 1 << 20;

/** Lines by chunk: waiting once a line would take longer than all other work. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      const line = chunk.subarray(start, end + 1);
      lines.push(rest.length > 0 ? Buffer.concat([...rest, line]) : line);
      [rest, held, start] = [[], 0, end + 1];
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      held += chunk.length - start;
    }
    if (held > longestLine) {
      lines.push(Buffer.concat(rest));
      [rest, held] = [[], 0];
    }
    yield lines;
  }
  if (held > 0) yield [Buffer.concat(rest)];
}
