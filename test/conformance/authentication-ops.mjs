// Operations of the suites on SPF, DKIM, ARC and DMARC; name servers answer from the zone of each case.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { verifyArc } from "../../dist/src/evidence/authenticate/arc.js";
import { verifyDkim } from "../../dist/src/evidence/authenticate/dkim.js";
import { evaluateDmarc } from "../../dist/src/evidence/authenticate/dmarc.js";
import { checkSpf } from "../../dist/src/evidence/authenticate/spf.js";
import { nodeCrypto } from "../../dist/src/evidence/lookups/node-crypto.js";
import { recordedResolver } from "../../dist/src/evidence/lookups/recorded.js";

const bytesOf = (path) => readFileSync(resolve(process.env.AYASHII_SUITES ?? process.cwd(), path));
const ports = (zone) => ({ resolver: recordedResolver(zone), crypto: nodeCrypto });

/** The suite names both aligned domains by their organization. */
async function evaluate({ headerFrom, dkimDomains, spfDomains, zone }) {
  const authorDomain = headerFrom.slice(headerFrom.lastIndexOf("@") + 1);
  const names = (list) => list.map((one) => one.domain);
  const found = await evaluateDmarc({ authorDomain, dkimDomains: names(dkimDomains), spfDomains: names(spfDomains) }, recordedResolver(zone));
  const { record } = found;
  const organization = (aligned) => (aligned === undefined ? false : found.organizationalDomain);
  return {
    status: { result: found.result, header: { from: authorDomain, d: found.organizationalDomain } },
    domain: found.organizationalDomain,
    policy: found.policy,
    p: record?.p,
    sp: record?.sp,
    pct: record?.pct,
    alignment: {
      dkim: { result: organization(found.alignedDkim), strict: record?.strictDkim },
      spf: { result: organization(found.alignedSpf), strict: record?.strictSpf },
    },
  };
}

export default {
  "spf.check": ({ ip, helo, mailfrom, zone }) => checkSpf({ ip, helo, mailFrom: mailfrom ?? "" }, recordedResolver(zone)),
  "dkim.verifyAll": async ({ path, zone }) => (await verifyDkim(bytesOf(path), ports(zone))).map(({ state, why }) => ({ result: state, why })),
  "arc.verify": async ({ message, zone }) => ({ cv: (await verifyArc(Buffer.from(message), ports(zone))).cv }),
  "dmarc.evaluate": evaluate,
};
