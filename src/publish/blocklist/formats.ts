import type { BadHost } from "../indicators.ts";
import { isAddress } from "../refang.ts";
import { secondsOf } from "../times.ts";

/** What a list is made from: hosts, and pages whose host serves other people too. */
export interface ListContent {
  readonly hosts: readonly BadHost[];
  readonly pages: readonly string[];
  /** ISO instant. */
  readonly at: string;
  readonly articles: number;
}

const note = ({ at, articles }: ListContent): readonly string[] => [
  `Ayashii: hosts that phishing mails lead to, from ${articles} published warnings, ${at}`,
  "Only hosts a warning blames; hosts shared with others and addresses of forged senders are never listed.",
];

const lines = (all: readonly string[]): string => `${all.join("\n")}\n`;

/** Names and addresses as the mails have them: for lists that cannot say "and everything below". */
const exactHosts = ({ hosts }: ListContent): readonly string[] =>
  [...new Set(hosts.flatMap(({ host, below, seen }) => (below ? [host, ...seen] : [host])))].sort();

const namesAlone = (content: ListContent): readonly string[] => exactHosts(content).filter((host) => !isAddress(host));

/** One host a line, `#` before notes. */
export function plainList(content: ListContent): string {
  return lines([...note(content).map((line) => `# ${line}`), ...exactHosts(content)]);
}

/** `hosts` file (hosts(5)): an address and a name. It knows neither wildcards nor bare addresses. */
export function hostsFile(content: ListContent): string {
  return lines([...note(content).map((line) => `# ${line}`), ...namesAlone(content).map((host) => `0.0.0.0 ${host}`)]);
}

/**
 * Response policy zone (https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz §3.1, §4.1): `CNAME .` answers that
 * the name does not exist. Names are relative to the zone, whose own name takes part of the 255 octets.
 */
export function rpzZone(content: ListContent): string {
  const policies = content.hosts.flatMap(({ host, below }) =>
    isAddress(host) || host.length > 200 ? [] : [`${host} CNAME .`, ...(below ? [`*.${host} CNAME .`] : [])],
  );
  return lines([
    ...note(content).map((line) => `; ${line}`),
    "$TTL 300",
    `@ SOA localhost. hostmaster.localhost. ${secondsOf(content.at)} 3600 600 604800 300`,
    "@ NS localhost.",
    ...policies,
  ]);
}

/** Map of the multimap module for `type = "url"; filter = "host"` (https://docs.rspamd.com/modules/multimap). */
export function rspamdMap(content: ListContent): string {
  return lines([...note(content).map((line) => `# ${line}`), ...exactHosts(content).map((host) => host.replace(/^\[|\]$/g, ""))]);
}

/** Letters that have no other meaning in a filter; a page with any other in its address is left out rather than blocked too widely. */
const PLAIN_PAGE = /^https?:\/\/([a-z0-9._-]+\/[A-Za-z0-9._~/-]+)$/;

/** Static network filters (https://github.com/gorhill/uBlock/wiki/Static-filter-syntax): a host with all below it; a page on a shared host by its whole address. */
export function ublockList(content: ListContent): string {
  const pages = content.pages.flatMap((page) => PLAIN_PAGE.exec(page)?.[1] ?? []);
  return lines([
    "! Title: Ayashii",
    ...note(content).map((line) => `! ${line}`),
    ...content.hosts.map(({ host }) => `||${host}^$document`),
    ...[...new Set(pages)].sort().map((page) => `||${page}|$document`),
  ]);
}
