import { parseDocument } from "yaml";
import { z } from "zod";
import type { ReportingChannel } from "./channel.ts";

const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const channel = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower case, digits, hyphens"),
  name: bilingual,
  for: z.enum(["report", "consult", "entered"]),
  reach: z.string().min(1).optional(),
  how: bilingual,
  brand: z.string().optional(),
  region: bilingual.optional(),
  // An `assumed` way to report would send people's mail to somebody nobody looked up.
  status: z.enum(["confirmed", "documented"]),
  source: z.string().regex(/^https?:\/\/[^\s"<>]+$/, "an http(s) URL"),
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "an ISO day (YYYY-MM-DD)"),
});

export type ChannelsFile = { readonly channels: readonly ReportingChannel[]; readonly problems: readonly string[] };

/** Reads data/reporting-channels.yaml; `brands` are the ids that exist. Never throws. */
export function readChannels(text: string, brands: ReadonlySet<string>): ChannelsFile {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return { channels: [], problems: document.errors.map((error) => error.message) };
  const parsed = z.array(channel).safeParse(document.toJS({ maxAliasCount: 50 }));
  if (!parsed.success) return { channels: [], problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  const channels = parsed.data;
  const twice = channels.filter(({ id }, at) => channels.findIndex((other) => other.id === id) !== at).map(({ id }) => `${id}: twice`);
  const unknown = channels.flatMap(({ id, brand }) => (brand === undefined || brands.has(brand) ? [] : [`${id}: no brand "${brand}"`]));
  return { channels, problems: [...twice, ...unknown] };
}
