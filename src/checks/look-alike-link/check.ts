import { brokenDomain, likenessIn } from "../../evidence/domains-look-alike.ts";
import type { HostLikeness } from "../../evidence/domains-look-alike.ts";
import type { Link } from "../../evidence/evidence.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { Check, CheckResult, Point } from "../check.ts";
import { factOn, KIND_WORDS, officialWords, WHY_ALIKE } from "../look-alike-words.ts";

const ID = "look-alike-link";
/** Different hosts looked at in one mail. */
const MAX_HOSTS = 50;

/**
 * A link leads to a host that is made to be taken for a brand's (`www.xserver.ne.jp.example`). Judged by the real target, after known
 * wrappers are taken off, against the brand the mail says it is from; without such a claim against all, and then only what
 * is hardly chance counts.
 */
export const lookAlikeLink: Check = {
  id: ID,
  title: { ja: "リンク先は公式に似せたものか", en: "Does a link lead to a host made to look official?" },
  question: {
    ja: "リンク先のドメインは、公式のドメインと見間違えるように作られていませんか。",
    en: "Is the domain a link leads to made to be mistaken for an official one?",
  },
  needs: ["links", "claims"],
  confidence: "strong",
  run(evidence, { registry }) {
    const { links } = evidence;
    if (links.kind === "failed") return unknown();
    if (links.kind === "absent") return { kind: "clear", check: ID };
    const likenessOf = likenessIn(evidence, registry);
    if (likenessOf === undefined) return { kind: "clear", check: ID };
    const found = strongest(links.value, (link) => likenessOf(link.targetHost) ?? brokenDomain(link, registry));
    return found === undefined ? { kind: "clear", check: ID } : { kind: "points", check: ID, points: [pointOn(found.link, found.likeness)] };
  },
};

interface Found {
  readonly link: Link;
  readonly likeness: HostLikeness;
}

/** The first strong likeness among the links a reader can follow, failing that the first. */
function strongest(links: readonly Link[], likenessOf: (link: Link) => HostLikeness | undefined): Found | undefined {
  const seen = new Set<string>();
  let first: Found | undefined;
  for (const link of links) {
    if (!isFollowable(link) || seen.has(link.targetHost) || seen.size >= MAX_HOSTS) continue;
    seen.add(link.targetHost);
    const likeness = likenessOf(link);
    if (likeness?.strong === true) return { link, likeness };
    if (likeness !== undefined) first ??= { link, likeness };
  }
  return first;
}

function isFollowable(link: Link): boolean {
  return link.visible && !link.inQuotedOriginal && link.targetHost !== "" && link.scheme.startsWith("http");
}

function pointOn(link: Link, likeness: HostLikeness): Point {
  const { brand, kind, speaker, strong } = likeness;
  const fact = factOn(brand, likeness.of);
  const shown = link.visibleText.trim();
  return {
    check: ID,
    kind: `look-alike-link-${kind}`,
    leans: "phishing",
    severity: strong ? "high" : "medium",
    confidence: strong && speaker !== undefined && fact?.status !== "assumed" ? "strong" : "weak",
    brand: brand.id,
    title: { ja: `リンク先が${brand.label.ja}の公式サイトに似せてあります`, en: `A link leads to a host made to look like ${brand.label.en}'s` },
    seen: {
      ja: `リンクの行き先は ${link.targetHost} です。${likeness.of} に似ていますが、${KIND_WORDS[kind].ja}。`,
      en: `The link leads to ${link.targetHost}. It resembles ${likeness.of}, but ${KIND_WORDS[kind].en}.`,
    },
    official: officialWords(likeness),
    why: WHY_ALIKE,
    action: { ja: "このリンクは押さず、公式サイトを自分で開いてください。", en: "Do not follow this link; open the official site yourself." },
    quotes: [{ text: shown === "" ? link.written : shown, where: link.where }, ...(speaker?.claim.quotes.slice(0, 1) ?? [])],
    fact,
    link: { displayed: link.displayedHost ?? (shown === "" ? undefined : shown), real: link.targetHost },
  };
}

function unknown(): CheckResult {
  const why: Bilingual = {
    ja: "リンク先が公式に似せたものか確かめられません。本文のリンクを読み取れませんでした。",
    en: "Whether a link is made to look official could not be checked: the links could not be read.",
  };
  return { kind: "unknown", check: ID, missing: [{ topic: "links", why }] };
}
