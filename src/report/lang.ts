import type { ComparedLine } from "../advisories/advisory.ts";
import type { Confidence, Point, Severity } from "../checks/check.ts";
import type { EvidenceLevel } from "../evidence/evidence.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import type { Verdict } from "../verdict/verdict.ts";

/** Every fixed word of the reports. Texts of a point stand beside its check, not here. */
export const TEXTS = {
  title: { ja: "メールの鑑定結果", en: "What was found in this mail" },
  from: { ja: "差出人", en: "From" },
  subject: { ja: "件名", en: "Subject" },
  date: { ja: "日付", en: "Date" },
  handedIn: { ja: "受け取ったもの", en: "Handed in" },
  none: { ja: "(なし)", en: "(none)" },
  seen: { ja: "見たもの", en: "Seen" },
  official: { ja: "公式", en: "Official" },
  why: { ja: "なぜ", en: "Why" },
  howSure: { ja: "確かさ", en: "How sure" },
  source: { ja: "出典", en: "source" },
  checkedOn: { ja: "% 確認", en: "checked %" },
  standing: { ja: "ご注意", en: "Note" },
  assumed: {
    ja: "この公式情報は一般に知られているもので、会社自身のページではまだ確認が取れていません。",
    en: "This official fact is general knowledge; it has not been confirmed on the company's own pages yet.",
  },
  assumedShort: { ja: "公式情報は未確認", en: "official fact not yet confirmed" },
  thirdParty: { ja: "第三者の資料", en: "third party" },
  assumedSoSuspicious: {
    ja: "よりどころにした公式情報の確認がまだ取れていないため、「なりすまし」とまでは言い切りません。",
    en: "The official facts it rests on are not confirmed yet, so it is not called an impersonation.",
  },
  assumedSoNotGenuine: {
    ja: "差出人のドメインの検査は通っていますが、それが会社の公式ドメインだという確認がまだ取れていないため、「本物」とまでは言い切りません。",
    en: "The sender's domain passed its checks, but that it is the company's official one is not confirmed yet, so the mail is not called genuine.",
  },
  also: { ja: "ほかにも", en: "Also" },
  quote: { ja: "引用", en: "Quote" },
  bytes: { ja: "%バイト目", en: "bytes %" },
  realDomain: { ja: "本当の行き先", en: "Really leads to" },
  displayed: { ja: "表示", en: "Shown as" },
  realSender: { ja: "差出人のドメイン", en: "Sender's domain" },
  comparison: { ja: "公式の注意喚起との見比べ", en: "Side by side with the official warning" },
  inTheWarning: { ja: "注意喚起", en: "Warning" },
  inTheMail: { ja: "このメール", en: "This mail" },
  covered: { ja: "一致した割合", en: "in common" },
  moreLines: { ja: "ほか % 行(--json で全部見られます)", en: "% more lines (--json shows all)" },
  comparisonElsewhere: { ja: "ほか % 行(--html か --json で全部見られます)", en: "% more lines (--html or --json show all)" },
  morePoints: { ja: "ほかに気になる点", en: "Further points" },
  smallPoints: { ja: "小さな気がかり(これだけでは判断しません)", en: "Small things (not decisive alone)" },
  moreSmall: { ja: "ほか % 件", en: "% more" },
  forGenuine: { ja: "本物らしい点", en: "Points for it being genuine" },
  forGenuineNote: { ja: "これだけでは本物の証明になりません。", en: "These alone do not prove it genuine." },
  reasons: { ja: "そう判断した理由", en: "Why" },
  counterfactual: {
    ja: "公式の送信元から届き、その署名が受信サーバーで確認できていれば、本物と言えます。",
    en: "If it came from an official sender with a signature the receiving server confirmed, it would be genuine.",
  },
  notChecked: { ja: "調べられなかったこと", en: "What could not be checked" },
  raise: { ja: "もっと確かめるには", en: "For a better founded answer" },
  raiseByNameServers: {
    ja: "ayashii examine --online で調べ直すと、メールの署名を DNS に問い合わせて検証し、差出人まで判断できることがあります。",
    en: "Examine it again with ayashii examine --online: the mail's signature is then verified through DNS, which may confirm or refute the sender.",
  },
  contact: { ja: "本物の会社に確かめるには", en: "How to reach the real company" },
  contactNote: { ja: "メールの中の連絡先は使わないでください。", en: "Do not use any contact written in the mail." },
  contactSource: { ja: "公式情報の登録簿による", en: "from the registry, not from the mail" },
  contactAssumed: {
    ja: "このページは会社自身の資料での確認がまだ取れていません。契約書や請求書、公式アプリの連絡先も使ってください。",
    en: "This page has not been confirmed yet; prefer the contact on your contract or bill, or the company's app.",
  },
  contactUnknown: {
    ja: "メールの中の連絡先は使わず、公式アプリやブックマーク、契約書や請求書にある連絡先から確かめてください。",
    en: "Do not use contacts in the mail. Use the company's app, your bookmark, or a contact on your contract or bill.",
  },
  typedIn: { ja: "もう入力してしまったら", en: "Already typed something in?" },
  picture: { ja: "メールのどこに書かれていたか", en: "Where in the mail it stands" },
  plainPicture: { ja: "メールの中身(文字だけ)", en: "What the mail says (text only)" },
  pictureCut: { ja: "…(長いため、ここまで)", en: "… (cut here, it is long)" },
  deadLinks: {
    ja: "リンクは押せないように hxxps や [.] に書き換えてあります。画像は表示しません。",
    en: "Links are made dead (hxxps, [.]). Pictures are not shown.",
  },
  places: { ja: "根拠の場所", en: "Where the evidence stands" },
  otherLanguage: { ja: "日本語で読む", en: "Read in English" },
  madeBy: { ja: "作成", en: "Made by" },
  registry: { ja: "公式情報の版", en: "registry of official facts" },
  askedNameServers: { ja: "DNS サーバーにだけ問い合わせました", en: "Only DNS servers were asked" },
  noConnection: { ja: "調べるときに通信はしていません。", en: "Nothing was contacted to examine it." },
  difference: { ja: "違い", en: "differs" },
} as const satisfies Record<string, Bilingual>;

/** What the points shown in full are to the verdict. */
export const STRONGEST: Readonly<Record<Verdict["level"], Bilingual>> = {
  impersonation: { ja: "決め手になった点", en: "The points that decide" },
  suspicious: { ja: "怪しい点", en: "The suspicious points" },
  undecided: { ja: "気になる点(これだけでは判断できません)", en: "Points to note (they do not decide it)" },
  "no-sign": { ja: "気になる点(これだけでは判断できません)", en: "Points to note (they do not decide it)" },
  genuine: { ja: "本物と言える点", en: "What shows that it is genuine" },
  simulation: { ja: "訓練メールと考える理由", en: "What speaks for a drill" },
};

export const SEVERITY: Readonly<Record<Severity, Bilingual>> = {
  high: { ja: "重大", en: "serious" },
  medium: { ja: "注意", en: "notable" },
  low: { ja: "軽い", en: "minor" },
};

/** Words for a point that leans phishing. The figure is what the check declares; the evaluation measures it. */
const CONFIDENCE: Readonly<Record<Confidence, Bilingual>> = {
  certain: {
    ja: "ほぼ確実(この点があるメールは、99.9% 以上が偽物という見込み)",
    en: "nearly certain (at least 99.9 % of mails with this point are expected to be fake)",
  },
  strong: { ja: "強い(この点があるメールは、99% 以上が偽物という見込み)", en: "strong (at least 99 % of mails with this point are expected to be fake)" },
  weak: { ja: "弱い(本物のメールにもあるため、これだけでは決められません)", en: "weak (genuine mails have it too, so it decides nothing alone)" },
};

/** Words for a point that leans genuine. */
const CONFIDENCE_GENUINE: Readonly<Record<Confidence, Bilingual>> = {
  certain: { ja: "ほぼ確実", en: "nearly certain" },
  strong: { ja: "強い", en: "strong" },
  weak: { ja: "弱い(これだけでは本物の証明になりません)", en: "weak (proves nothing alone)" },
};

/** Words for a point that speaks for a drill. */
const CONFIDENCE_SIMULATION: Readonly<Record<Confidence, Bilingual>> = {
  certain: { ja: "ほぼ確実", en: "nearly certain" },
  strong: { ja: "強い(受け取ったサーバーの記録が裏付けます)", en: "strong (the receiving server's record bears it out)" },
  weak: { ja: "弱い(送り手が書けるため、訓練の証明になりません)", en: "weak (the sender can write it, so it proves no drill)" },
};

/** How sure a point is, in words for what it speaks for. */
export function confidenceText({ leans, confidence }: Pick<Point, "leans" | "confidence">): Bilingual {
  return { phishing: CONFIDENCE, genuine: CONFIDENCE_GENUINE, simulation: CONFIDENCE_SIMULATION }[leans][confidence];
}

export const LEVEL: Readonly<Record<Verdict["level"], Bilingual>> = {
  impersonation: { ja: "なりすまし", en: "impersonation" },
  suspicious: { ja: "怪しい", en: "suspicious" },
  undecided: { ja: "判断できない", en: "undecided" },
  "no-sign": { ja: "怪しい点なし(証明ではない)", en: "no sign found (no proof)" },
  genuine: { ja: "本物と確認", en: "confirmed genuine" },
  simulation: { ja: "訓練メール", en: "phishing drill" },
};

/** The same for one column of a table. */
export const LEVEL_SHORT: Readonly<Record<Verdict["level"], Bilingual>> = {
  impersonation: { ja: "なりすまし", en: "impersonation" },
  suspicious: { ja: "怪しい", en: "suspicious" },
  undecided: { ja: "判断できない", en: "undecided" },
  "no-sign": { ja: "怪しい点なし", en: "no sign" },
  genuine: { ja: "本物と確認", en: "genuine" },
  simulation: { ja: "訓練", en: "drill" },
};

/** Shape beside the colour, so that the level is seen without colours too. */
export const SYMBOL: Readonly<Record<Verdict["level"], string>> = {
  impersonation: "×",
  suspicious: "!",
  undecided: "?",
  "no-sign": "-",
  genuine: "✓",
  simulation: "i",
};

export const EVIDENCE_LEVEL: Readonly<Record<EvidenceLevel, Bilingual>> = {
  "full-source": { ja: "メール全体(ヘッダーつき)", en: "the whole mail with its header" },
  "attached-original": { ja: "添付で転送された元のメール", en: "the original, forwarded as an attachment" },
  "inline-forward": { ja: "本文に転送されたメール(元のヘッダーなし)", en: "a mail forwarded inline (its own header is lost)" },
  "pasted-text": { ja: "貼り付けられた文章だけ", en: "pasted text only" },
};

export const COMPARED: Readonly<Record<ComparedLine["kind"], Bilingual>> = {
  equal: { ja: "同じ", en: "same" },
  variable: { ja: "宛先・数・日時だけ違う", en: "only address, number or date differs" },
  different: { ja: "違う", en: "differs" },
  missing: { ja: "このメールにはない", en: "not in this mail" },
};

export const FIELD: Readonly<Record<ComparedLine["field"], Bilingual>> = {
  subject: { ja: "件名", en: "subject" },
  body: { ja: "本文", en: "body" },
  sender: { ja: "差出人", en: "sender" },
  url: { ja: "URL", en: "URL" },
};

/** What to do when something was already given away. Numbers of public desks in Japan. */
export const TYPED_IN_STEPS: readonly Bilingual[] = [
  {
    ja: "パスワードを入れた: 公式サイトを自分で開き、すぐに変更する。同じパスワードを使う他のサービスも変え、二段階認証を入れる。",
    en: "A password: open the official site yourself and change it now, also wherever you use the same one; turn on two-step sign-in.",
  },
  {
    ja: "カード番号や口座を入れた: カード裏面や通帳にある番号へ電話し、止めてもらう。明細を確かめる。",
    en: "A card or account number: call the number on the back of the card or in your bank book and have it stopped; check the statements.",
  },
  {
    ja: "ファイルを開いた・アプリを入れた: 通信を切り、職場なら情報システム担当へ、自宅ならウイルス対策ソフトで調べる。",
    en: "A file opened or an app installed: go offline; at work tell the IT desk, at home run a virus scan.",
  },
  {
    ja: "困ったら: 警察相談専用電話 #9110、消費者ホットライン 188。",
    en: "In Japan, ask for help: police consultation line #9110, consumer hotline 188.",
  },
];

export const NUMERALS = ["①", "②", "③"] as const;

/** One text in one language. */
export function say(text: Bilingual, lang: Language): string {
  return text[lang];
}
