import type { AdvisoryMatch } from "../advisories/advisory.ts";
import { ownWords } from "../redact/own-words.ts";
import type { PublicBilingual, PublicText } from "../redact/public-text.ts";
import type { RedactedMail } from "../redact/redacted-mail.ts";
import type { Examination } from "../report/examination.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import type { Article, QuotedAdvisory } from "./article.ts";
import { mainPoints } from "./points.ts";
import { slugOf } from "./slug.ts";
import { subjectOf, titleOf } from "./title.ts";

/** Lines of a warning's example that are quoted: enough to compare, no copy of the page. */
const QUOTED_LINES = 16;

/** What an article is made from. */
export interface Sources {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly examination: Examination;
  /** What redact() made of the mail. */
  readonly mail: RedactedMail;
  /** The redaction of this mail for texts beside it: facts, warnings, author's words. */
  publicText(text: string, lang?: Language): PublicText;
  /** ISO instant. */
  readonly created: string;
  readonly words?: Article["words"] | undefined;
  readonly related?: Article["related"] | undefined;
  readonly campaign?: Article["campaign"] | undefined;
}

export type Composed = { readonly kind: "article"; readonly article: Article } | { readonly kind: "refused"; readonly why: Bilingual };

/** Makes the draft of the public warning. Only a mail with points against it becomes one. */
export function compose(sources: Sources): Composed {
  const { verdict } = sources.examination;
  if (verdict.level !== "impersonation" && verdict.level !== "suspicious") return { kind: "refused", why: NO_ARTICLE[verdict.level] };
  return { kind: "article", article: draft(sources, verdict) };
}

/** Why the other verdicts never become a public warning. */
const NO_ARTICLE: Readonly<Record<Exclude<Examination["verdict"]["level"], "impersonation" | "suspicious">, Bilingual>> = {
  simulation: {
    ja: "訓練メールなので、記事にしません。公開すると訓練ができなくなります。",
    en: "This is a phishing drill and becomes no article: publishing it would spoil the drill.",
  },
  genuine: {
    ja: "本物と確認できたメールなので、記事にしません。本物を偽物と書くことになります。",
    en: "This mail is confirmed genuine and becomes no article: it would call the real thing a fake.",
  },
  undecided: {
    ja: "判断できないメールなので、記事にしません。元のメール(.eml)で調べ直すと、判断できることがあります。",
    en: "This mail cannot be decided and becomes no article. Examining its original (.eml) may settle it.",
  },
  "no-sign": {
    ja: "怪しい点が見つからなかったので、記事にしません。",
    en: "No suspicious point was found, so there is nothing to warn of.",
  },
};

type Against = Extract<Examination["verdict"], { level: "impersonation" | "suspicious" }>;

function draft(sources: Sources, verdict: Against): Article {
  const { examination, mail, publicText } = sources;
  const both = (text: Bilingual): PublicBilingual => ({ ja: publicText(text.ja, "ja"), en: publicText(text.en, "en") });
  const brand = verdict.impersonates ?? undefined;
  const label = brand === undefined ? undefined : (examination.claims.find((claim) => claim.brand === brand)?.label ?? { ja: brand, en: brand });
  const brandLabel = label === undefined ? undefined : both(label);
  const contact = examination.contact;
  return {
    slug: slugOf(brand, sources.sha256),
    state: "draft",
    brand,
    brandLabel: brandLabel ?? { ja: ownWords`不審なメール`, en: ownWords`suspicious mail` },
    title: titleOf(mail, brandLabel),
    tags: tagsOf(verdict.level, brandLabel),
    lead: leadOf(mail, brandLabel),
    mail,
    verdict: { level: verdict.level, headline: both(verdict.headline) },
    summary: summaryOf(mail),
    advisories: advisoriesOf(examination, publicText),
    contact: contact === undefined ? undefined : { label: both(contact.label), page: contact.page },
    words: sources.words ?? {},
    related: sources.related ?? [],
    campaign: sources.campaign,
    created: sources.created,
    published: undefined,
    updated: undefined,
    corrections: [],
  };
}

function tagsOf(level: Against["level"], brandLabel: PublicBilingual | undefined): readonly PublicText[] {
  const brand = brandLabel === undefined ? [] : [brandLabel.ja, brandLabel.en];
  const kind = level === "impersonation" ? ownWords`なりすましメール` : ownWords`不審なメール`;
  return [...new Set([...brand, ownWords`注意喚起`, kind])];
}

function leadOf(mail: RedactedMail, brandLabel: PublicBilingual | undefined): PublicBilingual {
  const subject = subjectOf(mail);
  const opening =
    brandLabel === undefined
      ? { ja: ownWords`不審なメールが出回っています。`, en: ownWords`A suspicious mail is going round.` }
      : { ja: ownWords`${brandLabel.ja}を名乗る不審なメールが出回っています。`, en: ownWords`A mail that poses as ${brandLabel.en} is going round.` };
  return {
    ja: ownWords`${opening.ja}件名は「${subject.ja}」です。届いたメールを、受け取った人のことが分からないように伏せ字にして、怪しいところを順に見ていきます。`,
    en: ownWords`${opening.en} Its subject is “${subject.en}”. Here is the mail, with everything about its recipient blanked out, and what is suspicious about it.`,
  };
}

function summaryOf(mail: RedactedMail): PublicBilingual {
  const count = mainPoints(mail).length;
  if (count === 0) return { ja: ownWords`怪しいところのあるメールでした。`, en: ownWords`There is something suspicious about this mail.` };
  const points = count === 1 ? ownWords`one suspicious point` : ownWords`${count} suspicious points`;
  return { ja: ownWords`このメールの怪しいポイントは、次の ${count} つでした。`, en: ownWords`This mail had ${points}:` };
}

/** The warnings that describe this mail, each once, with the example they print. */
function advisoriesOf(examination: Examination, publicText: Sources["publicText"]): readonly QuotedAdvisory[] {
  const matches = examination.points.flatMap((point) => (point.leans === "phishing" && point.advisory !== undefined ? [point.advisory] : []));
  const once = matches.filter((match, at) => matches.findIndex((other) => other.advisory.id === match.advisory.id) === at);
  return once.map((match) => quoted(match, publicText));
}

function quoted({ advisory, case: example, lines }: AdvisoryMatch, publicText: Sources["publicText"]): QuotedAdvisory {
  const quotable = lines.filter((line) => line.template.trim() !== "" && line.field !== "url").slice(0, QUOTED_LINES);
  return {
    issuer: publicText(advisory.issuer.ja),
    issuerLabel: { ja: publicText(advisory.issuer.ja, "ja"), en: publicText(advisory.issuer.en, "en") },
    title: publicText(advisory.title),
    url: advisory.url,
    published: advisory.published,
    basis: advisory.basis ?? "page",
    issuerRole: advisory.issuerRole ?? "brand",
    checked: advisory.checked,
    caseName: publicText(example.name),
    lines: quotable.map((line) => ({ field: line.field, text: publicText(line.template), inMail: line.kind })),
  };
}
