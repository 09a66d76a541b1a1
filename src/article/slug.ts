/** Hex digits of a mail's SHA-256 that name its case and its article. */
const HASH = /^[0-9a-f]{12}/;

/** `<brand>-<first 12 hex digits of the mail's SHA-256>`; `mail-…` where no brand is posed as. */
export function slugOf(brand: string | undefined, sha256: string): string {
  const hash = HASH.exec(sha256)?.[0];
  if (hash === undefined) throw new TypeError("a SHA-256 in lower-case hex is needed");
  return `${brand ?? "mail"}-${hash}`;
}

/** The case an article was made from; undefined when it is no slug. */
export function caseIdOf(slug: string): string | undefined {
  const hash = /-([0-9a-f]{12})$/.exec(slug)?.[1];
  return hash === undefined ? undefined : `c${hash}`;
}
