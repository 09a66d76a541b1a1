import { escapeText } from "../site/markup.ts";
import type { Feed, FeedEntry } from "./entry.ts";
import { newestUpdate } from "./entry.ts";

/** Atom, RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287). Texts are of type `text`: a reader shows them as they are. */
export function atomFeed(feed: Feed): string {
  const title = escapeText(feed.title[feed.lang]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${escapeText(feed.home)}</id>
<title>${title}</title>
<updated>${escapeText(newestUpdate(feed.entries))}</updated>
<author><name>${title}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeText(feed.self)}"/>
<link rel="alternate" type="text/html" hreflang="${feed.lang}" href="${escapeText(feed.home)}"/>
${feed.entries.map(entryOf).join("")}</feed>
`;
}

function entryOf(entry: FeedEntry): string {
  const categories = [...new Set(entry.categories)].map((term) => `<category term="${escapeText(term)}"/>\n`).join("");
  return `<entry>
<id>${escapeText(entry.url)}</id>
<title>${escapeText(entry.title)}</title>
<published>${escapeText(entry.published)}</published>
<updated>${escapeText(entry.updated)}</updated>
<link rel="alternate" type="text/html" href="${escapeText(entry.url)}"/>
${categories}<summary>${escapeText(entry.summary)}</summary>
</entry>
`;
}
