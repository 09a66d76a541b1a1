import type { Registry } from "../brands/registry.ts";
import type { Advisory, AdvisoryCase } from "./advisory.ts";

/** What a person should look at before a record is relied on. `error`: it would match genuine mail, or say what cannot be. */
export interface AdvisoryRemark {
  readonly kind: "error" | "look";
  readonly message: { readonly ja: string; readonly en: string };
}

const SHORT_SUBJECT = 4;

/** Remarks on a record: its brand, its days, and facts of its cases that belong to the brand itself. */
export function lintAdvisory(advisory: Pick<Advisory, "brand" | "published" | "checked" | "cases">, registry: Registry): readonly AdvisoryRemark[] {
  const remarks: AdvisoryRemark[] = [];
  if (registry.get(advisory.brand) === undefined)
    remarks.push(error(`「${advisory.brand}」というブランドは登録されていません`, `there is no brand "${advisory.brand}"`));
  for (const day of [advisory.published, ...advisory.cases.map((found) => found.observed)])
    if (day !== undefined && day > advisory.checked)
      remarks.push(error(`${day} は確認日 ${advisory.checked} より後です`, `${day} is after the day it was checked, ${advisory.checked}`));
  return [...remarks, ...advisory.cases.flatMap((found) => lintCase(found, advisory.brand, registry))];
}

function lintCase(found: AdvisoryCase, brand: string, registry: Registry): AdvisoryRemark[] {
  const alone = found.subjects.length === 0 && found.body === undefined;
  const own = (host: string): boolean => registry.rolesOf(host.toLowerCase(), undefined).some((role) => role.brand === brand && role.role !== "customer");
  const remarks: AdvisoryRemark[] = [];
  for (const address of found.senderAddresses) {
    if (!own(address.slice(address.lastIndexOf("@") + 1))) continue;
    const [ja, en] = [
      `${found.name}: 差出人 ${address} はブランド自身のドメインです(詐称)`,
      `${found.name}: the sender ${address} is the brand's own domain (forged)`,
    ];
    remarks.push(alone ? error(`${ja}。これだけでは本物のメールにも一致します`, `${en}; alone it would match genuine mail`) : look(ja, en));
  }
  for (const url of found.urls) {
    const host = /^https?:\/\/([^/:?#]+)/u.exec(url)?.[1];
    if (host !== undefined && own(host))
      remarks.push(look(`${found.name}: ${url} はブランド自身のサイトです`, `${found.name}: ${url} is the brand's own site`));
  }
  for (const subject of found.subjects)
    if ([...subject].length < SHORT_SUBJECT)
      remarks.push(look(`${found.name}: 件名「${subject}」は短すぎます`, `${found.name}: the subject "${subject}" is very short`));
  return remarks;
}

const error = (ja: string, en: string): AdvisoryRemark => ({ kind: "error", message: { ja, en } });
const look = (ja: string, en: string): AdvisoryRemark => ({ kind: "look", message: { ja, en } });
