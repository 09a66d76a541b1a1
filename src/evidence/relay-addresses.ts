import { tenantOf } from "./delivery-services.ts";
import { ownerDomain } from "./domains.ts";

/**
 * How a platform comes to send a stranger's words. `share`: a file, page, document or event that one user shows to another;
 * `form`: what somebody typed into a form, survey, list or chat; `talk`: people discuss there, and speak of everything;
 * `invoice`: a bill or request for money with the seller's note; `tenant`: a customer's help desk under the platform's domain.
 */
export type RelayKind = "share" | "form" | "talk" | "invoice" | "tenant";

/**
 * Addresses and hosts from which a platform sends what its users wrote. The platform's signature proves that the platform
 * sent it, not whose words they are.
 * What the abuse looks like: https://callmefred.com/how-google-docs-sheets-or-presentations-are-used-for-phishing-scams/ ,
 * one such mail: https://blogs.pugetsound.edu/infosec/the-phish-tank/839 . The other addresses are those known from the
 * platforms' notices; no list of theirs was looked up.
 */
const RELAYS: ReadonlyMap<string, RelayKind> = new Map(
  (
    [
      [
        "share",
        "drive-shares-noreply@google.com drive-shares-dm-noreply@google.com notify-noreply@google.com comments-noreply@docs.google.com calendar-notification@google.com noreply-photos@google.com no-reply@classroom.google.com noreply@appsheet.com " +
          "dse@docusign.net dse_na2@docusign.net dse_na3@docusign.net dse_na4@docusign.net dse_eu@docusign.net adobesign@adobesign.com message@adobe.com no-reply@dropbox.com noreply@mail.hellosign.com docs@email.pandadoc.net service@breezedoc.com " +
          "no-reply@sharepointonline.com invites@microsoft.com noreply@email.teams.microsoft.com noreply@trello.com invitations@trello.com noreply@wetransfer.com no-reply@canva.com start@engage.canva.com notify@mail.notion.so no-reply@email.figma.com " +
          "noreply@miro.com no-reply@zoom.us notifications@calendly.com noreply@event.eventbrite.com noreply@order.eventbrite.com noreply@campaign.eventbrite.com notifications@contact.bandsintown.com noreply@business.facebook.com invitations@linkedin.com",
      ],
      [
        "form",
        "forms-receipts-noreply@google.com member@surveymonkeyuser.com member@outbound.research.net notifications@typeform.com noreply@jotform.com noreply@zohosalesiq.com noreply@zohoforms.com no-reply@notification.circle.so postmaster@mg.tiledesk.com noreply@123formbuilder.com forms@wufoo.com",
      ],
      ["talk", "notifications@github.com noreply@github.com gitlab@mg.gitlab.com notification@slack.com info@email.meetup.com notifications@disqus.net"],
      [
        "invoice",
        "service@paypal.com quickbooks@notification.intuit.com messaging-service@post.xero.com invoicing@messaging.squareup.com mail@wixinvoices.com notifications@freshbooks.com",
      ],
    ] as const
  ).flatMap(([kind, addresses]) => addresses.split(" ").map((address) => [address, kind] as const)),
);

/** Of these the addresses from which the platform also warns its users in its own words: of a sign-in, of a full store, of a lapsed card. */
const OWN_NOTICES_TOO: ReadonlySet<string> = new Set(
  (
    "message@adobe.com no-reply@dropbox.com noreply@mail.hellosign.com adobesign@adobesign.com no-reply@sharepointonline.com noreply@email.teams.microsoft.com noreply@trello.com noreply@wetransfer.com " +
    "no-reply@canva.com notify@mail.notion.so no-reply@email.figma.com noreply@miro.com no-reply@zoom.us notifications@calendly.com noreply@business.facebook.com noreply@jotform.com notifications@typeform.com noreply@appsheet.com"
  ).split(" "),
);

/** Whether the platform's own warnings come from this address as well (addr-spec, any case). */
export function sendsOwnNotices(address: string): boolean {
  return OWN_NOTICES_TOO.has(address.toLowerCase());
}

/** Help desks whose customers write from a host of the platform's. */
const DESKS: ReadonlySet<string> = new Set(["zendesk.com", "freshdesk.com", "tawk.email", "reamaze.com", "helpscoutapp.com"]);

/** How a platform sends its users' words from this address (addr-spec, any case); undefined for any other address. */
export function relayOf(address: string): RelayKind | undefined {
  const lower = address.toLowerCase();
  const known = RELAYS.get(lower);
  if (known !== undefined) return known;
  const host = lower.slice(lower.lastIndexOf("@") + 1);
  const owner = ownerDomain(host);
  return owner !== host && DESKS.has(owner) ? "tenant" : undefined;
}

/** The name a help desk's customer chose for its host, where the platform lets choose one. */
export function deskOf(address: string): string | undefined {
  const host = address.toLowerCase().slice(address.lastIndexOf("@") + 1);
  return tenantOf(host, ownerDomain(host));
}

/** Whether a label is a row of letters that nobody can speak (fdrdgqky): six consonants or more in a row. */
export function isUnspeakable(label: string): boolean {
  return /[bcdfghjklmnpqrstvwxz]{6}/.test(label.toLowerCase());
}

/** `Hanako (via Acme Docs)`, `Hanako via Acme`: how platforms mark the name of a user before their own. Mailing lists do so too. */
const VIA = /(?:\(|\s)(?:via|über|mediante|através de|przez)\s+\S/iu;

/** Whether a platform writes there as a rule in a user's name, so that even a proven platform proves no words. */
export function relaysStrangers({ address, displayName }: { readonly address: string; readonly displayName: string }): boolean {
  const kind = relayOf(address);
  return kind === undefined ? VIA.test(displayName) : kind !== "invoice" && kind !== "tenant";
}
