const USAGE = `npm run eval:gaps -- DIR [--list]

What becomes of genuine company mail when the registry does not know the domain it was sent from: each genuine mail that
names a brand is examined with the registry as it is, and with one that lacks that domain.

  DIR     mails beside an index.tsv, or one corpus below such a folder; those labelled ham count
  --list  the mails that are called false then, a line each: path, domain, brand, level before and after
  --help  this text

Example:
  npm run eval:gaps -- corpora/newsletters --list

Figures: "called false" is the share of such mails that a gap in the registry would make suspicious or an impersonation.`;
import { readFileSync } from "node:fs";
import { examine } from "../src/app/examine.ts";
import { compileRegistry, defaultRegistry } from "../src/brands/index.ts";
import type { Brand, DomainFact, Registry } from "../src/brands/index.ts";
import { ownerDomain, underDomain } from "../src/evidence/domains.ts";
import { commandLine, Fault, flag } from "./command-line.ts";
import { corpusMails } from "./corpus.ts";
import { stripProviderVerdicts } from "./provider-verdicts.ts";
import { percent, table } from "./table.ts";

const { values, words } = commandLine(USAGE, { list: flag }, { least: 1, most: 1, missing: "name a folder of mails with an index.tsv" });
const [folder = ""] = words;

const made = new Map<string, Registry>();

function registryWithout(domain: string): Registry {
  const known = made.get(domain);
  if (known !== undefined) return known;
  const keep = (facts: readonly DomainFact[]): readonly DomainFact[] => facts.filter((fact) => !underDomain(fact.domain, domain));
  const without = (brand: Brand): Brand => ({
    ...brand,
    siteDomains: keep(brand.siteDomains),
    senderDomains: keep(brand.senderDomains),
    delegatedSenders: keep(brand.delegatedSenders),
    linkTrackers: keep(brand.linkTrackers),
    senderAddresses: brand.senderAddresses.filter(({ address }) => !underDomain(address.slice(address.lastIndexOf("@") + 1), domain)),
  });
  const registry = compileRegistry(defaultRegistry().brands.map(without), "gap");
  made.set(domain, registry);
  return registry;
}

interface Row {
  mails: number;
  suspicious: number;
  impersonation: number;
}

const rows = new Map<string, Row>();
const alarms: string[] = [];
for (const mail of corpusMails(folder).mails.filter((one) => one.label === "ham")) {
  const raw = stripProviderVerdicts(readFileSync(mail.file));
  const before = examine(raw);
  const domain = ownerDomain(before.mail.fromAddress.slice(before.mail.fromAddress.lastIndexOf("@") + 1));
  const brand = before.claims.find((claim) => claim.kind === "speaks")?.brand;
  if (brand === undefined || domain === "") continue;
  const after = examine(raw, { registry: registryWithout(domain) }).verdict.level;
  const row = rows.get(mail.corpus) ?? { mails: 0, suspicious: 0, impersonation: 0 };
  rows.set(mail.corpus, row);
  row.mails++;
  if (after !== "suspicious" && after !== "impersonation") continue;
  row[after]++;
  alarms.push(`${mail.path}\t${domain}\t${brand}\t${before.verdict.level}\t${after}`);
}

const all = [...rows.values()].reduce(
  (sum, row) => ({
    mails: sum.mails + row.mails,
    suspicious: sum.suspicious + row.suspicious,
    impersonation: sum.impersonation + row.impersonation,
  }),
  { mails: 0, suspicious: 0, impersonation: 0 },
);
if (all.mails === 0) throw new Fault(`${folder}: no genuine mail (label ham) in it names a brand of the registry`);
console.log("genuine mail that names a brand, examined without knowledge of the domain it was sent from:\n");
console.log(
  table(
    ["corpus", "mails", "suspicious", "impersonation", "called false"],
    [...rows, ["all", all] as const].map(([name, row]) => [
      name,
      row.mails,
      row.suspicious,
      row.impersonation,
      percent(row.suspicious + row.impersonation, row.mails),
    ]),
  ),
);
if (values.list === true) console.log(`\n${alarms.join("\n")}`);
