import { refang, urlsIn } from "./refang.ts";

/** Name and address of a sender as a notice prints it; either may be missing. */
export interface PrintedSender {
  readonly name: string;
  readonly address: string;
}

const LOCAL = String.raw`(?:"[^"\s@]{1,64}"|[A-Za-z0-9._%+'*○◯〇●△□×-]{1,64})`;
const HOST = String.raw`[A-Za-z0-9*○◯〇●△□×_-]{1,63}(?:\.[A-Za-z0-9*○◯〇●△□×_-]{1,63}){0,8}`;
const ADDRESS = new RegExp(String.raw`(${LOCAL})(?:@\s?|\s@\s)(${HOST})`, "u");
const ADDRESSES = new RegExp(String.raw`${LOCAL}(?:@\s?|\s@\s)${HOST}`, "gu");
const QUOTES = "\"“”„‟″'‘’＂";

const QUOTES_AT_ENDS = new RegExp(`^[${QUOTES}「『\\s]+|[${QUOTES}」』\\s]+$`, "gu");

/** Name and address in front: `”Support”<support@xserver.jp>`, `Xserver <a@b.example>`, `a @ b.example`. Undefined without an address. */
export function senderIn(text: string): PrintedSender | undefined {
  const plain = plainSender(text);
  const found = ADDRESS.exec(plain);
  if (found === null) return undefined;
  return { name: nameIn(plain.slice(0, found.index)), address: `${found[1]}@${found[2]}`.replace(/[.-]+$/u, "") };
}

/** Every address of a text, as printed but live. */
export function addressesIn(text: string): readonly string[] {
  return (plainSender(text.slice(0, 1000)).match(ADDRESSES) ?? []).map((address) => address.replace(/\s/gu, "").replace(/[.-]+$/u, ""));
}

function plainSender(text: string): string {
  const narrow = refang(text.slice(0, 500).replace(/mailto:\s?/giu, "")).replace(/[！-～]/gu, (char) =>
    /[＠．＜＞－＿Ａ-Ｚａ-ｚ０-９]/u.test(char) ? char.normalize("NFKC") : char,
  );
  return narrow.replace(/\[email\s?protected\]/giu, "***@***").replace(/[“”]/gu, '"');
}

/** What a name is set in: quotes, brackets left open in front of the address, 「表示名:」. */
function nameIn(text: string): string {
  let name = text
    .replace(/^[(（]例[)）]/u, "")
    .replace(/^(?:表示名|名前|差出人|送信者|From)(?:\s*[:：]\s*|\s+)/iu, "")
    .replace(/[<＜〈《(（［[「『|/／:：、,\s]+$/u, "")
    .replace(/(?:メール)?アドレス(?:は|が)?$/u, "");
  for (let before = ""; before !== name;) {
    before = name;
    name = withoutMarks(name);
  }
  return name;
}

/** Without quotation marks at the ends, brackets around the whole, and a bracket whose partner is not there. */
function withoutMarks(name: string): string {
  const bare = name.replace(QUOTES_AT_ENDS, "").replace(/^[(（]([^()（）]*)[)）]$/u, "$1");
  const opens = (bare.match(/[(（]/gu) ?? []).length;
  const closes = (bare.match(/[)）]/gu) ?? []).length;
  if (opens > closes) return bare.replace(/^[(（]|[(（]$/u, "");
  return opens < closes ? bare.replace(/^[)）]|[)）]$/u, "") : bare;
}

/** Names quoted beside each other: 「A」「B」など; undefined when there is but one. */
export function namesQuoted(line: string): readonly string[] | undefined {
  const quoted = line.match(/「[^「」]{1,80}」/gu) ?? [];
  const rest = quoted.reduce((left, part) => left.replace(part, ""), line).replace(/など|等|ほか|または|又は|や|、|,|・|\s|。/gu, "");
  return quoted.length > 1 && rest === "" ? quoted.map((part) => part.slice(1, -1).trim()) : undefined;
}

/** A sender printed as a name alone. */
export function bareName(text: string): string {
  return nameIn(text.replace(/[<＜].{0,40}[>＞]\s*$/u, ""));
}

const DESCRIBES_FIELD =
  /^(?:様々|さまざま|不定|不明|ランダム|なし|無し|空欄|空白|多数|複数|同上|-|―|—|ー|記載なし|件名なし|無題.{0,3})(?:です|あり)?[。]?$|(?:アドレス|ドメイン)$|(?:です|ます|ません|れる|いる|ある|ない|した|場合|こと|もの)[。.]?$/u;
const SUBJECT_TELLS = /(?:ランダム|様々|さまざま|不特定|英数字の羅列|空欄)|といった(?:件名|文言|内容)|(?:件名|タイトル)(?:が|は|に|を)/u;

/** 「不安をあおるもの」, 「メールごとに異なる」: a sort of subjects. */
const SORT_OF_SUBJECT =
  /(?:あおる|煽る|促す|誘う|誘導する|装った|装う|騙る|騙った|かたる|求める|思わせる|引く|使った|含む|似せた|模した|不自然な|不審な|怪しい)(?:もの|内容|件名|文言|言葉|表現|タイトル|日本語)(?:など|等|が多い|です)?[。]?$|(?:ごとに|毎回|都度|によって|場合により)[^。]{0,8}(?:異な|変わ|違)|^(?:受信者|お客様|宛先)の?(?:氏名|名前|メールアドレス)$|^(?:上記|これら|このほか|その他|なお|ほか)[^。]{0,40}(?:あります|います|ございます|ください)。?$|(?:ないか|いるか|どうか|あるか)[^。]{0,10}(?:確認|注意|チェック)|(?:やり?とり|やり取り|返信)の(?:メールの)?件名$/u;

/** A value that tells about senders instead of printing one: 「送信先と同じメールアドレス」, 「ランダムなアドレス」. */
export function describesSender(text: string): boolean {
  return (
    DESCRIBES_FIELD.test(text.trim()) ||
    /(?:社員|職員|担当者|関係者)の?(?:氏名|名前|名)(?:\s*[<＜(（][^@＠]*[>＞)）])?$/u.test(text) ||
    text.length > 80 ||
    /[。]/u.test(text)
  );
}

/** A value that tells about subjects instead of printing one. A subject may well be a sentence (「二重認証を至急お願いします。」). */
export function describesSubject(text: string): boolean {
  return (
    /^(?:様々|さまざま|不定|不明|ランダム|なし|無し|空欄|空白|多数|複数|同上|-|―|—|ー|記載なし|件名なし|[(（](?:なし|無し|空欄|件名なし)[)）])(?:です|あり)?[。]?$/u.test(
      text,
    ) ||
    SUBJECT_TELLS.test(text) ||
    SORT_OF_SUBJECT.test(text.trim())
  );
}

const BODY_TELLS =
  /^(?:[(（]?[0-9０-９①-⑳]{1,2}[)）]?|上記|事例[0-9０-９①-⑳]{1,2}|例[0-9０-９①-⑳]{1,2})(?:と|に)(?:ほぼ)?(?:同様|同じ|同一)|^(?:同上|同様)|といった(?:文言|内容|文面|文章)|(?:促す|誘導する|求める|要求する|騙る|装う|誘う|煽る|あおる)(?:内容|文面|文言|文章|もの)|(?:旨|趣旨)の(?:内容|文|記載|案内|メール)|内容(?:が|の)(?:記載|もの|メール)|が(?:記載|記述)されて(?:い|お)(?:ます|り)|(?:(?:させ|し)ようとする|させる)(?:もの|内容)|(?:を装い|をかたり|と偽り|を騙り)[^。]{0,80}(?:もの|内容)(?:です)?。?$|不自然な日本語|本文はありません|本文なし/u;

/** A text under 本文 that tells what the mail says instead of quoting it. Short ones only: a quotation may hold such words too. */
export function describesBody(text: string): boolean {
  const plain = text.trim();
  return plain.length < 300 && BODY_TELLS.test(plain) && !/https?:\/\//u.test(plain);
}

/** A remark of the issuer, not a value: ※…, →…, (注)…. */
export function isRemark(text: string): boolean {
  return /^(?:※|＊注|\*注|[(（](?:注|※)|→|➡|⇒|⇨|←|↑|注[)）:：])/u.test(text);
}

const REMARKS = "詐称|偽装|など|等|ほか|他|複数|一部|解説|実在|伏せ|異なる|変更|同一|なりすま|偽|※";
const TAIL_REMARK = new RegExp(
  `\\s*(?:[(（][^()（）]{0,40}(?:${REMARKS})[^()（）]{0,30}[)）]|(?<=\\S\\s*)※[^()（）※]{0,40}(?:${REMARKS.replace("|※", "")})[^()（）※]{0,30}[)）]?)$`,
  "u",
);
const PAIRS: readonly (readonly [string, string])[] = [
  ["「", "」"],
  ["『", "』"],
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["＂", "＂"],
  ["'", "'"],
];

/** A subject without the notice's bullet, quotation marks and remark behind it. 【】 belong to the subject. */
export function subjectOf(text: string): string {
  let subject = withoutBullet(text).replace(
    /^(?:[(（]?例[0-9０-９]{0,2}[)）]?\s*[:：]\s*|[①-⑳]\s*|[(（]?[0-9０-９]{1,2}[)）]\s*(?=[^0-9０-９\s])|[0-9０-９]{1,2}[.．]\s+)/u,
    "",
  );
  subject = subject
    .replace(/(?<=[」』"”])\s*(?:など|等|ほか|他)。?$/u, "")
    .replace(TAIL_REMARK, (tail) => (/詐称|偽装|ほか|他[)）]|複数|解説|※/u.test(tail) ? "" : tail));
  return masked(refang(unquoted(subject.trim())));
}

function unquoted(text: string): string {
  for (const [open, close] of PAIRS) {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inner = text.slice(1, -1);
    // 「A」「B」 is two quotations, not one.
    if (!inner.includes(open) || !inner.includes(close) || inner.indexOf(open) < inner.indexOf(close))
      return inner.includes(close) && inner.indexOf(close) < inner.indexOf(open) ? text : inner.trim();
  }
  return text;
}

/** The subjects of a line: one, or several quoted beside each other 「A」「B」. */
export function subjectsOf(line: string): readonly string[] {
  const text = withoutBullet(line);
  const quoted = text.match(/「[^「」]{1,200}」/gu) ?? [];
  const rest = quoted.reduce((left, part) => left.replace(part, ""), text).replace(/など|等|ほか|または|又は|もしくは|や|、|,|・|／|\/|\s|。/gu, "");
  return (quoted.length > 1 && rest === "" ? quoted : [text]).map(subjectOf).filter((subject) => subject !== "");
}

/** A sender line without what the notice remarks about it. */
export function senderText(line: string): string {
  return withoutBullet(line).replace(TAIL_REMARK, "").trim();
}

function withoutBullet(text: string): string {
  return text.replace(/^(?:[・•●◦○◯▪‣►▷▶◎◇□✓✔‐*–]|-(?=\s))\s*(?![○◯●*])/u, "").trim();
}

const COMMENT = /[(（[［〔](?:(?:解説|補足|注釈|編注)[:：※]?|注[:：※]|※)[^()（）[\]［］〔〕]{1,120}[)）\]］〕]/gu;
const WARNS_OF_LINK = /^※.{0,30}(?:クリック|タップ|アクセス|開か|伏せ|加工|詐称|偽装|フィッシング|リンク先|無効)/u;

/** A line of the page that says something was left out. */
const CUT_LINE = /^(?:以下略|中略|後略|前略|以下省略|以下、?省略)。?$/u;

/** Body as a template: remarks of the issuer left out, links live, runs of blank lines one. */
export function bodyOf(lines: readonly string[]): string {
  const kept = lines
    .filter((line) => !WARNS_OF_LINK.test(line))
    .map((line) =>
      masked(refang(line.replace(COMMENT, "")))
        .trim()
        .replace(CUT_LINE, "{略}"),
    );
  return kept
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

const LINK_HERE =
  /(?:\(\(|（（|\*|＊|[(（[［【<＜〈])\s?(?:ここに|こちらに)?[^()（）*＊[\]［］【】<>＜＞]{0,24}(?:URL|ＵＲＬ|リンク)[^()（）*＊[\]［］【】<>＜＞]{0,16}(?:\)\)|）））?|\*|＊|[)）\]］】>＞〉])/gu;
const ADDRESS_HERE =
  /(?:\*|＊|[[［〈])\s?(?:ここに)?[^*＊[\]［］〈〉]{0,24}(?:アドレス|氏名|名前|お客様名|会員名|ユーザー名|ドメイン名?|ID|番号|宛名)\s?(?:\*|＊|[\]］〉])/gu;
const LEFT_OUT =
  /[[［〔(（【<＜]\s?(?:…+|\.{3,}|・{3,}|中略|以下略|以下省略|後略|前略|省略|略)\s?[\]］〕)）】>＞]|[~〜～]\s?(?:中略|以下略|以下省略|後略|前略|省略)\s?[~〜～]/gu;

/**
 * Masks that `template.ts` would take for text are written as ones it knows: `［…］` and 「(以下省略)」 as `{略}`,
 * `*ここに詐欺サイトのURL*` as `{URL}`, `［メールアドレス］` as `{メールアドレス}`. All others stay as printed.
 */
export function masked(text: string): string {
  if (!/[(（*＊[［【<＜〈〔~〜～]/u.test(text)) return text;
  return text
    .replace(LEFT_OUT, (hit) => (/^[(（]中略[)）]$/u.test(hit) ? hit : "{略}"))
    .replace(LINK_HERE, (hit) => (/^[(（][^()（）]{0,12}リンク[)）]$|^[【<＜]/u.test(hit) && !/ここ|実際|偽|不正|フィッシング|詐欺/u.test(hit) ? hit : "{URL}"))
    .replace(ADDRESS_HERE, (hit) => `{${hit.replace(/^[*＊[［〈\s]+|[*＊\]］〉\s]+$/gu, "")}}`);
}

/** URLs a case is said to lead to: live, masks and `{URL}` left out. */
export function urlsOf(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.flatMap((line) => urlsIn(line)))];
}

/** Hosts printed without a scheme under a label for links: `evil[.]example/login`. */
export function bareUrlIn(line: string): string | undefined {
  const text = refang(withoutBullet(line))
    .normalize("NFKC")
    .replace(/\s*(?:など|等|ほか|他)$/u, "")
    .trim();
  return /^[A-Za-z0-9*-]{1,63}(?:\.[A-Za-z0-9*-]{1,63}){0,7}\.(?:[A-Za-z]{2,63}|[A-Za-z0-9*-]{0,31}\*[A-Za-z0-9*-]{0,31}|\d{1,3})(?:[:/][!-~]{0,300})?$/u.test(
    text,
  ) && !/^No\.\d/iu.test(text)
    ? text
    : undefined;
}
