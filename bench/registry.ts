const USAGE = `npm run bench:registry [-- --json]

Reading the registry of brands in a fresh process, and matching with 400 and with 4,000 made-up brands.

  --json  the figures as JSON
  --help  this text

Example:
  npm run bench:registry

Figures: processor time, the least of 15 processes, for loading; for matching the ratio says what ten times as many brands cost.`;
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileRegistry, defaultRegistry, lookAlikesAmong } from "../src/brands/index.ts";
import type { Brand } from "../src/brands/index.ts";
import { buildIndex } from "../src/brands/build-index.ts";
import { packIndex } from "../src/brands/packed-index.ts";
import { packBrand } from "../src/brands/packed-brand.ts";
import { commandLine, flag } from "../scripts/command-line.ts";
import { table } from "../scripts/table.ts";

const { values } = commandLine(USAGE, { json: flag });
const SIZES = [400, 4000];
const FRESH_RUNS = 15;

const KANA = ["ア", "カ", "サ", "タ", "ナ", "マ", "ヤ", "ラ", "キ", "シ", "ミ", "リ", "ク", "ス", "ム", "ル", "ケ", "セ", "メ", "レ", "コ", "ソ", "モ", "ロ"];
const CONSONANTS = [..."bcdfghjklmnprstvwz"];
const VOWELS = [..."aeiou"];

/** A word of six to ten letters that depends on the number alone. */
function latinWord(i: number): string {
  let state = Math.imul(i + 1, 0x9e3779b1) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) >>> 0;
    return state % below;
  };
  return Array.from({ length: 3 + next(3) }, () => `${CONSONANTS[next(CONSONANTS.length)]}${VOWELS[next(VOWELS.length)]}`).join("");
}

/** The i-th made-up brand: names in both scripts and domains that no real brand has. */
function madeUp(i: number): Brand {
  const latin = latinWord(i);
  const kana = [i % 24, Math.floor(i / 24) % 24, Math.floor(i / 576) % 24, (i * 5) % 24].map((digit) => KANA[digit]).join("");
  const fact = { status: "assumed", source: undefined, checked: "2026-01-01" } as const;
  return {
    ...BARE,
    id: `brand-${i}`,
    label: { ja: `${kana}銀行`, en: `${latin} Bank` },
    names: [
      { name: `${kana}銀行`, lang: "ja" },
      { name: `${kana}カード`, lang: "ja" },
      { name: `${latin} Bank`, lang: "en" },
      { name: latin, lang: "en" },
    ],
    siteDomains: [
      { domain: `${latin}.co.jp`, ...fact },
      { domain: `${latin}-card.com`, ...fact },
    ],
    senderDomains: [{ domain: `mail.${latin}.co.jp`, ...fact }],
  };
}
const BARE: Brand = {
  id: "",
  label: { ja: "", en: "" },
  owner: undefined,
  names: [],
  topicWords: [],
  spellings: [],
  aliases: [],
  siteDomains: [],
  senderDomains: [],
  senderAddresses: [],
  delegatedSenders: [],
  linkTrackers: [],
  urlRule: undefined,
  customerDomains: [],
  machineHosts: [],
  advisoryPages: [],
  contactPage: undefined,
  reportAddress: undefined,
};

/** A text of names and of nothing in particular, the same for every size: the first 400 brands are in all of them. */
const text = Array.from({ length: 2000 }, (_, i) => {
  const brand = madeUp((i * 37) % 400);
  return `お客様のご注文は ${i % 5 === 0 ? brand.label.ja : "本日"} から配送されました。The quick brown fox ${i % 7 === 0 ? brand.names[3]!.name : "jumps"} over the lazy dog.\n`;
}).join("");
const hosts = Array.from({ length: 2000 }, (_, i) =>
  i % 4 === 0
    ? `mail.${madeUp(i % 400).names[3]!.name}.co.jp`
    : i % 4 === 1
      ? `${madeUp(i % 400).names[3]!.name}-login${i}.example.xyz`
      : `host${i}.example${i}.com`,
);

function perRound(work: () => unknown, rounds = 9): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function measure(size: number): Record<string, number> {
  const registry = compileRegistry(
    Array.from({ length: size }, (_, i) => madeUp(i)),
    "made up",
  );
  const megabytes = new TextEncoder().encode(text).length / 1e6;
  return {
    names: (perRound(() => registry.findNames(text)) * 1000) / megabytes,
    roles: (perRound(() => hosts.map((host) => registry.rolesOf(host, undefined).length)) * 1000) / hosts.length,
    // Fresh hosts each time: answers are remembered.
    alike: (perRound(() => hosts.map((host, i) => lookAlikesAmong(registry)(`${i}${calls++}.${host}`).length), 5) * 1000) / hosts.length,
  };
}
let calls = 0;

/** Milliseconds of processor time (which other work on the machine disturbs least) in a process of its own, the fastest of several: importing, reading, first name found and first host looked up. */
function fresh(generated: string): { readonly import: number; readonly load: number; readonly total: number } {
  const script = `
    const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const started = cpu();
    const { registryData } = await import(${JSON.stringify(generated)});
    const { brandsFromLines, registryOf } = await import(${JSON.stringify(loaderUrl)});
    const { readIndex } = await import(${JSON.stringify(indexUrl)});
    const imported = cpu();
    const index = readIndex(registryData.index);
    const registry = registryOf(index, brandsFromLines(registryData.brands, index), registryData.version);
    registry.findNames("三井住友カードからのお知らせ Amazon amazon.co.jp");
    registry.rolesOf("www.amazon.co.jp", undefined);
    console.log(JSON.stringify([imported - started, cpu() - imported]));`;
  const runs = Array.from(
    { length: FRESH_RUNS },
    () => JSON.parse(spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout) as [number, number],
  );
  const sorted = runs.sort((a, b) => a[0] + a[1] - b[0] - b[1]);
  const [imported, load] = sorted[0]!;
  return { import: imported, load, total: imported + load };
}
const indexUrl = new URL("../src/brands/packed-index.js", import.meta.url).href;
const loaderUrl = new URL("../src/brands/registry-of.js", import.meta.url).href;

function freshOfSize(size: number): ReturnType<typeof fresh> {
  const folder = mkdtempSync(join(tmpdir(), "registry-"));
  try {
    const brands = Array.from({ length: size }, (_, i) => madeUp(i));
    const file = join(folder, "registry.mjs");
    const data = { version: "made up", index: packIndex(buildIndex(brands)), brands: brands.map(packBrand).join("\n") };
    // Written as the generator does it, in literals without escapes for Japanese.
    writeFileSync(file, `export const registryData = ${JSON.stringify(data)};\n`);
    return fresh(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shipped = fresh(new URL("../src/brands/registry.generated.js", import.meta.url).href);
const loads = SIZES.map(freshOfSize);
const [small, large] = SIZES.map(measure) as [Record<string, number>, Record<string, number>];
const count = defaultRegistry().brands.length;
if (values.json === true)
  console.log(JSON.stringify({ shipped: { brands: count, ...shipped }, loads: SIZES.map((size, i) => ({ size, ...loads[i] })), matching: { small, large } }));
else {
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(
    table(
      ["loading, fresh process, CPU time", "import", "read and first use", "together"],
      [
        [`shipped, ${count} brands`, ms(shipped.import), ms(shipped.load), ms(shipped.total)],
        ...SIZES.map((size, i) => [`${size} made-up brands`, ms(loads[i]!.import), ms(loads[i]!.load), ms(loads[i]!.total)]),
      ],
    ),
  );
  const row = (name: string, key: string, unit: string): (string | number)[] => [
    name,
    `${small[key]!.toFixed(2)} ${unit}`,
    `${large[key]!.toFixed(2)} ${unit}`,
    (large[key]! / small[key]!).toFixed(2),
  ];
  console.log(
    `\n${table(
      ["matching", ...SIZES.map((size) => `${size} brands`), "ratio"],
      [row("names in a text", "names", "µs/MB"), row("roles of a host", "roles", "µs"), row("look-alikes of a new host", "alike", "µs")],
    )}`,
  );
  console.log(`\nNode ${process.version}; ${fileURLToPath(import.meta.url).endsWith(".js") ? "built" : "source"}`);
}
