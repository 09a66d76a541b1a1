/**
 * Sentences that tell nobody anything of the recipient, many with words that are also names, local parts or mailboxes:
 * a redaction that takes out every "info", "taro", 林 or さくら spoils them.
 */
export const INNOCENT_JA: readonly string[] = [
  "平素より当サービスをご利用いただき、誠にありがとうございます。",
  "システムの保守のため、保留中のメールが 8 件あります。",
  "taro というのは英語でサトイモのことで、info という語は information の略です。",
  "林業と森林の統計は、森の広さと林道の長さから計算されます。",
  "さくらの開花は例年より 3 日早い見込みです。光の速さで情報が届きます。",
  "山田線は雨のため運転を見合わせています。",
  "mail の設定を変えるには、管理画面の「メール」から進みます。",
  "2024 年 02 月 15 日 午後 11 時 40 分に処理が行われました。",
  "ご請求額は 12,345 円(税込)です。お支払い期限は 2024-03-31 です。",
  "本メールは送信専用です。ご返信いただいてもお答えできません。",
  "お客様のアカウントに異常なログインが確認されました。",
  "24時間以内に確認しない場合、ご利用を制限させていただきます。",
  "恵みの雨が続き、花子という名の象が動物園の人気者になりました。",
  "商店街の福引きで、健康一番の湯という入浴剤が当たりました。",
  "株式会社の決算は、売上高 1,204 百万円、営業利益 87 百万円でした。",
  "カード番号や暗証番号をメールでおたずねすることはありません。",
];
export const INNOCENT_EN: readonly string[] = [
  "We could not deliver 8 messages because the server was under maintenance.",
  "Taro root is boiled before it is eaten, and mori is a Latin verb.",
  "Please read the info page, then send us a mail if anything is unclear.",
  "The sho brush is held upright; sakura is the Japanese word for cherry blossom.",
  "Your mailbox has used 98% of 5 GB. Older messages may be removed.",
  "Act within 24 hours to keep your account open.",
  "The total is 1,250.00 USD, due on March 31, 2024.",
  "This is version 2.4.1 of the terms, valid from 2024-01-01.",
  "Support is open Monday to Friday, 9:00 to 17:30.",
  "If you did not ask for this, you can let it be.",
];
