import type { Chance } from "./chance.ts";

/** An example mail as a page is to print it, and as it is to be read. */
export interface Mail {
  readonly subjects: readonly string[];
  readonly senderName: string | undefined;
  readonly senderAddress: string | undefined;
  readonly body: readonly string[] | undefined;
  readonly url: string | undefined;
  /** ISO day. */
  readonly day: string | undefined;
}

const ABOUT = ["口座", "アカウント", "会員資格", "お支払い方法", "ご登録内容", "メールボックス", "お荷物", "ポイント", "カード", "ログイン"];
const HAPPENS = [
  "の確認のお願い",
  "が一時停止されました",
  "の更新が必要です",
  "の有効期限について",
  "に関する重要なお知らせ",
  "を制限しました",
  "の再設定",
  "に問題があります",
];
const FRONT = [
  "",
  "",
  "【重要】",
  "【緊急】",
  "[ミドリ] ",
  "Re: ",
  "【ミドリ銀行】",
  "≪至急≫",
  "〈ミドリ〉",
  "(***@***) の",
  "ミドリ運輸:",
  "[重要なお知らせ] ",
];
const BEHIND = ["", "", "", "。", "!", " No.****", "【要返信】", "(自動配信)", " 2024/05/01", "○○○○"];
const NAMES = [
  "ミドリ銀行",
  "ミドリ運輸株式会社",
  "Midori Support",
  "ミドリカード事務局",
  "MIDORI.example",
  "みどりネット(自動配信)",
  "ミドリ証券 お客様窓口",
  "Midori 会員サービス",
];
const LOCALS = ["info", "no-reply", "support-12", "mail_center", "a.b.c", "***", "xxxx", "kx93"];
const HOSTS = ["mail.bad.example", "abc123.example", "midori-help.example.net", "x-yz.example.org", "***.example", "login.midori.test"];
const PATHS = ["", "/", "/login", "/a/b?c=1", "/****", "/index.php?id=xxxx", "/mypage/"];
const GREETINGS = [
  "お客様各位",
  "****様",
  "いつもミドリ銀行をご利用いただきありがとうございます。",
  "平素は格別のお引き立てをいただきます。",
  "Dear Customer,",
  "○○ ○○ 様",
];
const TEXTS = [
  "お使いの口座に見慣れない操作がありました。",
  "24時間以内に確認がないときは利用を止めます。",
  "下のボタンから設定を更新してください。",
  "お手数ですが次の手続きをお願いします。",
  "保存容量が95%に達しました。",
  "お荷物をお届けしましたが不在でした。",
  "ご利用日時：2024/05/01 12:34",
  "ご利用金額：35,000円",
  "■ご注意",
  "・この連絡は自動で送っています",
  "【ご利用内容】",
  "※返信はできません。",
  "Please confirm your account.",
  "ご不便をおかけして申し訳ありません。",
  "(中略)",
];
const ENDS = ["ミドリ銀行 お客様窓口", "発行：ミドリ事務局", "敬具", "Midori Support Team", "株式会社ミドリ"];

/** Mails of random content; each has a subject, and what else the page's `fields` ask for. */
export function mailsOf(chance: Chance): readonly Mail[] {
  const count = chance.of([1, 1, 2, 2, 3, 4, 6]);
  // Subjects alone, several mails and no heads would be a list of one.
  const [sender, body] = [chance.may(0.75), chance.may(0.75)];
  const has = { sender: sender || !body, name: chance.may(0.7), body, url: chance.may(0.4), day: chance.may(0.35), lists: chance.may(0.2) };
  const used = new Set<string>();
  return Array.from({ length: count }, () => {
    const subjects = Array.from({ length: has.lists ? 1 + chance.below(4) : 1 }, () => subjectOf(chance, used));
    return {
      subjects,
      senderName: has.sender && has.name ? chance.of(NAMES) : undefined,
      senderAddress: has.sender ? `${chance.of(LOCALS)}@${chance.of(HOSTS)}` : undefined,
      body: has.body ? bodyOf(chance) : undefined,
      url: has.url ? urlOf(chance) : undefined,
      day: has.day ? `202${3 + chance.below(3)}-0${1 + chance.below(9)}-${10 + chance.below(18)}` : undefined,
    };
  });
}

function subjectOf(chance: Chance, used: Set<string>): string {
  for (;;) {
    const subject = `${chance.of(FRONT)}${chance.of(ABOUT)}${chance.of(HAPPENS)}${chance.of(BEHIND)}`;
    if (!used.has(subject)) return (used.add(subject), subject);
  }
}

function urlOf(chance: Chance): string {
  return `http${chance.of(["s", ""])}://${chance.of(HOSTS.filter((host) => !host.startsWith("*")))}${chance.of(PATHS)}`;
}

function bodyOf(chance: Chance): readonly string[] {
  const lines = [chance.of(GREETINGS)];
  const count = 1 + chance.below(6);
  for (let i = 0; i < count; i++) {
    if (chance.may(0.25)) lines.push("");
    lines.push(chance.of(TEXTS));
  }
  if (chance.may(0.4)) lines.push("", urlOf(chance));
  if (chance.may(0.4)) lines.push("", chance.of(ENDS));
  return lines;
}
