/**
 * Addresses from which a platform sends what its users wrote: a shared file, an invitation, a comment. The platform's
 * signature proves that the platform sent it, not whose words they are.
 * Sources: the platforms' own notices name these senders (Google Drive sharing:
 * https://support.google.com/drive/answer/2494822; DocuSign: https://www.docusign.com/trust/security/incident-reporting;
 * GitHub: https://docs.github.com/en/account-and-profile/managing-subscriptions-and-notifications-on-github).
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

/** Whether a platform sends its users' words from this address (addr-spec, any case). */
export function relaysWords(address: string): boolean {
  return ADDRESSES.has(address.toLowerCase());
}
