import type { Bilingual } from "../../terms/index.ts";

/** What went wrong with what was handed in, and what to do about it. */
export const PROBLEMS = {
  empty: {
    ja: "空のファイルです。メールアプリから保存し直すか、本文を貼り付けてください。",
    en: "The file is empty. Save the mail again from your mail app, or paste its text.",
  },
  noText: {
    ja: "何も貼り付けられていません。メールの文章かソースを貼り付けてください。",
    en: "Nothing was pasted. Paste the text of the mail, or its source.",
  },
  noMail: {
    ja: "メールのファイルではないようです(%)。メールアプリから .eml か .msg で保存したもの、または画面の写真を選んでください。",
    en: "This does not look like a mail (%). Choose one saved from your mail app as .eml or .msg, or a picture of the screen.",
  },
  tooLarge: {
    ja: "大きすぎます(% MB)。ここで調べられるのは 25 MB までです。添付を除いて保存するか、本文だけを貼り付けてください。",
    en: "It is too large (% MB). Up to 25 MB can be examined here. Save it without its attachments, or paste its text only.",
  },
  mboxTooLarge: {
    ja: "メールボックスが大きすぎます(% MB)。ここで開けるのは 200 MB までです。怪しいメールだけを .eml で保存して選んでください。",
    en: "The mailbox is too large (% MB). Up to 200 MB can be opened here. Save only the mail in question as .eml and choose that.",
  },
  brokenMsg: {
    ja: "Outlook の .msg として読めません。壊れているか、別の Office ファイルです。Outlook でメールを開き、もう一度「名前を付けて保存」をするか、本文を貼り付けてください。",
    en: "It cannot be read as an Outlook .msg: damaged, or another Office file. Open the mail in Outlook and save it once more, or paste its text.",
  },
  emptyMbox: { ja: "このメールボックスにはメールがありません。", en: "There is no mail in this mailbox." },
  pictureUnreadable: {
    ja: "この画像は開けませんでした。PNG か JPEG で保存し直してください。",
    en: "This picture cannot be opened. Save it as PNG or JPEG and try again.",
  },
  noCode: {
    ja: "画像の中に QR コードは見つかりませんでした。コードが大きく写るように撮り直してください。文章を調べたいときは、文字をコピーして貼り付けてください(画像の文字は読み取れません)。",
    en: "No QR code was found in the picture. Take it again so that the code is large. To have words examined, copy and paste them: words in a picture cannot be read here.",
  },
  partsMissing: {
    ja: "添付ファイルや画像を読む部品を取り込めませんでした。通信できるところでもう一度お試しください。",
    en: "The part that reads attachments and pictures could not be loaded. Try again when you are online.",
  },
  gone: { ja: "そのメールはもう開いていません。もう一度選んでください。", en: "That mail is no longer open. Choose it again." },
  unexpected: {
    ja: "思わぬことが起きて、調べられませんでした。ページを開き直してもう一度お試しください。",
    en: "Something unexpected happened and it was not examined. Reload the page and try again.",
  },
  notSuspicious: {
    ja: "怪しい点が見つかっていないメールなので、これは作れません。",
    en: "Nothing suspicious was found in this mail, so this cannot be made.",
  },
  mayLeak: {
    ja: "あなたのことが残らないと確かめられなかったため、画像を作りませんでした。",
    en: "No picture was made, because it could not be made sure that nothing of you is left in it.",
  },
} as const satisfies Record<string, Bilingual>;

/** A text with its one gap filled. */
export function filled({ ja, en }: Bilingual, value: string | number): Bilingual {
  return { ja: ja.replace("%", String(value)), en: en.replace("%", String(value)) };
}
