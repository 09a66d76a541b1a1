import { parseDocument } from "yaml";
import { z } from "zod";
import type { ExportedFile } from "../exporter.ts";
import type { SiteBuilder } from "./front-matter.ts";

const line = z.string().regex(/^[^\u0000-\u001f]*$/);
const common = { title: line.min(1), description: line, draft: z.boolean(), tags: z.array(line.min(1)) };
const instant = z.iso.datetime();

/** https://gohugo.io/content-management/front-matter/ and Astro's blog template, as far as Ayashii writes them. */
const SCHEMAS = {
  hugo: z.strictObject({ ...common, date: instant, lastmod: instant.optional(), slug: z.string().regex(/^[a-z0-9-]+$/) }),
  astro: z.strictObject({ ...common, pubDate: instant, updatedDate: instant.optional(), lang: z.enum(["ja", "en"]) }),
} as const satisfies Record<SiteBuilder, z.ZodType>;

/** What is wrong with a page or its picture. */
export function problemsOf(builder: SiteBuilder, { name, text }: ExportedFile): readonly string[] {
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? ["a control character"] : [];
  return [...control, ...(name.endsWith(".svg") ? pictureProblems(text) : pageProblems(builder, text))];
}

function pageProblems(builder: SiteBuilder, text: string): readonly string[] {
  const [, yaml] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  if (yaml === undefined) return ["no front matter"];
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return document.errors.map(({ message }) => message);
  const parsed = SCHEMAS[builder].safeParse(document.toJS());
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** A picture shows and does nothing else. */
function pictureProblems(svg: string): readonly string[] {
  const shape = svg.startsWith("<svg xmlns=") && svg.trimEnd().endsWith("</svg>") ? [] : ["no SVG picture"];
  return /<script|<foreignObject|<image|\son[a-z]+=|href=/i.test(svg.replace(/>[^<]*</g, "><")) ? [...shape, "the picture does more than show"] : shape;
}
