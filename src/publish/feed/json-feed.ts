import { readable } from "../site/markup.ts";
import type { Feed } from "./entry.ts";

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  const content = {
    version: "https://jsonfeed.org/version/1.1",
    title: readable(feed.title[feed.lang]),
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.lang,
    items: feed.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: readable(entry.title),
      content_text: readable(entry.summary),
      date_published: entry.published,
      date_modified: entry.updated,
      tags: [...new Set(entry.categories)].map(readable),
      language: feed.lang,
    })),
  };
  return `${JSON.stringify(content, undefined, 1)}\n`;
}
