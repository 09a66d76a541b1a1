const USAGE = `npx tsx scripts/eval-hosts.ts [PHISH.csv[.xz]...] [--good FILE] [--list N] [--json]

Look-alikes among hosts that imitate a known brand, and false ones among genuine hosts.

  PHISH.csv    a line "date,url,label" for each, the first line being a heading
  --good FILE  genuine hosts, one a line
  --list N     hosts that were missed, and genuine ones called look-alike, to print of each list (0)
  --json       the figures of the imitating hosts as JSON
  --help       this text

Example:
  npx tsx scripts/eval-hosts.ts phish.csv --good hosts.txt --list 20

Figures: "with a trick" are hosts that play on the brand's words; "kind named" is the share of those for which the kind of trick is told.`;
import { spawnSync } from "node:child_process";
import { defaultRegistry, lookAlikeOf, lookAlikesAmong } from "../src/brands/index.ts";
import type { Brand } from "../src/brands/brand.ts";
import { amount, commandLine, Fault, flag, text, textOf } from "./command-line.ts";
import { table, percent } from "./table.ts";

const { values, words } = commandLine(USAGE, { good: text, list: amount(0, 0), json: flag }, { most: Infinity });
if (words.length === 0 && values.good === undefined) throw new Fault("name a list of phishing hosts, or of genuine ones with --good FILE");
const shown = values.list;
const registry = defaultRegistry();
const among = lookAlikesAmong(registry);

function read(file: string): string {
  if (!file.endsWith(".xz")) return textOf(file);
  const { status, stdout } = spawnSync("xz", ["-dc", file], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Fault(`${file}: xz could not unpack it`);
  return stdout;
}

/**
 * Whether a host plays on the brand, told without the detector: a word of the host (parted by dots, hyphens and digits) is one of the
 * brand's words, has one of four letters or more inside it, or is one slip away from one of five letters or more.
 */
function playsOn(host: string, words: readonly string[]): boolean {
  const pieces = host.split(/[^a-z]+/).filter((piece) => piece.length > 1);
  return pieces.some((piece) =>
    words.some((word) => piece === word || (word.length >= 4 && piece.includes(word)) || (word.length >= 5 && oneSlip(piece, word))),
  );
}

function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.length === restB.length && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** The words of a brand's own domains before their public suffix. */
function wordsOf(brand: Brand): string[] {
  const words = [...brand.siteDomains, ...brand.senderDomains].map((fact) => fact.domain.split(".").findLast((label) => !ENDINGS.has(label)) ?? "");
  return [...new Set(words.flatMap((word) => [word, ...word.split("-")]))].filter((word) => word.length >= 3 && !COMMON.has(word));
}
const ENDINGS = new Set("com co jp ne or go ad ac lg net org io br uk de fr it es us gov".split(" "));
const COMMON = new Set("net card bank mail exp pass online info shop web sec click mobile home ing visa life family one live office post".split(" "));

interface Row {
  hosts: number;
  tricks: number;
  named: number;
  readonly kinds: Map<string, number>;
}

function measurePhish(file: string): void {
  const rows = new Map<string, Row>();
  const missed: string[] = [];
  for (const [label, hosts] of hostsByLabel(read(file))) {
    const brand = registry.findBrand(label);
    if (brand === undefined) continue;
    const words = wordsOf(brand);
    const row: Row = rows.get(brand.id) ?? { hosts: 0, tricks: 0, named: 0, kinds: new Map() };
    rows.set(brand.id, row);
    for (const host of hosts) {
      if (registry.rolesOf(host, undefined).some((found) => found.brand === brand.id && found.role !== "customer")) continue;
      row.hosts++;
      if (!playsOn(host, words)) continue;
      row.tricks++;
      const kind = lookAlikeOf(host, brand)?.kind;
      if (kind === undefined) missed.push(`${brand.id}\t${host}`);
      else row.named++;
      if (kind !== undefined) row.kinds.set(kind, (row.kinds.get(kind) ?? 0) + 1);
    }
  }
  if (rows.size === 0) throw new Fault(`${file}: no line "date,url,label" in it whose label is a brand of the registry`);
  printPhish(rows);
  for (const line of missed.slice(0, shown)) console.log(line);
}

function printPhish(rows: ReadonlyMap<string, Row>): void {
  const sorted = [...rows].sort((a, b) => b[1].tricks - a[1].tricks);
  const total = sorted.reduce((sum, [, row]) => ({ hosts: sum.hosts + row.hosts, tricks: sum.tricks + row.tricks, named: sum.named + row.named }), {
    hosts: 0,
    tricks: 0,
    named: 0,
  });
  const lines = sorted
    .slice(0, 30)
    .map(([brand, row]) => [
      brand,
      row.hosts,
      row.tricks,
      percent(row.named, row.tricks),
      [...row.kinds].map(([kind, count]) => `${kind} ${count}`).join(", "),
    ]);
  if (values.json === true)
    console.log(JSON.stringify({ total, brands: sorted.map(([brand, row]) => ({ brand, ...row, kinds: Object.fromEntries(row.kinds) })) }));
  else
    console.log(
      table(["brand", "hosts", "with a trick", "kind named", "kinds"], [...lines, ["all", total.hosts, total.tricks, percent(total.named, total.tricks), ""]]),
    );
}

function hostsByLabel(csv: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of csv.split("\n").slice(1)) {
    const cells = /^[^,]*,(.*),([^,]*)$/.exec(line.trim());
    const url = cells?.[1]?.replace(/^"|"$/g, "");
    if (cells === null || url === undefined || !URL.canParse(url)) continue;
    const label = cells[2]!.replace(/^"|"$/g, "");
    const hosts = found.get(label) ?? new Set();
    found.set(label, hosts.add(new URL(url).hostname));
  }
  return found;
}

function measureGood(file: string): void {
  const hosts = [
    ...new Set(
      read(file)
        .split("\n")
        .filter((line) => line !== ""),
    ),
  ];
  if (hosts.length === 0) throw new Fault(`${file}: no hosts in it`);
  const started = performance.now();
  const called = hosts.flatMap((host) =>
    among(host)
      .filter((found) => found.strength === "strong")
      .map((found) => `${host}\t${found.brand}\t${found.kind}\t${found.of}`)
      .slice(0, 1),
  );
  const micros = ((performance.now() - started) * 1000) / hosts.length;
  console.log(`genuine hosts: ${hosts.length}, called look-alike: ${called.length} (${percent(called.length, hosts.length)}), ${micros.toFixed(1)} µs a host`);
  for (const line of called.slice(0, shown)) console.log(line);
}

for (const file of words) measurePhish(file);
if (values.good !== undefined) measureGood(values.good);
