import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { end, freePort, untilListening } from "./peer.ts";
import type { Peer, PeerKind, PeerVerdict } from "./peer.ts";
import { refusingNameserver } from "./refusing-nameserver.ts";

/** Modules that ask name servers or other hosts, or keep what they have seen. What is left are the rules rspamd ships with. */
const OFF =
  "arc asn bimi dkim dkim_signing dmarc emails fuzzy_check greylist hfilter history_redis mx_check neural ratelimit rbl replies reputation rspamd_update spf surbl url_redirector";

/** The shipped configuration with one worker on the loopback and a name server that refuses every question at once. */
function writeConfig(folder: string, port: number, nameserver: number): string {
  for (const made of ["local.d", "override.d", "db"]) mkdirSync(path.join(folder, made));
  const local = (name: string, text: string): void => writeFileSync(path.join(folder, "local.d", name), `${text}\n`);
  for (const name of OFF.split(" ")) local(`${name}.conf`, "enabled = false;");
  // Its list of reported sites is asked through the name service; the rest of the module works on the mail.
  local("phishing.conf", "phishtank_enabled = false;");
  local("options.inc", `dns { nameserver = ["127.0.0.1:${nameserver}"]; retransmits = 1; }`);
  const file = path.join(folder, "rspamd.conf");
  writeFileSync(
    file,
    `.include "$CONFDIR/common.conf"
options {
  pidfile = "${folder}/rspamd.pid";
  .include "$CONFDIR/options.inc"
  .include(try=true; priority=1,duplicate=merge) "${folder}/local.d/options.inc"
  control_socket = "${folder}/rspamd.sock mode=0600";
}
logging { type = "file"; filename = "${folder}/rspamd.log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; mime = true; task_timeout = 8s; }
`,
  );
  return file;
}

/** Actions at which rspamd, as shipped, lets a user see that the mail is spam; greylisting only delays. */
const MARKS = new Set(["add header", "rewrite subject", "soft reject", "reject"]);

function checkAt(port: number, raw: Uint8Array): Promise<PeerVerdict> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/checkv2", method: "POST", headers: { "Content-Length": raw.length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve(verdictOf(Buffer.concat(chunks).toString())));
    });
    asked.on("error", reject);
    asked.end(raw);
  });
}

/** https://rspamd.com/doc/developers/protocol.html: `action` and `score` of the answer; an error answer has neither. */
export function verdictOf(answer: string): PeerVerdict {
  const said = JSON.parse(answer) as { readonly action?: string; readonly score?: number };
  return { flagged: MARKS.has(said.action ?? ""), points: said.score ?? 0 };
}

async function start(): Promise<Peer | undefined> {
  const asked = spawnSync("rspamd", ["--version"], { encoding: "utf8" });
  if (asked.error !== undefined) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "eval-rspamd-"));
  const port = await freePort();
  const nameserver = await refusingNameserver();
  const places = ["LOCAL_CONFDIR", "RUNDIR", "LOGDIR"].map((name) => `--var=${name}=${folder}`);
  // -i: may run as root, where the whole evaluation does; nothing is listened to but the loopback.
  const options = ["-f", "-i", "-c", writeConfig(folder, port, nameserver.port), ...places, `--var=DBDIR=${folder}/db`];
  const child = spawn("rspamd", options, { stdio: "ignore" });
  const stop = async (): Promise<void> => {
    await end(child);
    nameserver.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, port, "rspamd");
  } catch (error) {
    await stop();
    throw error;
  }
  return { name: "rspamd", version: /[\d.]+/.exec(asked.stdout)?.[0] ?? "?", check: (raw) => checkAt(port, raw), stop };
}

export const rspamd: PeerKind = { install: "apt-get install --no-install-recommends rspamd", start };
