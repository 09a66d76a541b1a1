// `npm run eval:gaps -- DIR [--list]`: what becomes of genuine company mail when the registry does not know the domain it was sent from?
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { examine } from "../src/app/examine.ts";
import { compileRegistry, defaultRegistry } from "../src/brands/index.ts";
import type { Brand, DomainFact, Registry } from "../src/brands/index.ts";
import { ownerDomain, underDomain } from "../src/evidence/domains.ts";
import { corpusMails } from "./corpus.ts";
import { stripProviderVerdicts } from "./provider-verdicts.ts";
import { percent, table } from "./table.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean" }, help: { type: "boolean" } } });
const folder = positionals[0];
if (folder === undefined || values.help === true) {
  console.error("npm run eval:gaps -- DIR [--list]\nDIR holds mails beside an index.tsv. Each genuine mail that names a brand is examined twice: with the");
  console.error("registry as it is, and with one that lacks the domain the mail was sent from. --list prints the alarms.");
  process.exit(values.help === true ? 0 : 2);
}

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
