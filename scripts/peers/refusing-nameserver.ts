import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

export interface RefusingNameserver {
  readonly port: number;
  close(): void;
}

const HEADER = 12;
const RESPONSE = 0x80;
const SERVFAIL = 2;

/**
 * The answer to any question: the question itself with "server failure" (RFC 1035 §4.1.1). Unlike silence it comes at
 * once, and unlike "no such name" it says nothing about the name, so that no rule takes it for a fact.
 */
export function refusal(question: Uint8Array): Uint8Array | undefined {
  if (question.length < HEADER) return undefined;
  const answer = Uint8Array.from(question);
  answer[2] = (answer[2] ?? 0) | RESPONSE;
  answer[3] = SERVFAIL;
  const end = questionEnd(question);
  // No answer, authority or additional records follow.
  answer.fill(0, 6, HEADER);
  return answer.subarray(0, end);
}

function questionEnd(question: Uint8Array): number {
  let at = HEADER;
  for (let length = question[at] ?? 0; length > 0 && at < question.length; length = question[at] ?? 0) at += length + 1;
  return Math.min(at + 5, question.length);
}

/** A name server of the loopback that knows nothing: what a peer asks all the same leaves the machine never. */
export function refusingNameserver(): Promise<RefusingNameserver> {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const answer = refusal(question);
    if (answer !== undefined) socket.send(answer, from.port, from.address);
  });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(0, "127.0.0.1", () => resolve({ port: (socket.address() as AddressInfo).port, close: () => socket.close() }));
  });
}
