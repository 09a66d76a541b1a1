/** Whether words are about a faked mail or about the issuer's own. */
export type Stance = "fake" | "genuine";

const ISSUER =
  "(?:当社|弊社|当行|弊行|当庫|当金庫|当組合|当会|本会|当協会|当機構|当機関|本学|当大学|当店|当サイト|当サービス|当センター|当局|当庁|当省|私ども|私たち|わたしたち|本校|当院)";
const THING =
  "(?:メール|アドレス|ドメイン|送信元|送信者|差出人|件名|題名|本文|文面|URL|ＵＲＬ|サイト|From|メッセージ|SMS|リンク|案内|通知|お知らせ|表示|例|もの|事例|アカウント|配信)";

/** 「正規のメールではありません」, 「弊社からお送りすることはありません」: the words for genuine mail said of a fake. */
const DENIED_GENUINE = [
  /(?:正規|本物|公式|正しい|正式)[^。]{0,16}?(?:では?(?:あ|ござ)?(?:りません|いません|ない)|でない|ではなく|と(?:は)?異な|(?:を|に)(?:よそお|装|騙|かた|見せ|似せ|なりすま)|そっくり|のように|に酷似|風)/gu,
  new RegExp(
    `${ISSUER}[^。]{0,40}?(?:(?:お送り|送信|送付|配信|連絡|通知|案内|お願い|発信|送|お尋ね|依頼)[^。]{0,16}?(?:ておりません|ていません|ていない|ておらず|ことはありません|ことはございません|いたしません|致しません|しません|りません|ものではありません|ものではございません|行いません)|とは[^。]{0,8}(?:関係|無関係)|のもの(?:では)(?:ありません|ございません|ない)|(?:を|に)(?:装|騙|かた|語|名乗|なりすま))`,
    "gu",
  ),
  /(?:お送り|送信|送付|配信)(?:して|いたして)(?:い|おり)(?:ません|ない)/gu,
  /\b(?:not|never)\s+(?:an?\s+)?(?:genuine|legitimate|official|real|authentic|sent by us|from us)\b/giu,
];
/** 「不審なメールではありません」, 「フィッシングメールとお間違えのないよう」. */
const DENIED_FAKE =
  /(?:フィッシング|不審|迷惑|偽|なりすまし)な?(?:メール|SMS)?と(?:お)?(?:間違|混同)|(?:不審な?|フィッシング(?:詐欺)?|偽の?|詐欺|迷惑|なりすまし)(?:メール|もの|SMS)?(?:等|など)?では(?:ありません|ございません|ない)/gu;

const FAKE =
  /不審|フィッシング|ふぃっしんぐ|phishing|偽|ニセ|にせ(?=メール|サイト|物|もの)|なりすま|成りすま|成り済ま|詐欺|詐称|騙|かたる|かたっ|かたり|語る|語っ|装っ|装う|装い|よそおっ|名乗る|名乗っ|迷惑メール|怪しい|あやしい|スパム|スミッシング|ウイルスメール|ウィルスメール|標的型|脅迫|悪質|悪用|悪意|不正な?メール|架空請求|見知らぬ|\b(?:fake|fraudulent|spoofed|spoofing|scams?|suspicious|bogus|impersonat\w{1,8}|pretend(?:s|ing)? to|pos(?:e|es|ing) as|pose as)\b|誤(?=[】）)：:]|$)/giu;
const GENUINE = new RegExp(
  [
    `(?:正規|本物|ホンモノ|ほんもの|正しい|正式|公式|真正|正当|通常|安全)(?:の|な)?[^。、]{0,14}?${THING}`,
    "^[【\\[(（《〔]?(?:本物|ホンモノ|ほんもの|正規|正|通常|公式|正しい例|正しいもの|正常)[】\\])）》〕]?(?:[:：]|の場合|$)",
    "【(?:正|正規|本物|通常)】",
    "\\b(?:genuine|legitimate|authentic|official)\\s+(?:e-?mails?|messages?|senders?|address(?:es)?|domains?|notices?)\\b",
    "\\b(?:our|we)\\s+(?:genuine\\s+)?(?:e-?mails?\\s+)?(?:always|only)\\s+(?:come|send|use)",
    `${ISSUER}(?:から|より|が|の)(?:の|お送り|送信|送付|配信|お届け|発信|実際に|お客|正|公式)?[^。]{0,16}?${THING}`,
    `${ISSUER}[^。]{0,24}(?:アドレス|ドメイン|送信元|差出人)(?:は|が|\\(|（)`,
    `(?:お送り|配信|送信|送付|お届け)(?:する|している|しています|しております|します|いたします|いたしております|させていただ)[^。]{0,12}`,
    "(?:本物|正規|公式|正式|正当)(?:のもの|なもの)?(?:です|である|でございます)",
    "(?:差出人|送信元|送信者|件名|メールアドレス|ドメイン|メール)(?:アドレス|ドメイン|名)?(?:を|が|の)?(?:変わります|変わりました|変更(?:し|いたし|になり|となり)|変更(?:の(?:お知らせ|ご案内)|について))",
  ].join("|"),
  "giu",
);
const COMPARES = /見分け|違い|比較|区別|見極め|見抜|判別|確認方法|チェック/u;

/** 「偽メールと本物のメール」, 「正規／偽」: both sorts side by side. */
const BOTH_SORTS =
  /(?:偽|ニセ|不審|なりすまし|本物|正規|正しい|ホンモノ)[^。]{0,14}(?:と|／|\/|・|＆|vs)[^。]{0,14}(?:本物|正規|正しい|ホンモノ|偽|ニセ|不審|なりすまし)/iu;
/** Says what any such page says, of no mail in particular. */
const WARNS = /ご?注意(?:を|ください|下さい|喚起)|お?気を?つけ|間違え/u;

/**
 * What a heading or a line is about: the faked mails, the issuer's own, or neither (undefined). Of several sentences the
 * last counts, except that a general warning says nothing beside one about genuine mail.
 */
export function stanceOf(given: string): Stance | undefined {
  const text = given.slice(0, 300).normalize("NFKC");
  if (!text.includes("。")) return stanceOfSentence(text);
  let stance: Stance | undefined;
  for (const sentence of text.split("。")) {
    const said = stanceOfSentence(sentence);
    if (said !== undefined && !(stance === "genuine" && said === "fake" && WARNS.test(sentence))) stance = said;
  }
  return stance;
}

/**
 * Denials are read first (「正規のメールではありません」 is said of a fake); where both sorts are named the later one is what
 * the Japanese phrase is about (「当社からのメールを装った不審メール」), unless the two are compared.
 */
function stanceOfSentence(sentence: string): Stance | undefined {
  let text = sentence;
  const said = new Set<Stance>();
  let last: { stance: Stance; at: number } | undefined;
  const note = (stance: Stance, at: number): void => {
    said.add(stance);
    if (last === undefined || at >= last.at) last = { stance, at };
  };
  for (const pattern of DENIED_GENUINE) text = text.replace(pattern, (hit, ...rest) => denied("fake", hit, rest));
  text = text.replace(DENIED_FAKE, (hit, ...rest) => denied("genuine", hit, rest));
  for (const hit of text.matchAll(FAKE)) note("fake", hit.index + hit[0].length);
  for (const hit of text.matchAll(GENUINE)) note("genuine", hit.index + hit[0].length);
  return said.size > 1 && (COMPARES.test(text) || BOTH_SORTS.test(text)) ? undefined : last?.stance;

  function denied(stance: Stance, hit: string, rest: readonly unknown[]): string {
    const at = rest.find((part) => typeof part === "number");
    note(stance, (at ?? 0) + hit.length);
    return "＿".repeat(hit.length);
  }
}

const FAKE_MARK =
  "誤|誤り|偽|偽物|ニセモノ|にせもの|偽メール|なりすまし|なりすましメール|不審|不審メール|不審なメール|×|✕|✖|NG|迷惑メール|フィッシングメール|フィッシング|詐欺メール|悪い例";
const GENUINE_MARK = "正|正規|正しい|本物|ホンモノ|公式|通常|正規メール|正規のメール|本物のメール|○|◯|〇|OK|正しい例|正常";
const MARK = new RegExp(
  `^[・●■▼◆◇□▶★*\\-\\s　]*(?:[【\\[(（《〔＜<［](?<in>${FAKE_MARK}|${GENUINE_MARK})[】\\])）》〕＞>］]\\s*[:：]?|(?<out>${FAKE_MARK}|${GENUINE_MARK})\\s*[:：→⇒])\\s*(?<rest>.*)$`,
  "u",
);
const IS_FAKE = new RegExp(`^(?:${FAKE_MARK})$`, "u");

/** A mark of a pair in front of a line: `【誤】From: …`, `正：…`, `(なりすまし) …`; `rest` is what it is put before. */
export function pairMarkOf(text: string): { readonly stance: Stance; readonly rest: string } | undefined {
  const groups = MARK.exec(text.slice(0, 500))?.groups;
  const word = groups?.["in"] ?? groups?.["out"];
  return word === undefined ? undefined : { stance: IS_FAKE.test(word) ? "fake" : "genuine", rest: (groups?.["rest"] ?? "").trim() };
}
