import type { Registry } from "../brands/registry.ts";
import type { Secret } from "./redacted-mail.ts";

/** A name with one of these in it is a form of address with the blank filled in. */
const GENERIC_WORD =
  /(?:^|[\s,./-])(?:customers?|users?|members?|clients?|(?:account|card|policy|mailbox|email)?\s?holders?|accounts?|owners?|subscribers?|winners?|beneficiary|recipients?|webmail|mailbox|messages?|team|group|list|support|service|greetings|undisclosed)(?=$|[\s,./-])/i;

/** How mails call somebody they do not know by name. */
const NOBODY_JA =
  /^(?:(?:全て|すべて)の)?(?:お?(?:客|得意先|取引先|申込者|届け先)|会員|ご?(?:利用者|契約者|加入者|登録者|購入者|担当者?|関係者|受信者|名義人)|ユーザー?|利用|皆|みな|各位|メンバー|カード会員|加盟店|オーナー|購読者|読者|当選者|株主|貴社|御社|貴方|あなた|本人|友人|同|一|仕|有|多|模|外|奥|神|王|何|左|両|次の|以下の|下記の|のお客|のメールアドレス|メールアドレス|本アドレス)*(?:お?客|会員|ユーザー|皆|利用者|名義人|本人|担当者)?$/;
const NOBODY_EN =
  /^(?:(?:my|our|the|all|dear|dearest|valued?|esteemed|beloved|good|respected|honou?rable|paypal|ebay|apple|amazon|netflix|bank|account|card|email|e-mail|mail|web|webmail|online|sir|madam|ma'?am|sirs|customers?|users?|members?|clients?|friends?|owners?|holders?|subscribers?|partners?|colleagues?|recipients?|beneficiary|winners?|team|folks|everyone|everybody|everybody|anyone|there|again|guys|guest|buyer|seller|candidate|applicants?|staff|employees?|students?|parents?|readers?|list|support|admin|administrator|webmaster|consumer|cardholder|accountholder|shopper|traveler|sender|manager|editor|or|and|of|in|to|from|a|an|is|it|we|you|your|this|that|for|please|undisclosed|unknown|postmaster|info|service|services)[\s,/&.-]*)+$/i;
const HAS_JAPANESE = /[\u3041-\u9fff]/;

/** Whether a name may be a person's or a firm's that is to be hidden. */
export function isHideableName(name: string, registry: Registry): boolean {
  const bare = name.trim();
  if (
    bare.length < 1 ||
    bare.length > 60 ||
    bare.includes("@") ||
    /https?:|[{}<>=|\\○●*＊※[\]]/.test(bare) ||
    /^[\d\W_]+$/u.test(bare.replace(/[\u3041-\u9fff]/g, "a"))
  )
    return false;
  if (HAS_JAPANESE.test(bare)) {
    if (NOBODY_JA.test(bare.replace(/[\s\u3000]/g, "")) || /(?:客|会員|ユーザ|利用者|皆|メール|アカウント|サービス|カード|銀行|事務局|サポート)/.test(bare))
      return false;
    if (bare.replace(/[\s\u3000]/g, "").length > 24) return false;
  } else if (NOBODY_EN.test(bare) || GENERIC_WORD.test(bare) || bare.length < 2) return false;
  return registry.findBrand(bare) === undefined && registry.findNames(bare).length === 0;
}

const GREETING_JA =
  /^[ \t\u3000>＞]{0,20}[【「『(]?([^\s、。,.:：;!?！？<>「」『』【】()（）@＠{}][^\n、。,.:：;!?！？<>「」『』【】()（）@＠{}]{0,23}?)[ \t\u3000]{0,3}(?:様|さま|さん|殿|御中|先生)[】」』)]?(?=$|[\s、，,。.:：!！へに]|いつも|この|こんに|平素|ご|お)/gmu;
const GREETING_EN =
  /^[ \t>]{0,20}(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|attention|attn)[ \t,:]{1,4}(?:mrs?\.?[ \t]|ms\.?[ \t]|miss[ \t]|dr\.?[ \t])?([\p{Lu}][\p{L}'’.-]{0,30}(?:[ \t]+[\p{Lu}][\p{L}'’.-]{0,30}){0,3}|[a-z][a-z0-9._-]{1,30})[ \t]{0,3}(?=[,:;!.\n-]|$)/gimu;
const LABELLED =
  /(?:お名前|氏名|ご氏名|ご契約者名?|ご契約者氏名|お届け先名?|宛名|受取人|口座名義|名義人|customer name|full name|recipient|cardholder)[ \t\u3000]{0,4}[:：=][ \t\u3000]{0,4}([^\n:：=<>、,。]{2,30}?)[ \t\u3000]{0,4}(?:様|さま|殿)?[ \t\u3000]{0,4}(?=$|[\n、,。])/gimu;

/** "重要:山田太郎様のアカウント": in the midst of a line only what looks like a whole name. */
const ADDRESSED_JA =
  /(?<![\u3041-\u9fff々])((?!お|ご|御|皆|各|神|仏|王|奥|殿|貴|何|誰|上|同|両|外)[\u3400-\u9fff々]{2,4}[ \t\u3000]?[\u3041-\u309f\u30a1-\u30fa\u3400-\u9fff々]{0,4})[ \t\u3000]?様(?=$|[\s、，。のへにはがをも】」』)）!！])/gmu;

/** Only the beginning of a text greets; a name further down belongs to somebody else or stands there again. */
const GREETING_ZONE = 1500;

/** Names in greeting lines ("山田太郎 様", "Dear Taro Yamada,") and beside labels ("お名前: …"). */
export function namesInText(text: string, registry: Registry): readonly string[] {
  const head = text.slice(0, GREETING_ZONE);
  const greeted = [...head.matchAll(GREETING_JA), ...head.matchAll(GREETING_EN), ...head.matchAll(ADDRESSED_JA)].map((match) => match[1] ?? "");
  const labelled = [...text.slice(0, 100_000).matchAll(LABELLED)].map((match) => match[1] ?? "");
  return [...greeted, ...labelled].map((name) => name.trim()).filter((name) => isHideableName(name, registry));
}

/** A whole name and the words it is made of: "Taro Yamada", "Taro", "Yamada"; 山田 太郎, 山田, 太郎. */
export function secretsOfName(name: string): readonly Secret[] {
  const whole = name
    .trim()
    .replace(/[\s\u3000]*(?:様|さま|さん|殿|御中|先生)$/u, "")
    .replace(/^["'“]+|["'”]+$/g, "");
  const words = whole
    .split(/[\s\u3000・,]+/)
    .filter((word) => word.length >= (HAS_JAPANESE.test(word) ? 1 : 3) && !/^(?:mrs?|ms|dr|the|and|von|van|del|株式会社|有限会社|合同会社)\.?$/i.test(word));
  const values = words.length > 1 && words.length <= 4 ? [whole, ...words.filter((word) => !GENERIC_WORD.test(word))] : [whole];
  return [...new Set(values)].filter((value) => value !== "").map((value) => ({ kind: "name", value }));
}
