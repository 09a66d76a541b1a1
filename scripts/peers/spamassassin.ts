import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { end, freePort, untilListening } from "./peer.ts";
import type { Peer, PeerKind, PeerVerdict } from "./peer.ts";

/** Milliseconds without a byte from spamd before a mail is given up. */
const PATIENCE = 30_000;

/** One question in the protocol of spamc: https://svn.apache.org/repos/asf/spamassassin/trunk/spamd/PROTOCOL */
function checkAt(port: number, raw: Uint8Array): Promise<PeerVerdict> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    // Some mails keep its expressions busy for minutes; such a one counts as not answered.
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error("spamd took too long")));
    socket.on("end", () => {
      const verdict = verdictOf(Buffer.concat(chunks).toString());
      if (verdict === undefined) reject(new Error(`spamd answered ${JSON.stringify(Buffer.concat(chunks).toString().slice(0, 200))}`));
      else resolve(verdict);
    });
    socket.write(`CHECK SPAMC/1.2\r\nContent-length: ${raw.length}\r\n\r\n`);
    socket.write(raw);
  });
}

/** The `Spam: True ; 15.0 / 5.0` line of an answer, undefined when there is none. */
export function verdictOf(answer: string): PeerVerdict | undefined {
  const said = /^Spam: (True|False|Yes|No) ; (-?[\d.]+) \/ -?[\d.]+/im.exec(answer);
  return said === null ? undefined : { flagged: /^(?:true|yes)$/i.test(said[1] ?? ""), points: Number(said[2]) };
}

async function start(): Promise<Peer | undefined> {
  const asked = spawnSync("spamd", ["--version"], { encoding: "utf8" });
  if (asked.error !== undefined) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "eval-spamd-"));
  const port = await freePort();
  // --local: no name server, no other host. Untrained: nothing is learned from the mails it is shown.
  const options = ["--local", "--nouser-config", `--listen=127.0.0.1:${port}`, `--helper-home-dir=${folder}`, `--pidfile=${folder}/pid`];
  const child = spawn("spamd", [...options, "--max-children=2", "--min-children=2", "--syslog=null", "--cf=use_bayes 0", ...asNobody()], { stdio: "ignore" });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, port, "spamd");
  } catch (error) {
    await stop();
    throw error;
  }
  return { name: "spamassassin", version: /\d[\d.]+/.exec(asked.stdout)?.[0] ?? "?", check: (raw) => checkAt(port, raw), stop };
}

/** Started by root it must be told whom to run as. */
const asNobody = (): string[] => (process.getuid?.() === 0 ? ["--username=nobody"] : []);

export const spamassassin: PeerKind = { install: "apt-get install --no-install-recommends spamassassin spamd", start };
