import { getDomain } from "tldts";
import type { Article } from "../article/article.ts";
import { isAddress, refangAddress, refangOrigin, refangUrl } from "./refang.ts";
import type { LiveUrl } from "./refang.ts";

/** A host to keep people from. */
export interface BadHost {
  readonly host: string;
  /** Everything below it too: a registrable domain that was registered to be taken for a brand's. */
  readonly below: boolean;
  /** The hosts that mails linked to, for lists that cannot say "and everything below"; `host` alone where that is one. */
  readonly seen: readonly string[];
}

/** A page to be reported to whoever runs its host. */
export interface BadPage extends LiveUrl {
  /** The mail's own address of the page; false where its path was redacted and only the host is given. */
  readonly whole: boolean;
}

/** What machines may compare with. Empty lists are usual: nothing is blamed on suspicion. */
export interface Indicators {
  /** Blamed pages, one a URL. */
  readonly pages: readonly BadPage[];
  /** Blamed hosts; never one that serves other people too, never a brand's own. */
  readonly hosts: readonly BadHost[];
  /** The From address where it is not a victim's. Seen in the mail, which is no blame: the account may have been broken into. */
  readonly sender: string | undefined;
}

/** The indicators of one warning: live again, sorted, each once, and none that lost a part to redaction. */
export function indicatorsOf(article: Article): Indicators {
  const blamed = article.mail.links.filter((link) => link.blame !== undefined && link.blame !== "none");
  const pages = new Map<string, BadPage>();
  const hosts = new Map<string, BadHost>();
  for (const { target, blame } of blamed) {
    const whole = refangUrl(target);
    const page = whole ?? (blame === "page" ? undefined : refangOrigin(target));
    if (page === undefined) continue;
    pages.set(page.url, { ...page, whole: whole !== undefined });
    if (blame !== "page") addHost(hosts, badHost(page.host, blame === "domain"));
  }
  const { forgedSender, fromAddress } = article.mail;
  return { pages: byKey(pages), hosts: coveredOnce(byKey(hosts)), sender: forgedSender ? undefined : refangAddress(fromAddress) };
}

/** Hosts of many warnings together, each once. */
export function hostsOf(articles: readonly Article[]): readonly BadHost[] {
  const all = new Map<string, BadHost>();
  for (const one of articles.flatMap((article) => indicatorsOf(article).hosts)) addHost(all, one);
  return coveredOnce(byKey(all));
}

function badHost(host: string, domain: boolean): BadHost {
  const registrable = domain && !isAddress(host) ? getDomain(host, { allowPrivateDomains: true, extractHostname: false }) : null;
  return registrable === null ? { host, below: false, seen: [host] } : { host: registrable, below: true, seen: [host] };
}

function addHost(hosts: Map<string, BadHost>, one: BadHost): void {
  const known = hosts.get(one.host);
  hosts.set(one.host, { host: one.host, below: one.below || known?.below === true, seen: [...new Set([...(known?.seen ?? []), ...one.seen])].sort() });
}

/** A host below one that is listed with everything below it needs no line of its own. */
function coveredOnce(hosts: readonly BadHost[]): readonly BadHost[] {
  const wide = new Set(hosts.filter(({ below }) => below).map(({ host }) => host));
  const kept = new Map<string, BadHost>();
  for (const one of hosts) {
    const parent = parentsOf(one.host).find((name) => wide.has(name));
    addHost(kept, parent === undefined ? one : { host: parent, below: true, seen: one.seen });
  }
  return byKey(kept);
}

function parentsOf(host: string): readonly string[] {
  return [...host.matchAll(/\./g)].map(({ index }) => host.slice(index + 1));
}

function byKey<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, value]) => value);
}
