/**
 * Link shorteners anyone may use: the short link tells nothing about where it leads. Each is a public service whose own
 * front page offers to shorten a link. Brands' own short domains (amzn.to, youtu.be, 1drv.ms, r10.to) are not here: they
 * lead only into the brand's own site.
 */
const SHORTENERS: ReadonlySet<string> = new Set(
  (
    "bit.ly bitly.com t.co tinyurl.com is.gd v.gd goo.gl ow.ly buff.ly cutt.ly rebrand.ly shorturl.at shorturl.asia shorturl.gg rb.gy t.ly tiny.cc x.gd lmy.de " +
    "qrco.de s.id bl.ink soo.gd adf.ly shorte.st urlz.fr u.to vk.cc clck.ru tr.ee u.nu 2no.co wl.co did.li nmc.sg kutt.it goo.su shrtco.de snip.ly gg.gg " +
    "spr.ly mcaf.ee ouo.io po.st j.mp cli.gs su.pr bit.do urlr.me chilp.it hyperurl.co tny.im n9.cl acortar.link encurtador.com.br abre.ai bityl.co l1nk.dev " +
    "l1nq.com cuturl.cc cuturl.app is.ht me-qr.com qrs.ly 00m.in ur7.cc onl.la onl.sc onl.bz onl.tw linktr.ee surl.li short.gy tiny.pl urly.fi urlr.me dub.sh dlvr.it " +
    "trib.al lnkd.in l.ead.me linkin.bio shor.tn t1p.de kurzelinks.de tinylink.net tiny.ee 1url.cz bom.so zpr.io cutt.us shorten.is ity.im v.ht q-r.to qr.codes"
  ).split(" "),
);

/** Shorteners that give every customer a host name of its own. */
const SHORTENER_PARENTS = ["page.link", "app.link", "short.gy", "shortcm.li"];

/** Whether a host is a public link shortener. */
export function isShortener(host: string): boolean {
  const bare = host.startsWith("www.") ? host.slice(4) : host;
  return SHORTENERS.has(bare) || SHORTENER_PARENTS.some((parent) => bare.endsWith(`.${parent}`));
}

/**
 * Where anyone puts a page up at once and mostly without paying: application and file hosting, site builders, tunnels,
 * IPFS gateways. The owner of a page is whoever made it, never the company in the name of the host. Sources: the private
 * section of the Public Suffix List (https://publicsuffix.org/list/) and the services' own documentation of their hosts.
 */
const SHARED_HOSTING: ReadonlySet<string> = new Set(
  // Application platforms and serverless
  (
    "web.app firebaseapp.com run.app appspot.com cloudfunctions.net workers.dev pages.dev r2.dev netlify.app vercel.app now.sh herokuapp.com onrender.com render.com fly.dev glitch.me " +
    "replit.app repl.co surge.sh deno.dev azurewebsites.net azurefd.net azureedge.net azurestaticapps.net cloudapp.azure.com cloudapp.net windows.net on.aws awsapprunner.com elasticbeanstalk.com amplifyapp.com " +
    "cloudfront.net amazonaws.com ondigitalocean.app railway.app koyeb.app stackblitz.io csb.app gitlab.io github.io githubpreview.dev bitbucket.io codesandbox.io lovable.app bolt.host base44.app " +
    // Files and buckets
    "storage.googleapis.com firebasestorage.googleapis.com digitaloceanspaces.com linodeobjects.com backblazeb2.com bizmrg.com vkcs.cloud storage.yandexcloud.net website.yandexcloud.net wasabisys.com contabostorage.com vultrobjects.com myqcloud.com aliyuncs.com oraclecloud.com scw.cloud ovh.net " +
    // Site builders
    "blogspot.com sites.google.com script.google.com script.googleusercontent.com forms.yandex.ru weebly.com weeblysite.com wixsite.com wixstudio.io wixstudio.com webflow.io square.site godaddysites.com framer.app framer.website framer.ai carrd.co notion.site " +
    "canva.site my.canva.site 000webhostapp.com hostingersite.com mybluehost.me wordpress.com tumblr.com jimdosite.com jimdofree.com strikingly.com mystrikingly.com site44.com yolasite.com webnode.page ukit.me tilda.ws gitbook.io zyrosite.com company.site webshopapp.com " +
    "gamma.site durable.co boxmode.io softr.app typedream.app bubbleapps.io teachable.com systeme.io plesk.page cprapid.com sviluppo.host myftpupload.com temp.domains cloudwaysapps.com wpenginepowered.com ddns.net duckdns.org " +
    // Tunnels and wildcard DNS
    "ngrok.io ngrok.app ngrok-free.app ngrok.dev ngrok-free.dev trycloudflare.com loca.lt serveo.net nip.io sslip.io xip.io cloud-xip.com " +
    // IPFS gateways (https://ipfs.github.io/public-gateway-checker/)
    "ipfs.io dweb.link cf-ipfs.com cloudflare-ipfs.com nftstorage.link w3s.link fleek.co fleek.cool 4everland.io infura-ipfs.io pinata.cloud mypinata.cloud ipfs.fleek.co gateway.ipfs.io " +
    // Translation proxy: the page is somebody else's
    "translate.goog"
  ).split(" "),
);

/** The shared hosting a host belongs to (`workers.dev`), or undefined. `exact` parents count themselves too. */
export function sharedHostingOf(host: string): string | undefined {
  const known = inSet(host, SHARED_HOSTING);
  if (known !== undefined) return known;
  return /\.blogspot\.[a-z.]{2,6}$/.test(host) || /(?:^|\.)ipfs\./.test(host) ? "blogspot.com" : undefined;
}

/** Whether a page at this host may be anybody's. */
export function isSharedHosting(host: string): boolean {
  return sharedHostingOf(host) !== undefined;
}

/** An IPv4 or IPv6 address in place of a name. */
export function isAddressHost(host: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) || host.startsWith("[");
}

/**
 * Click counters of mail delivery services. Company mail that is delivered by a third party has all its links here; where
 * such a link leads cannot be told without opening it. Sources: the services' own documentation of link tracking.
 */
const DELIVERY_TRACKERS: ReadonlySet<string> = new Set(
  (
    "ct.sendgrid.net sendgrid.net list-manage.com mailchimpapp.net mandrillapp.com mailchi.mp awstrack.me mjt.lu mailgun.org mailgun.net hubspotlinks.com hubspotemail.net hs-sites.com hsforms.com " +
    "klclick.com klclick1.com klclick2.com klclick3.com kmail-lists.com trk.klclick.com pstmrk.it sparkpostmail.com exacttarget.com exct.net sfmc-content.com marketo.com mktoweb.com mkt-tracking.com en25.com eloqua.com rs6.net " +
    "constantcontact.com ccsend.com createsend.com createsend1.com cmail19.com cmail20.com campaign-archive.com sendinblue.com brevo.com sibautomation.com mailersend.net mlsend.com mailerlite.com iterable.com customeriomail.com " +
    "braze.com appboy.com intercom-mail.com intercom-clicks.com zendesk.com freshdesk.com pardot.com salesforce.com getresponse.com gr8.com aweber.com convertkit-mail.com ck.page activehosted.com emlnk.com acemlna.com emltrk.com " +
    "cheetahmail.com bluecore.com responsys.net rsys2.net rsys5.net silverpop.com mkt41.net emarsys.net emv2.com epsl1.com bronto.com listrakbi.com dotmailer.com dmanalytics2.com smartfocus.net neolane.net adobe-campaign.com " +
    "inxmail.com optivo.net episerver.net newsletter2go.com cleverreach.com rapidmail.de mailjet.com mailpoet.com sendy.co elasticemail.com smtp2go.com tinyletter.com substack.com beehiiv.com squarespace-mail.com " +
    "cuenote.jp clickmailer.jp ad02clickmailer.jp repica.jp wildmail.jp emberpoint.com mailpublisher.jp bdash-cloud.com karte.io benchmarkemail.com blayn.jp mpme.jp mpse.jp shanon.co.jp satori.marketing b-dash.com"
  ).split(" "),
);

/** Whether a host belongs to a mail delivery service that counts clicks. */
export function isDeliveryTracker(host: string): boolean {
  return inSet(host, DELIVERY_TRACKERS) !== undefined;
}

/** The host itself or the nearest parent that is in the set. */
function inSet(host: string, set: ReadonlySet<string>): string | undefined {
  for (let at = 0; at < host.length;) {
    const parent = host.slice(at);
    if (set.has(parent)) return parent;
    const dot = host.indexOf(".", at);
    if (dot < 0) return undefined;
    at = dot + 1;
  }
  return undefined;
}

/** A host that tells nothing about who put the page there: a shortener, shared hosting, or a bare number. */
export function isAnonymousHost(host: string): boolean {
  return isShortener(host) || isSharedHosting(host) || isAddressHost(host);
}
