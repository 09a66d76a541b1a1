import type { Place } from "../../article/index.ts";
import type { DeskContext } from "./shell.tsx";

/** What an installation may say of its desk. */
export interface DeskOptions {
  /** Public address of the site of warnings, such as `https://warnings.example/`; without, that of this server is shown to the editor only. */
  readonly publicAddress?: string | undefined;
  /** Folder of `advisories watch`, whose drafts wait for approval; default: that of the command. */
  readonly watchFolder?: string | undefined;
}

const underRoot = (root: string, slug: string): string => new URL(`w/${slug}/`, root.endsWith("/") ? root : `${root}/`).href;

/** Where articles stand for everybody; nowhere while nobody said so, since an address of this machine helps no reader. */
export function publicPlace({ publicAddress }: DeskOptions): Place {
  return { addressOf: (slug) => (publicAddress === undefined ? undefined : underRoot(publicAddress, slug)) };
}

/** Address of an article for the editor: the public one, else that on this server. */
export function addressFor(c: DeskContext, options: DeskOptions, slug: string): string {
  return publicPlace(options).addressOf(slug) ?? underRoot(new URL("/warnings/", c.req.url).href, slug);
}
