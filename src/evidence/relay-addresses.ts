/**
 * Addresses from which a platform sends what its users wrote: a shared file, an invitation, a comment. The platform's
 * signature proves that the platform sent it, not whose words they are.
 * What the abuse looks like: https://callmefred.com/how-google-docs-sheets-or-presentations-are-used-for-phishing-scams/ ,
 * one such mail: https://blogs.pugetsound.edu/infosec/the-phish-tank/839 . The other addresses are those seen on the platforms'
 * notices; no list of theirs was looked up.
 */
const ADDRESSES: ReadonlySet<string> = new Set([
  "drive-shares-noreply@google.com",
  "drive-shares-dm-noreply@google.com",
  "notify-noreply@google.com",
  "comments-noreply@docs.google.com",
  "forms-receipts-noreply@google.com",
  "calendar-notification@google.com",
  "no-reply@classroom.google.com",
  "noreply-photos@google.com",
  "dse@docusign.net",
  "dse_na2@docusign.net",
  "dse_na3@docusign.net",
  "dse_na4@docusign.net",
  "notifications@github.com",
  "noreply@github.com",
  "no-reply@dropbox.com",
  "no-reply@sharepointonline.com",
  "noreply@trello.com",
  "member@surveymonkeyuser.com",
]);

/** Of these the addresses from which the platform also warns its users in its own words: of a sign-in, of a lapsed card. */
const OWN_NOTICES_TOO: ReadonlySet<string> = new Set(["noreply@github.com", "no-reply@dropbox.com", "noreply@trello.com", "no-reply@sharepointonline.com"]);

/** Whether the platform's own warnings come from this address as well (addr-spec, any case). */
export function sendsOwnNotices(address: string): boolean {
  return OWN_NOTICES_TOO.has(address.toLowerCase());
}

/** Whether a platform sends its users' words from this address (addr-spec, any case). */
export function relaysWords(address: string): boolean {
  return ADDRESSES.has(address.toLowerCase());
}
