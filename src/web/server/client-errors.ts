import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { HEADERS } from "./headers.ts";
import { problemBody } from "./problems.ts";

/** What Node's parser refuses before any of our code sees it (https://nodejs.org/api/http.html#event-clienterror). */
const BY_CODE: Readonly<Record<string, { readonly status: string; readonly kind: "too-large" | "bad-request" }>> = {
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", kind: "too-large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", kind: "bad-request" },
};
const OTHER = { status: "400 Bad Request", kind: "bad-request" } as const;

/** Answers bytes that are no request, or that come too slowly, as every other problem is answered. */
export function answerClientErrors(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex & { bytesWritten?: number }) => {
    // Gone already, or in the middle of an answer: whatever is written now would be part of it.
    if (!socket.writable || (socket.bytesWritten ?? 0) > 0) return void socket.destroy();
    const { status, kind } = BY_CODE[error.code ?? ""] ?? OTHER;
    const body = JSON.stringify({ ...problemBody({ kind }, "ja"), status: Number(status.slice(0, 3)) });
    const headers = {
      ...HEADERS,
      "Content-Type": "application/problem+json",
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "no-store",
      Connection: "close",
    };
    socket.end([`HTTP/1.1 ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n"));
  });
}
