import { z } from "zod";
import { jsonProblems } from "../json-problems.ts";

/** Arguments of https://developer.wordpress.org/rest-api/reference/posts/#create-a-post that Ayashii sends. */
const draft = z.strictObject({
  title: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
  excerpt: z.string(),
  content: z.string().min(1),
  status: z.literal("draft"),
});

/** What runs or loads something; text is escaped, so none of it can stand in a mail's words. */
const LIVE = /<(?:script|iframe|object|embed|form|img|svg|link|style|base|meta)\b|<[^>]+\s(?:on[a-z]+|srcset|style)\s*=|javascript:/i;

/** What is wrong with a draft. */
export function problemsOf(json: string): readonly string[] {
  return jsonProblems(json, draft, ({ content }) => {
    const live = LIVE.exec(content.replace(/>[^<]*</g, "><"))?.[0];
    return live === undefined ? [] : [`the content is not dead: ${live}`];
  });
}
