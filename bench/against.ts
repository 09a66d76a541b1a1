import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { examine } from "../src/index.ts";
import { rspamd } from "../scripts/peers/rspamd.ts";
import type { Peer } from "../scripts/peers/peer.ts";
import { progress } from "../scripts/progress.ts";
import { table } from "../scripts/table.ts";

/** Questions in flight to the one worker: it never waits for us, and is not measured at our reading its answers. */
const AT_ONCE = 4;

export interface AgainstMeasure {
  readonly name: string;
  readonly seconds: number;
  readonly mailsPerSecond: number;
}

function examineSeconds(mails: readonly Uint8Array[]): number {
  const started = performance.now();
  for (const mail of mails) examine(mail);
  return (performance.now() - started) / 1000;
}

async function peerSeconds(peer: Peer, mails: readonly Uint8Array[]): Promise<number> {
  const started = performance.now();
  const waiting = mails.values();
  const ask = async (): Promise<void> => {
    for (const mail of waiting) await peer.check(mail);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return (performance.now() - started) / 1000;
}

/** Best of the rounds for each, in turn and on the same mails, so that neither has the quieter machine. */
async function measure(peer: Peer, mails: readonly Uint8Array[], rounds: number): Promise<AgainstMeasure[]> {
  const tell = progress("bench", rounds);
  // Warms up our compiler and lets rspamd finish compiling its expressions.
  examineSeconds(mails.slice(0, 500));
  await peerSeconds(peer, mails.slice(0, 500));
  const best = { ours: Infinity, theirs: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.ours = Math.min(best.ours, examineSeconds(mails));
    best.theirs = Math.min(best.theirs, await peerSeconds(peer, mails));
    tell(round + 1);
  }
  return [
    { name: "examine, one thread", seconds: best.ours, mailsPerSecond: mails.length / best.ours },
    { name: `rspamd ${peer.version}, one worker, DNS modules off`, seconds: best.theirs, mailsPerSecond: mails.length / best.theirs },
  ];
}

/** `npm run bench -- --against rspamd`: both on the same mails in the same run. False when rspamd is not installed. */
export async function benchAgainst(files: readonly string[], rounds: number, json: boolean): Promise<boolean> {
  const mails = files.map((file) => new Uint8Array(readFileSync(file)));
  const peer = await rspamd.start();
  if (peer === undefined) {
    console.error(`bench: rspamd is not installed; to compare with it: ${rspamd.install}`);
    return false;
  }
  const rows = await measure(peer, mails, rounds).finally(() => peer.stop());
  const ratio = (rows[0]?.mailsPerSecond ?? 0) / (rows[1]?.mailsPerSecond ?? 1);
  if (json) console.log(JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, mails: mails.length, rounds, rows, ratio }));
  else {
    const lines = rows.map((row) => [row.name, mails.length, row.seconds.toFixed(2), row.mailsPerSecond.toFixed(0)]);
    console.log(table(["", "mails", "seconds", "mails/s"], lines));
    console.log(`\nexamining is ${ratio.toFixed(2)} times as fast as rspamd; best of ${rounds} rounds, node ${process.version}, ${cpus()[0]?.model ?? "?"}`);
  }
  return true;
}
