import { TYPED_IN_STEPS } from "../report/lang.ts";
import type { Language } from "../terms/index.ts";
import type { Article } from "./article.ts";
import { channelsFor } from "./channel.ts";
import type { ReportingChannel } from "./channel.ts";
import { ADVICE, TEXTS } from "./fixed-texts.ts";
import { mailSections } from "./mail-sections.ts";
import { pointSections } from "./point-sections.ts";
import { mainPoints } from "./points.ts";
import { code, link, paragraph, strong, text } from "./section.ts";
import type { Block, Inline, Section } from "./section.ts";
import { STATE_NAMES } from "./states.ts";

/** Where articles stand once they are public. */
export interface Place {
  /** Public address of an article, absolute; undefined while nobody knows it. */
  addressOf(slug: string): string | undefined;
}

export const NOWHERE: Place = { addressOf: () => undefined };

/** All machine-made parts of an article in reading order. */
export function sectionsOf(article: Article, lang: Language, place: Place = NOWHERE): readonly Section[] {
  return [
    head(article, lang),
    { id: "lead", heading: undefined, blocks: leadBlocks(article, lang) },
    ...mailSections(article, lang),
    ...pointSections(article, lang),
    summary(article, lang),
    advice(article, lang),
    { id: "typed-in", heading: TEXTS.typedIn[lang], blocks: [list(TYPED_IN_STEPS.map((step) => [text(step[lang])]))] },
    { id: "channels", heading: TEXTS.channels[lang], blocks: channelBlocks(article, lang) },
    related(article, lang, place),
    ...corrections(article, lang),
    { id: "copy", heading: TEXTS.copy[lang], blocks: [copy(article, lang, place)] },
  ];
}

const list = (items: readonly (readonly Inline[])[], ordered = false): Block => ({ kind: "list", ordered, items });
const dayOf = (instant: string): string => instant.slice(0, 10);

function head(article: Article, lang: Language): Section {
  const rows: (readonly [string, readonly Inline[]])[] = [
    [TEXTS.verdict[lang], [strong(article.verdict.headline[lang])]],
    [TEXTS.tags[lang], [text(article.tags.join(lang === "ja" ? "、" : ", "))]],
    article.published === undefined ? [TEXTS.written[lang], [text(dayOf(article.created))]] : [TEXTS.published[lang], [text(dayOf(article.published))]],
  ];
  if (article.updated !== undefined) rows.push([TEXTS.updated[lang], [text(dayOf(article.updated))]]);
  return { id: "head", heading: undefined, blocks: [{ kind: "facts", rows }, ...stateNote(article, lang)] };
}

function stateNote(article: Article, lang: Language): readonly Block[] {
  if (article.state === "published") return [];
  if (article.state === "withdrawn") return [paragraph(strong(TEXTS.withdrawn[lang]))];
  return [paragraph(strong(`${TEXTS.notPublic[lang]} (${STATE_NAMES[article.state][lang]})`))];
}

function leadBlocks(article: Article, lang: Language): readonly Block[] {
  const { campaign } = article;
  if (campaign === undefined || campaign.size < 2) return [paragraph(text(article.lead[lang]))];
  const seen =
    lang === "ja"
      ? `同じ手口のメールを、${campaign.firstDay} から ${campaign.lastDay} までに ${campaign.size} 件確認しています。`
      : `${campaign.size} mails of the same campaign were seen from ${campaign.firstDay} to ${campaign.lastDay}.`;
  return [paragraph(text(article.lead[lang])), paragraph(text(seen))];
}

function summary(article: Article, lang: Language): Section {
  const points = mainPoints(article.mail);
  const blocks = [
    paragraph(text(article.summary[lang])),
    list(
      points.map(({ point }) => [text(point.title[lang])]),
      true,
    ),
  ];
  return { id: "summary", heading: TEXTS.summary[lang], blocks: points.length === 0 ? blocks.slice(0, 1) : blocks };
}

function advice(article: Article, lang: Language): Section {
  const { contact } = article;
  const official = contact === undefined ? [] : [paragraph(text(`${TEXTS.doContact[lang]} `), link(contact.label[lang], contact.page))];
  return { id: "advice", heading: TEXTS.doThis[lang], blocks: [list(ADVICE.map((one) => [text(one[lang])])), ...official] };
}

function channelBlocks(article: Article, lang: Language): readonly Block[] {
  const all = channelsFor(article.brand);
  return (["report", "consult", "entered"] as const).flatMap((purpose) => {
    const some = all.filter((channel) => channel.for === purpose);
    return some.length === 0 ? [] : [paragraph(strong(TEXTS[purpose][lang])), list(some.map((channel) => channelItem(channel, lang)))];
  });
}

function channelItem(channel: ReportingChannel, lang: Language): readonly Inline[] {
  const region = channel.region === undefined ? "" : lang === "ja" ? `(${channel.region.ja}${TEXTS.only.ja})` : ` (${channel.region.en} ${TEXTS.only.en})`;
  const reach = channel.reach === undefined ? [] : [text(" "), code(channel.reach)];
  return [strong(`${channel.name[lang]}${region}`), ...reach, text(` – ${channel.how[lang]} `), link(`${TEXTS.source[lang]}`, channel.source)];
}

function related(article: Article, lang: Language, place: Place): Section {
  const label = article.brandLabel[lang];
  const named = lang === "ja" ? `${label}${TEXTS.related.ja}` : `${TEXTS.related.en} ${label}`;
  const heading = article.brand === undefined ? TEXTS.relatedMail[lang] : named;
  const of = (why: "brand" | "campaign"): readonly (readonly Inline[])[] =>
    article.related.filter((one) => one.why === why).map((one) => [linkTo(one.title[lang], place.addressOf(one.slug))]);
  const [sameBrand, sameCampaign] = [of("brand"), of("campaign")];
  const blocks = [
    ...(sameCampaign.length === 0 ? [] : [paragraph(strong(TEXTS.sameCampaign[lang])), list(sameCampaign)]),
    ...(sameBrand.length === 0 ? [] : [list(sameBrand)]),
  ];
  return { id: "related", heading, blocks: blocks.length === 0 ? [paragraph(text(TEXTS.noRelated[lang]))] : blocks };
}

function linkTo(title: string, address: string | undefined): Inline {
  return address === undefined ? text(title) : link(title, address);
}

function corrections(article: Article, lang: Language): readonly Section[] {
  if (article.corrections.length === 0) return [];
  const items = article.corrections.map(({ at, note }) => [text(`${dayOf(at)}: ${note[lang]}`)]);
  return [{ id: "corrections", heading: TEXTS.corrections[lang], blocks: [list(items)] }];
}

function copy(article: Article, lang: Language, place: Place): Block {
  return { kind: "copy", text: `${article.title[lang]}\n${place.addressOf(article.slug) ?? TEXTS.noAddress[lang]}` };
}
