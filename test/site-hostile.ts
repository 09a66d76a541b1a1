import type { Article } from "../src/article/article.ts";
import { both, sampleArticle, say } from "./site-articles.ts";

/** A published warning in which every text that can hold something holds the payload, beside a little of its own. */
export function hostileArticle(slug: string, payload: string): Article {
  const sample = sampleArticle();
  const text = say(`あ${payload}い`);
  const pair = both(text, text);
  const point = { check: text, kind: text, title: pair, seen: pair, official: pair, why: pair, quotes: [text, text], source: payload };
  return {
    ...sample,
    slug,
    brandLabel: pair,
    title: pair,
    tags: [text, say(payload)],
    lead: pair,
    mail: {
      subject: say(payload),
      fromName: text,
      fromAddress: text,
      forgedSender: true,
      replyTo: text,
      day: "2026-11-20",
      text: say(`${payload}\n\n${payload}`),
      links: [{ shown: text, target: text, host: say(payload), blame: "host" }],
      attachments: [text, say(payload)],
      points: [
        { ...point, mark: 1 },
        { ...point, mark: undefined },
      ],
    },
    verdict: { level: "impersonation", headline: pair },
    summary: pair,
    advisories: [
      {
        ...(sample.advisories[0] as Article["advisories"][number]),
        issuerLabel: pair,
        title: text,
        url: payload,
        caseName: text,
        lines: [{ field: "body", text, inMail: "equal" }],
      },
    ],
    contact: { label: pair, page: payload },
    words: Object.fromEntries(
      ["start", "lead", "transcript", "picture", "point-1", "summary"].map((id) => [id, both(payload, `# ${payload}\n\n* ${payload}\n\n> ${payload}`)]),
    ),
    related: [{ slug, title: pair, why: "campaign" }],
    corrections: [{ at: "2026-11-21T00:00:00.000Z", note: pair }],
  };
}
