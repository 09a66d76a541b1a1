export { atomFeed } from "./atom.ts";
export { FEED_LENGTH } from "./entry.ts";
export type { Feed, FeedEntry } from "./entry.ts";
export { jsonFeed } from "./json-feed.ts";
