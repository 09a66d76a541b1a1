// Word lists and sentence patterns the synthetic warnings and mails are made of. Written for this benchmark; `{x}` is
// filled from the list x, so one pattern gives some hundred to some hundred thousand sentences, as shared as in real life.
import type { Seeded } from "./seeded.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  firm: "あおば銀行,みなと信用金庫,さくら証券,北斗カード,東雲カード,つばめ運輸,はやて急便,しらかば通信,日の出電力,みどりガス,青空モバイル,白鳥航空,やまびこ鉄道,こだま市場,もみじ書店,かもめ保険,ひなた生命,すばる商店,あけぼの年金,たんぽぽ水道,いずみ図書館,こまどり放送,ほたるポイント,きつつきサーバー,とんぼドメイン".split(
    ",",
  ),
  dept: "カスタマーセンター,不正検知室,お客様窓口,会員管理部,審査課,配送管理課,運用監視室,請求管理課,システム管理部,事務局,コンプライアンス室,口座管理部".split(
    ",",
  ),
  thing:
    "口座,会員証,利用枠,お預かり荷物,請求書,契約,ポイント残高,年会費,メールボックス,送金枠,登録住所,電話番号,受信設定,証明書,保管容量,定期購入,自動更新,家族会員,海外利用,引落口座,通行料,受信料,還付金,配当金,抽選券,割引券,再発行,本人書類".split(
      ",",
    ),
  fault:
    "不審な操作,期限切れ,重複した申請,住所の相違,残高の不足,異なる端末からの接続,同期の失敗,規約違反の疑い,入力内容の不一致,第三者による照会,引き落としの失敗,容量の超過,署名の欠落,連絡先の不達,海外からの接続,名義の不一致,記録の欠損,未確認の請求,認証の中断,設定の矛盾".split(
      ",",
    ),
  act: "ご照合,再認証,再登録,受け取り,取り消し,お申し出,お引き換え,解除,復旧,お届け先の指定,名義の訂正,利用停止の解除,同意,提出,回答,お振替,切り替え,差し替え,申告,更新作業".split(
    ",",
  ),
  place: "下のボタン,以下の専用画面,次の受付ページ,末尾のリンク,添付の案内,専用フォーム,照会ページ,緑のボタン,画像のコード,次の入り口".split(","),
  loss: "全ての機能が使えなくなります,残高が失効します,荷物は差出人へ戻ります,契約は取り消されます,追加の手数料がかかります,法的な手続きに移ります,保管データが消去されます,会員資格が失われます,電気が止まります,登録が抹消されます,口座が凍結されます,特典は無効になります".split(
    ",",
  ),
  limit: "{n}時間以内,{n}日以内,{date}まで,本日中,{date}の{time}まで,{n}営業日のうち".split(","),
  tone: "至急,重要,要対応,最終,警告,確認,速報,自動通知,再送,期限間近".split(","),
  seen: "検出されました,確認されました,見つかりました,報告されました,記録されました,疑われています,発生しました,判明しました".split(","),
  hello: "いつもご利用いただきありがとうございます。,平素は格別のお引き立てを賜り厚く御礼申し上げます。,お客様各位,会員の皆様へ".split(","),
  end: "ご不明な点はお問い合わせ窓口までご連絡ください。,このメールは送信専用です。ご返信いただいてもお答えできません。,ご理解とご協力のほどよろしくお願い申し上げます。,発行元 {firm} {dept}".split(
    ",",
  ),
  item: "腕時計,毛布,湯たんぽ,本棚,万年筆,炊飯器,自転車,弦楽器,植木鉢,水筒,座椅子,望遠鏡,手袋,将棋盤,鉄瓶,風呂敷,写真集,電球,豆菓子,羽毛布団".split(","),
  topic: "懇親会,予算会議,健康診断,避難訓練,棚卸し,見学会,採用面接,月例報告,出張精算,部品の納期,図面の改訂,校正刷り,読書会,運動会,保護者会,水質検査".split(","),
  person: "高梨,小早川,三枝,鵜飼,五十嵐,東海林,越智,真壁,二階堂,早乙女".split(","),
};

/** Sentences of faked mails. */
export const LURE = [
  "お客様の{thing}について{fault}が{seen}。",
  "{date} {time}頃、{thing}に関する{fault}が{seen}ため、{thing}の{act}をお願いしております。",
  "{limit}に{act}がない場合、{loss}。",
  "{place}から{thing}の{act}を行ってください。",
  "現在{n}件の{thing}が保留となっており、{act}が済むまで{loss}。",
  "{firm}では{fault}への対策として、{thing}の{act}を全員にお願いしています。",
  "{thing}の{act}は{n}分ほどで終わり、終わり次第{thing}をご利用いただけます。",
  "受付番号 {code} を{dept}へお伝えのうえ、{thing}の{act}にお進みください。",
  "{act}が遅れますと{fault}とみなされ、{loss}。",
  "対象となる{thing}は{n}円分で、{limit}の{act}が条件です。",
];
/** Sentences of genuine mails: the same trades and words, another purpose. */
export const PLAIN = [
  "ご注文の{item}を{date}に発送いたしました。お届けは{date}の予定です。",
  "{topic}の日程が{date} {time}に決まりましたので、ご出席をお願いします。",
  "お問い合わせの{thing}については、店頭または会員画面でご覧いただけます。",
  "{item}と{item}をお買い上げいただき、{n}ポイントを差し上げました。",
  "{person}です。先日の{topic}の資料をお送りします。ご確認ください。",
  "{firm}の{thing}のご案内です。{date}から{item}の展示を行います。",
  "{date}分の{thing}の明細ができました。金額は{n}円です。",
  "{thing}の{act}を承りました。受付番号は {code} です。",
  "{topic}に遅れる方は{person}までお知らせください。",
  "メンテナンスのため{date} {time}から{n}時間、{firm}の会員画面がご利用になれません。",
  "{dept}の{person}が担当いたします。",
  "{firm}を装った不審なメールにご注意ください。当社がメールで{thing}をお尋ねすることはありません。",
];
export const LURE_SUBJECTS = [
  "【{firm}】{thing}の{act}について",
  "{tone}:{thing}に{fault}が{seen}",
  "【{tone}】{firm} {thing}の{act}のお願い [{code}]",
  "{firm} {dept}より {n}件の{thing}の{act}",
  "{thing}は{limit}に{loss}",
  "【{firm}】重要なお知らせ",
  "{tone} {fault}による{thing}の{act}({address})",
];
export const PLAIN_SUBJECTS = [
  "{topic}のご案内",
  "ご注文の{item}を発送しました",
  "【{firm}】重要なお知らせ",
  "{thing}の明細({date}分)",
  "Re: {topic}の件",
  "{firm}通信 {n}号",
  "{thing}の{act}を承りました",
];

/** One sentence of a pattern with its words chosen; numbers, dates and the like stay open as `{n}` … */
export function chosen(pattern: string, random: Seeded): string {
  let text = pattern;
  // Words may hold an open place themselves, so twice.
  for (let round = 0; round < 2; round++)
    text = text.replace(/\{(\w+)\}/g, (whole, name: string) => (WORDS[name] === undefined ? whole : random.pick(WORDS[name])));
  return text;
}

/** Fills the open places: as they may stand in one mail. */
export function filled(text: string, random: Seeded): string {
  return text.replace(/\{(n|date|time|code|address)\}/g, (_, name: string) => value(name, random));
}

function value(name: string, random: Seeded): string {
  if (name === "n") return String(1 + random.below(9000));
  if (name === "date") return `20${20 + random.below(9)}年${1 + random.below(12)}月${1 + random.below(28)}日`;
  if (name === "time") return random.pick([`${random.below(24)}:${10 + random.below(50)}`, `午前${1 + random.below(11)}時${random.below(60)}分`]);
  if (name === "code") return `${random.code(4)}-${10 + random.below(90)}${random.code(5)}`.toUpperCase();
  return `${random.code(6)}@${random.code(5)}.example`;
}

/** The open places as a warning prints them: a mask, or the value of the one mail its writer had. */
export function printed(text: string, random: Seeded): string {
  return text.replace(/\{(n|date|time|code|address)\}/g, (_, name: string) =>
    name === "address" ? random.pick(["***@***", "(メールアドレス)"]) : name === "code" && random.below(2) === 0 ? "********" : value(name, random),
  );
}

/** Greetings and closings genuine mails and copies of them share. */
export function greeting(random: Seeded): string {
  return chosen("{hello}", random);
}

export function closing(random: Seeded): string {
  return chosen("{end}", random);
}
