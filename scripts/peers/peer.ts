import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** What another examiner says of a mail. */
export interface PeerVerdict {
  /** It would mark the mail as spam with the settings it ships with. */
  readonly flagged: boolean;
  readonly points: number;
}

/** Another examiner as a process of ours on the loopback, told to ask no name server. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  check(raw: Uint8Array): Promise<PeerVerdict>;
  /** Ends the process we started, and no other. */
  stop(): Promise<void>;
}

/** How one is started; undefined when it is not installed, `install` then says what to do. */
export interface PeerKind {
  readonly install: string;
  start(): Promise<Peer | undefined>;
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves once somebody answers on the port; rejects when the process ends first or a minute is over. */
export async function untilListening(child: ChildProcess, port: number, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${what} ended with code ${child.exitCode} before it listened`);
    if (await answers(port)) return;
    await wait(200);
  }
  throw new Error(`${what} does not listen after a minute`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.on("connect", () => end(true)).on("error", () => end(false));
  });
}

/** Asks the process to end and waits until it has; insists after five seconds. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = new AbortController();
  await Promise.race([gone, wait(5000, undefined, { signal: late.signal }).then(() => child.kill("SIGKILL"))]).catch(() => undefined);
  late.abort();
  await gone;
}
