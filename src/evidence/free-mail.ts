import { registrableDomain } from "./domains.ts";

/**
 * Mail services where anyone gets an address within minutes, so that the address says nothing about who writes.
 * Matched by the name before the public suffix (yahoo.co.jp, yahoo.com), whole. Source: the services' own sign-up pages.
 */
const FREE_MAIL = new Set(
  (
    "gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol gmx proton protonmail pm icloud yandex zoho zohomail tutanota tuta tutamail naver daum hanmail qq 163 126 sina foxmail web mail email inbox " +
    "spainmail consultant usa myself europe financier accountant lawyer representative post engineer workmail mailfence hushmail fastmail rediffmail libero laposte seznam mailo vivaldi currently terra uol bol onet wp interia " +
    "centrum o2 walla excite indiatimes rambler bk list abv ukr aim cock cheapnet virgilio tiscali free orange sapo"
  ).split(" "),
);

/** Whether an address at this domain can be had by anyone. */
export function isFreeMail(domain: string): boolean {
  const own = registrableDomain(domain);
  return own !== "" && FREE_MAIL.has(own.slice(0, own.indexOf(".")));
}
