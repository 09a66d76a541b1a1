import type { Article } from "../../article/article.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { Exporter } from "../exporter.ts";
import { hostsOf, indicatorsOf } from "../indicators.ts";
import { instantOf, LONG_AGO } from "../times.ts";
import { hostsFile, plainList, rpzZone, rspamdMap, ublockList } from "./formats.ts";
import type { ListContent } from "./formats.ts";
import type { ListKind } from "./rules.ts";

interface ListFormat {
  readonly id: ListKind;
  readonly name: string;
  readonly label: Bilingual;
  write(content: ListContent): string;
}

const FORMATS: readonly ListFormat[] = [
  {
    id: "blocklist",
    name: "ayashii-hosts.txt",
    label: { ja: "ホスト名の一覧、1 行に 1 つ(プロキシーやファイアウォール向け)", en: "plain list of hosts, one a line (proxies, firewalls)" },
    write: plainList,
  },
  {
    id: "hosts",
    name: "ayashii.hosts",
    label: { ja: "hosts ファイル(自分のパソコンや Pi-hole 向け)", en: "hosts file (one's own computer, Pi-hole)" },
    write: hostsFile,
  },
  {
    id: "rpz",
    name: "ayashii.rpz.zone",
    label: { ja: "RPZ ゾーン(BIND・Unbound などの DNS サーバー向け)", en: "RPZ zone (DNS servers such as BIND and Unbound)" },
    write: rpzZone,
  },
  {
    id: "rspamd",
    name: "ayashii.rspamd.map",
    label: { ja: "rspamd の multimap(メールサーバー向け)", en: "map for rspamd's multimap (mail servers)" },
    write: rspamdMap,
  },
  {
    id: "ublock",
    name: "ayashii.ublock.txt",
    label: { ja: "uBlock Origin のフィルター(ブラウザー向け)", en: "filter list for uBlock Origin (browsers)" },
    write: ublockList,
  },
];

/** Lists to block by. Only published warnings: nobody is blocked on a draft. An empty list is a list too, so that an old one is replaced. */
export const exporters: readonly Exporter[] = FORMATS.map(({ id, name, label, write }) => ({
  id,
  label,
  takes: ["published"],
  needsReporter: false,
  files: (articles, { at }) => [{ name, mediaType: "text/plain", text: write(contentOf(articles, at)) }],
  problems: async ({ text }) => (await import("./rules.ts")).problemsOf(id, text),
}));

function contentOf(articles: readonly Article[], at: string): ListContent {
  const hosts = hostsOf(articles);
  const listed = new Set(hosts.flatMap(({ seen }) => seen));
  const pages = articles.flatMap((article) => indicatorsOf(article).pages.filter((page) => page.whole && !listed.has(page.host)));
  return { hosts, pages: pages.map(({ url }) => url), at: instantOf(at, LONG_AGO), articles: articles.length };
}
