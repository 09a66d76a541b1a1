import { isCheapEnding } from "../brands/cheap-endings.ts";
import type { Registry } from "../brands/registry.ts";
import { sameRegistrable } from "./domains.ts";
import type { Claim, Evidence, Link } from "./evidence.ts";
import { isRoleName } from "./sender-name.ts";
import { isSharedHosting, isShortener } from "./shared-hosts.ts";
import { isFromBrand } from "./speakers.ts";

/** How far into the text of a mail it is looked for what the mail is about. */
const READ = 4000;
/** Letters between a name and the word that says it is posed as. */
const NEAR = 25;

/** Some word that has to stand in such a mail, to pass over all others quickly. */
const HINT = /名乗|装[うっいた]|よそお|[騙語偽称]|なりすま|かたる|かたっ|impersonat|pretend|posing|purport|claiming|fake|phishing|spoof/i;
/** 「○○を名乗る」「○○になりすました」「○○の偽サイト」 */
const POSED_AFTER =
  /^[^\n。]{0,20}?(?:を|と|に|の)(?:名乗[るっりた]|装[うっいた]|よそお|騙[るっり]|語[るっり](?!合)|かた[るっ]|称[すし]|偽装|なりすま|偽(?:の|サイト|メール|物)|フィッシング(?:メール|詐欺|サイト))/;
/** "posing as …", "fake … mails" */
const POSED_BEFORE =
  /(?:posing as|pretend(?:s|ing)? to (?:be|come)(?: from)?|claim(?:s|ing)? to (?:be|come)(?: from)?|impersonat(?:es?|ing)|purport(?:s|ing)? to (?:be|come)(?: from)?|fake|spoofed|phishing (?:e-?mails?|attempts?|scams?) (?:from|as|using|targeting))[\s"'“「]{0,4}(?:the )?$/i;
/** 「当社を装ったメール」: the brand's own notice. */
const POSED_AS_US = /(?:当|弊|小)(?:社|行|庫|店|会|組合|グループ|サイト|サービス)[^\n。]{0,12}?(?:を|に|の|と)(?:名乗|装[うっいた]|騙|かた[るっ]|偽|なりすま)/;

/** Suffixes that only public bodies and schools are given. */
const PUBLIC_BODY = /\.(?:go|lg|ac|ed)\.jp$|\.(?:gov|edu|mil)$|\.(?:gov|ac)\.(?:uk|au|nz|kr)$/;

/**
 * Whether the mail tells of mails that pose as the brand, without posing as it: an IT desk's warning, a colleague's word of
 * caution, the brand's own notice. It says that the name is posed as, its sender does not bear the name (or is at the
 * brand's own domain), and every link in it leads to the sender, the brand, another registered house's own site or a
 * public body: whoever is after something leads elsewhere, however much he warns. `claim` is the mail's claim of the
 * brand, if it makes one.
 */
export function warnsOf(evidence: Evidence, registry: Registry, brand: string, claim: Claim | undefined): boolean {
  const text = `${evidence.subject?.text ?? ""}\n${evidence.visibleText.slice(0, READ)}`;
  if (!HINT.test(text)) return false;
  const own = isFromBrand(evidence, registry, brand);
  if (!own && isInSender(claim)) return false;
  return saysPosed(text, registry, brand, own) && leadsNowhere(evidence, registry);
}

/** Whether the sender's name or address says that it is the brand. */
export function isInSender(claim: Claim | undefined): boolean {
  return claim?.quotes.some(({ place }) => place === "displayName" || place === "fromAddress") === true;
}

function saysPosed(text: string, registry: Registry, brand: string, own: boolean): boolean {
  if (own && POSED_AS_US.test(text)) return true;
  return registry
    .findNames(text)
    .some(
      (hit) =>
        hit.brand === brand &&
        (POSED_AFTER.test(text.slice(hit.end, hit.end + NEAR + 15)) || POSED_BEFORE.test(text.slice(Math.max(0, hit.start - 2 * NEAR), hit.start))),
    );
}

function leadsNowhere(evidence: Evidence, registry: Registry): boolean {
  const { links } = evidence;
  if (links.kind === "failed") return false;
  const home = homeOf(evidence);
  const harmless = ({ targetHost }: Link): boolean =>
    targetHost === "" ||
    PUBLIC_BODY.test(targetHost) ||
    (home !== "" && sameRegistrable(targetHost, home)) ||
    (!isSharedHosting(targetHost) && !isShortener(targetHost) && registry.rolesOf(targetHost, undefined).some(({ role }) => role === "site"));
  return links.kind === "absent" || links.value.every((link) => !link.visible || link.inQuotedOriginal || harmless(link));
}

/** The sender's domain, to which a warning may lead; "" where nobody in particular sends it: a fake may warn of fakes, too. */
function homeOf({ sender }: Evidence): string {
  if (sender.kind !== "found" || isRoleName(sender.value.from[0]?.displayName ?? "")) return "";
  const { authorDomain } = sender.value;
  return isCheapEnding(authorDomain.slice(authorDomain.lastIndexOf(".") + 1)) ? "" : authorDomain;
}
