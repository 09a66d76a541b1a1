// Loaded before the command: every way out of the process throws and leaves a line in $NETWORK_LOG.
import { createRequire, syncBuiltinESMExports } from "node:module";
import { appendFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const refuse = (what) =>
  function refused(...args) {
    appendFileSync(process.env.NETWORK_LOG, `${what} ${String(args[0]?.host ?? args[0])}\n`);
    throw new Error(`network: ${what}`);
  };
const net = require("node:net");
const dns = require("node:dns");
const dgram = require("node:dgram");
net.Socket.prototype.connect = refuse("net.connect");
dgram.Socket.prototype.send = refuse("dgram.send");
dgram.Socket.prototype.connect = refuse("dgram.connect");
for (const module of [dns, dns.promises])
  for (const name of Object.keys(module)) if (/^(lookup|resolve|reverse)/.test(name)) module[name] = refuse(`dns.${name}`);
for (const name of ["http", "https", "http2", "tls"]) {
  const module = require(`node:${name}`);
  for (const key of ["request", "get", "connect"]) if (typeof module[key] === "function") module[key] = refuse(`${name}.${key}`);
}
globalThis.fetch = refuse("fetch");
globalThis.WebSocket = refuse("WebSocket");
const childProcess = require("node:child_process");
for (const key of ["spawn", "exec", "execFile", "fork", "spawnSync", "execSync", "execFileSync"]) childProcess[key] = refuse(`child_process.${key}`);
syncBuiltinESMExports();
if (process.env.NETWORK_PROBE === "1") await Promise.resolve(fetch("https://example.com/")).catch(() => undefined);
