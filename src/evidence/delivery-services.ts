/**
 * Registrable domains of services that deliver mail for many companies. Seen as a host of the route or of a
 * Message-ID they say nothing of who wrote the mail, neither for nor against.
 * General knowledge and the routes of genuine mail, not checked page by page (Amazon SES, SendGrid, Mailchimp/Mandrill, SparkPost, Salesforce
 * Marketing Cloud, Adobe Campaign/Neolane, Braze, Oracle Responsys/Eloqua, Mailgun, Postmark, Episerver/optivo, HubSpot, Klaviyo, cuenote,
 * Repica, blastengine, HENNGE, Microsoft 365, Google Workspace).
 */
const DOMAINS: ReadonlySet<string> = new Set(
  [
    "amazonses.com sendgrid.net sendgrid.com mailchimp.com mailchimpapp.net mcsv.net mcdlv.net rsgsv.net mandrillapp.com sparkpostmail.com sparkpostmail1.com sparkpost.com mailgun.org mailgun.net mailgun.info mtasv.net postmarkapp.com",
    "exacttarget.com s10.exacttarget.com salesforce.com pardot.com marketo.com mktomail.com mktdns.com responsys.net rsys2.com rsys5.com eloqua.com en25.com neolane.net campaign.adobe.com cheetahmail.com epsl1.com ccmp.eu",
    "braze.com customeriomail.com klaviyomail.com hubspotemail.net hubspotemail.com hs-send.com constantcontact.com ccsend.com iterable.com bounceexchange.com cordial.com sailthru.com listrak.com listrakbi.com dotmailer.com emarsys.net sendinblue.com brevo.com mailjet.com elasticemail.com episerver.com broadmail.live srv2.de bazaarvoice.com bazaarvoice-cgc.com",
    "intercom-mail.com helpscout.net",
    "cuenote.jp repica.jp mpse.jp ad02clickmailer.jp blayn.jp blayn.com mpme.jp spiral-pf.com smp.ne.jp smp.jp hennge.com combz.jp asumeru.com mail-news.jp webcas.net benchmarkemail.com benchurl.com",
  ].flatMap((line) => line.split(" ")),
);

/** Mailbox hosts and gateways through which any company's mail may run: they stand in a route, never in the company's From. */
const CARRIERS: ReadonlySet<string> = new Set(
  "zendesk.com freshdesk.com outlook.com messagingengine.com google.com googlemail.com secureserver.net emailsrvr.com zohomail.com stripe.com pphosted.com ppe-hosted.com mimecast.com messagelabs.com iphmx.com barracudanetworks.com trendmicro.com".split(
    " ",
  ),
);

/** Whether a host of the route may carry any company's mail: a delivery service, a mailbox host or a gateway. */
export function carriesForOthers(registrableDomain: string): boolean {
  return DOMAINS.has(registrableDomain) || CARRIERS.has(registrableDomain);
}

/** Whether a registrable domain belongs to a service that delivers for many companies. */
export function isDeliveryService(registrableDomain: string): boolean {
  return DOMAINS.has(registrableDomain);
}

/** Hosts where every tenant chooses a name of its own: acme.zendesk.com is Acme's only if Acme says so or the name is theirs. */
const TENANTED: ReadonlySet<string> = new Set(["zendesk.com", "freshdesk.com", "onmicrosoft.com", "atlassian.net", "service-now.com"]);

/** The tenant's name in a host of a tenanted service; undefined elsewhere. */
export function tenantOf(host: string, owner: string): string | undefined {
  if (!TENANTED.has(owner) || host === owner) return undefined;
  return host
    .slice(0, -owner.length - 1)
    .split(".")
    .at(-1);
}
