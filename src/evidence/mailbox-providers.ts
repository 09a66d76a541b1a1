/**
 * Hosts under which a provider's customers have addresses of their own. A mail from `somebody@yahoo.co.jp` is from a
 * customer, not from the company; the company itself writes from other hosts (`@mail.yahoo.co.jp`). Exact hosts only.
 * General knowledge of providers and carriers, not checked page by page.
 */
const HOSTS: ReadonlySet<string> = new Set(
  [
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com outlook.jp hotmail.co.jp live.jp hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.co.uk live.co.uk live.fr live.nl outlook.fr outlook.de outlook.es outlook.com.br",
    "yahoo.com yahoo.co.jp ymail.ne.jp ybb.ne.jp yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.in yahoo.co.in yahoo.com.br yahoo.com.au yahoo.com.tw yahoo.com.hk yahoo.com.ph ymail.com rocketmail.com aol.com aim.com",
    "icloud.com me.com mac.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de freenet.de t-online.de mail.com email.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com rambler.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com",
    "protonmail.com proton.me pm.me tutanota.com tuta.com zoho.com fastmail.com hey.com seznam.cz email.cz wp.pl o2.pl interia.pl onet.pl libero.it virgilio.it tiscali.it alice.it tin.it orange.fr wanadoo.fr free.fr laposte.net sfr.fr uol.com.br bol.com.br terra.com.br ig.com.br",
    "naver.com daum.net hanmail.net nate.com rediffmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com bigpond.com optusnet.com.au shaw.ca rogers.com telus.net sympatico.ca",
    "consultant.com usa.com europe.com engineer.com accountant.com lawyer.com post.com myself.com workmail.com representative.com financier.com mailfence.com hushmail.com tutamail.com zohomail.com spainmail.com vivaldi.net inbox.lv abv.bg ukr.net sapo.pt walla.com netscape.net",
    "docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp disney.ne.jp ymobile.ne.jp ymobile1.ne.jp y-mobile.ne.jp willcom.com emobile.ne.jp emnet.ne.jp rakumail.jp uqmobile.jp",
    "nifty.com ocn.ne.jp biglobe.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp eonet.ne.jp hi-ho.ne.jp asahi-net.or.jp goo.jp goo.ne.jp excite.co.jp infoseek.jp jcom.home.ne.jp wakwak.com odn.ne.jp tiki.ne.jp sannet.ne.jp",
  ].flatMap((line) => line.split(" ")),
);

/** Names a provider keeps for itself (RFC 2142, and what sign-up pages refuse): support@fastmail.com is the company. */
const RESERVED =
  /^(?:mailer-daemon|postmaster|abuse|support|security|no-?reply|do-?not-?reply|admin|administrator|info|news|newsletter|billing|help|webmaster)$/i;

/** Whether personal mailboxes are handed out at exactly this host, so that it says nothing about who writes. */
export function isMailboxHost(host: string): boolean {
  return HOSTS.has(host.toLowerCase());
}

/**
 * Whether the address is a customer's own at a mailbox provider.
 * @param address addr-spec; the host exactly as the provider hands it out, in any case
 */
export function isMailboxCustomer(address: string): boolean {
  const at = address.lastIndexOf("@");
  return HOSTS.has(address.slice(at + 1).toLowerCase()) && !RESERVED.test(address.slice(0, Math.max(0, at)));
}

/** Whether the address is one the provider keeps for itself on the host it hands out to customers: mailer-daemon@gmx.de. */
export function isProvidersOwnAddress(address: string): boolean {
  const at = address.lastIndexOf("@");
  return HOSTS.has(address.slice(at + 1).toLowerCase()) && RESERVED.test(address.slice(0, Math.max(0, at)));
}
