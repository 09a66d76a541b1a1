import type { Language } from "../terms/index.ts";
import type { Article } from "./article.ts";
import { oneLine, plainText } from "../report/plain-text.ts";
import { TEXTS } from "./fixed-texts.ts";
import { paragraph, text } from "./section.ts";
import type { Block, Section } from "./section.ts";

/** UTF-16 units of one field of the mail's head. */
const LONGEST_FIELD = 2000;

/** The mail: word by word, then as a picture with the points marked. */
export function mailSections(article: Article, lang: Language): readonly Section[] {
  return [
    { id: "transcript", heading: TEXTS.mailText[lang], blocks: transcriptBlocks(article, lang) },
    {
      id: "picture",
      heading: TEXTS.picture[lang],
      blocks: [{ kind: "picture", alt: TEXTS.pictureAlt[lang], caption: TEXTS.pictureCaption[lang] }],
    },
  ];
}

function transcriptBlocks(article: Article, lang: Language): readonly Block[] {
  const { mail } = article;
  const transcript: Block = {
    kind: "transcript",
    begin: TEXTS.begin[lang],
    end: TEXTS.end[lang],
    head: headOf(article, lang),
    text: plainText(mail.text)
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
  const forged = mail.forgedSender ? [paragraph(text(TEXTS.forged[lang]))] : [];
  return [paragraph(text(TEXTS.mailTextNote[lang])), transcript, ...forged];
}

function headOf({ mail }: Article, lang: Language): readonly (readonly [string, string])[] {
  const none = TEXTS.none[lang];
  const address = mail.fromAddress === "" ? "" : ` <${mail.fromAddress}>`;
  const rows: (readonly [string, string])[] = [
    [TEXTS.subject[lang], mail.subject || none],
    [TEXTS.from[lang], `${mail.fromName}${address}`.trim() || none],
  ];
  if (mail.replyTo !== undefined) rows.push([TEXTS.replyTo[lang], mail.replyTo]);
  if (mail.day !== undefined) rows.push([TEXTS.day[lang], mail.day]);
  if (mail.attachments.length > 0) rows.push([TEXTS.attachments[lang], mail.attachments.join(", ")]);
  for (const target of new Set(mail.links.slice(0, 5).map((one) => one.target))) rows.push([TEXTS.links[lang], target]);
  return rows.map(([name, value]) => [name, oneLine(value, LONGEST_FIELD)]);
}
