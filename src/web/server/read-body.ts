import type { IncomingMessage } from "node:http";
import type { HeldBytes } from "./held-bytes.ts";
import { fail } from "./problems.ts";
import type { ProblemError } from "./problems.ts";

/** A body read whole; `release` gives its room back once the bytes are no longer needed. */
export interface HeldBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly release: () => void;
}

/** Room that is taken at a time where the length is not said, in bytes. */
const STEP = 64 * 1024;

/**
 * Reads a body of at most `most` bytes. One that says it is longer is refused before a byte of it is read; one that turns
 * out to be is refused at that byte. Throws the problems `too-large`, `full` and `bad-request`.
 */
export async function readBody(incoming: IncomingMessage, most: number, held: HeldBytes): Promise<HeldBody> {
  const said = declaredLength(incoming);
  if (said !== undefined && said > most) throw tooLarge(most);
  const room = new Room(held, said ?? 0);
  try {
    const bytes = await gathered(incoming, most, room);
    return { bytes, release: () => room.release() };
  } catch (error) {
    room.release();
    throw error;
  }
}

function declaredLength({ headers }: IncomingMessage): number | undefined {
  const length = headers["content-length"];
  return length === undefined ? undefined : Number(length);
}

/** What is left of the body is not read: the connection ends with the answer. */
function tooLarge(most: number): ProblemError {
  const mb = Math.round((most / 1024 / 1024) * 10) / 10;
  const detail = { ja: `1 通の上限は ${mb} MB(${most} バイト)です。`, en: `The limit is ${mb} MB (${most} bytes) a mail.` };
  return fail("too-large", { detail, headers: { Connection: "close" } });
}

async function gathered(incoming: IncomingMessage, most: number, room: Room): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Not destroyed on leaving: the answer still goes out on the same connection.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > most) throw tooLarge(most);
      room.reach(length);
      chunks.push(bytes);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ECONNRESET") throw fail("bad-request");
    throw error;
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The part of the held bytes that one request has taken. */
class Room {
  readonly #held: HeldBytes;
  #taken = 0;

  constructor(held: HeldBytes, first: number) {
    this.#held = held;
    this.reach(first);
  }

  reach(bytes: number): void {
    if (bytes <= this.#taken) return;
    const more = Math.max(bytes - this.#taken, STEP);
    this.#held.take(more);
    this.#taken += more;
  }

  release(): void {
    this.#held.giveBack(this.#taken);
    this.#taken = 0;
  }
}
