import { draftRecord } from "../../advisories/notice-record.ts";
import type { DraftRecord } from "../../advisories/notice-record.ts";
import { readNotice } from "../../advisories/notice.ts";
import type { Notice } from "../../advisories/notice.ts";
import { decodeNotice } from "../../advisories/notice-text.ts";
import type { Registry } from "../../brands/registry.ts";
import type { Bilingual } from "../../terms/index.ts";
import { fetchChanged } from "../advisories-fetch.ts";
import type { FetchedPage, FetchLimits } from "../advisories-fetch.ts";
import { caseKey, sha256 } from "./case-key.ts";
import type { WatchedPage } from "./pages.ts";
import type { PageState } from "./state.ts";

/** What came of looking at a page. */
export type Look =
  | { readonly kind: "new-cases"; readonly draft: DraftRecord; readonly notice: Notice; readonly keys: readonly string[] }
  /** The page changed, and no case that was not known could be read from it: somebody should look. */
  | { readonly kind: "changed" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly message: Bilingual };

export interface LookGiven {
  readonly registry: Registry;
  readonly limits: FetchLimits;
  /** ISO time. */
  readonly now: string;
  /** True for a case of the library, or one that waits already. */
  isKnown(key: string): boolean;
}

/** The newest keys are kept; a page that prints more cases than this shows its old ones again one day. */
const MAX_SEEN = 5000;

/** Asks for one page and reads what is new on it. Gives the page's next state beside; never throws. */
export async function lookAt(page: WatchedPage, before: PageState | undefined, given: LookGiven): Promise<{ readonly look: Look; readonly state: PageState }> {
  const fetched = await fetchChanged(page.url, before?.validators, given.limits);
  const asked: PageState = { seen: [], ...before, asked: given.now };
  if (fetched.kind === "problem") return { look: { kind: "problem", message: fetched.message }, state: asked };
  if (fetched.kind === "unchanged") return { look: { kind: "unchanged" }, state: asked };
  return readPage(page, fetched, asked, given);
}

function readPage(page: WatchedPage, fetched: FetchedPage, before: PageState, given: LookGiven): { readonly look: Look; readonly state: PageState } {
  const notice = readNotice(decodeNotice(fetched.bytes, fetched.charset), fetched.html === undefined ? "auto" : fetched.html ? "html" : "text");
  const content = sha256(JSON.stringify([notice.cases, notice.unread.map(({ text }) => text)]));
  const seen = new Set(before.seen);
  const cases = notice.cases.filter((found) => !seen.has(caseKey(found)) && !given.isKnown(caseKey(found)));
  const keys = cases.map(caseKey);
  const state = { ...before, validators: fetched.validators, content, seen: [...before.seen, ...keys].slice(-MAX_SEEN) };
  if (cases.length === 0) return { look: { kind: content === before.content ? "unchanged" : "changed" }, state };
  const draft = draftRecord(
    { ...notice, cases },
    { url: fetched.url, brand: page.brand, issuer: page.issuer, checked: given.now.slice(0, 10) },
    given.registry,
  );
  return { look: { kind: "new-cases", draft, notice, keys }, state };
}
