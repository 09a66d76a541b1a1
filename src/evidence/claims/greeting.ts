/** How a sender speaks of itself around its own name. Only short stretches beside the name are looked at. */
const AFTER_JA =
  /^[\s」』】〉》）)>"”’*※]*(?:カード|銀行|サービス|アカウント|会員|サポート|証券|公式|オンライン|web|net|id)?[」』】》）)]?(?:を|の)?(?:(?:ご|御)?(?:利用|愛顧|契約|登録|加入|購入)(?:いただ|頂|の(?:お客|会員|皆|方)|ありが|有難|有り難)|(?:の)?(?:会員|お客|ユーザー)(?:の)?(?:皆|様|さま)?(?:様|さま)?|(?:から|より)(?:の)?(?:重要|大切|大事|緊急)?な?(?:お?知らせ|ご?案内|ご?連絡|通知|お願い))/iu;
const AFTER_EN =
  /^[\s'’"*-]*(?:s\b)?\s*(?:bank|card|online|account|prime)?\s*(?:valued? )?(?:customers?|users?|members?|clients?|account ?holders?|card ?members?|subscribers?|kunden?|kundin|cliente?s?|clientes|utilisateurs?|usu[aá]rios?)\b/iu;
const BEFORE_EN =
  /(?:\b(?:thank you for (?:using|choosing|banking with|shopping (?:at|with)|being (?:a|an)(?: valued?)?(?: customers?| members?| users?)?(?: of)?)|thanks for (?:using|choosing)|welcome to(?: the)?|(?:dear|hello|hi|attention:?)(?: valued?)?|(?:customers?|users?|members?) of|(?:sehr geehrter?|lieber?)(?: kund(?:e|in))?|ch(?:er|ère)s?(?: clients?)?|(?:estimad|prezad|car)[oa]s?(?: clientes?)?|kunden? (?:der|von)|clientes? d[eo]l?a?|here at|we at|from (?:the |all of us at )|your friends at|sincerely,?|regards,?)\s*)$/iu;
const BEFORE_JA = /(?:平素(?:より|は)?|いつも|日頃(?:より|は)?|日ごろより|このたびは?|この度は?)[、,\s]*(?:、)?[「『【《（(]?\s*$/u;

/**
 * Whether the words beside a name address its own customers: "いつもXをご利用いただき", "X会員様", "Dear X customer",
 * "Thank you for using X". A mail *about* X does not speak so.
 * @param text the text with half-width spaces as written
 * @param start,end where the name stands in it
 */
export function addressesCustomers(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 48).replace(/(?<=[^\x00-\x7f])\s(?=[^\x00-\x7f])/gu, "");
  const before = text.slice(Math.max(0, start - 48), start);
  return AFTER_JA.test(after) || BEFORE_JA.test(before) || AFTER_EN.test(after) || BEFORE_EN.test(before);
}
