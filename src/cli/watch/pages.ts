import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Registry } from "../../brands/registry.ts";
import { parseFile } from "./state.ts";

/** A page that is looked at for new warnings. */
export interface WatchedPage {
  readonly url: string;
  /** Brand the warnings of the page are about; undefined: the title of each warning has to say. */
  readonly brand: string | undefined;
  /** Who publishes the page, where that is not the brand. */
  readonly issuer: { readonly ja: string; readonly en: string } | undefined;
}

const listed = z.array(
  z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    brand: z.string().optional(),
    issuer: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }).optional(),
  }),
);

/** The pages of a list such as `data/warning-pages.yaml`. Throws when the file is not as it should be. */
export function listedPages(file: string): readonly WatchedPage[] {
  const text = readFileSync(file, "utf8");
  return parseFile(listed, file, () => parse(text)).map(({ url, brand, issuer }) => ({ url, brand, issuer }));
}

/** The pages to look at, each once: `advisoryPages` of the registry's brands, then those of the list. */
export function watchedPages(registry: Registry, list: readonly WatchedPage[], brand: string | undefined): readonly WatchedPage[] {
  const ofBrands = registry.brands.flatMap(({ id, advisoryPages }) => advisoryPages.map((url) => ({ url, brand: id, issuer: undefined })));
  const pages = new Map<string, WatchedPage>();
  for (const page of [...ofBrands, ...list]) if (!pages.has(keyOf(page.url))) pages.set(keyOf(page.url), page);
  return [...pages.values()].filter((page) => brand === undefined || page.brand === brand);
}

/** Addresses that differ in their fragment alone are one page. */
function keyOf(url: string): string {
  return url.replace(/#.*$/u, "");
}
