import type { ArticleState } from "../../../article/index.ts";
import type { Bilingual } from "../../../terms/index.ts";

export const WORDS = {
  title: { ja: "注意喚起の記事", en: "Public warnings" },
  none: {
    ja: "まだ記事がありません。報告を開き、「記事の下書きを作る」を押すと始まります。",
    en: "No article yet. Open a report and press “Draft an article”.",
  },
  noneOfState: { ja: "この状態の記事はありません。", en: "No article in this state." },
  toReports: { ja: "報告の一覧へ", en: "To the reports" },
  all: { ja: "すべて", en: "all" },
  state: { ja: "状態", en: "State" },
  created: { ja: "作成", en: "Made" },
  firstPublished: { ja: "公開", en: "Published" },
  updated: { ja: "更新", en: "Updated" },
  crumb: { ja: "記事", en: "Articles" },
  fromCase: { ja: "もとの報告", en: "The report" },
  seePublic: { ja: "公開ページを見る", en: "See the public page" },
  howTitle: { ja: "書き方", en: "How to write" },
  how: {
    ja: "「<!-- ayashii:… -->」から「<!-- /ayashii:… -->」までは、プログラムが毎回作り直す部分です。その外に、Markdown で自分の文章を書いてください(見出し ##、太字 **、リンク [文字](https://…))。見つけたいきさつ、読者へのお願いなどが役に立ちます。受け取った人の名前やアドレスを書いても、保存するときに伏せ字になります。",
    en: "What stands between “<!-- ayashii:… -->” and “<!-- /ayashii:… -->” is made anew each time. Write your own words outside of it, in Markdown (heading ##, bold **, link [text](https://…)): how you came across the mail, what readers should do. Names and addresses of the recipient are blanked out when you save, should you write them.",
  },
  ja: { ja: "日本語の記事", en: "Japanese article" },
  en: { ja: "英語の記事", en: "English article" },
  save: { ja: "保存する", en: "Save" },
  preview: { ja: "プレビュー", en: "Preview" },
  submit: { ja: "保存して確認に出す", en: "Save and hand to review" },
  sendBack: { ja: "下書きに戻す", en: "Send back to draft" },
  publish: { ja: "保存して公開する", en: "Save and publish" },
  correct: { ja: "訂正を公開する", en: "Publish the correction" },
  withdraw: { ja: "取り下げる", en: "Withdraw" },
  resubmit: { ja: "保存して、もう一度確認に出す", en: "Save and hand to review again" },
  note: { ja: "理由", en: "Reason" },
  noteEn: { ja: "理由(英語。空なら日本語と同じ)", en: "Reason in English (empty: the same)" },
  noteHint: { ja: "訂正の記録として記事に残り、誰でも読めます。", en: "It stays with the article, for everybody to read." },
  correctTitle: { ja: "文章を直して訂正を公開する", en: "Change the words and publish a correction" },
  withdrawTitle: { ja: "公開をやめる", en: "Take it back" },
  withdrawNote: {
    ja: "記事のページは消えず、取り下げたことと理由だけが残ります。",
    en: "Its page stays and says that it was withdrawn, and why.",
  },
  needsNote: {
    ja: "訂正や取り下げには理由が要ります。前の画面に戻って書いてください。",
    en: "A correction or a withdrawal needs a reason. Go back and write one.",
  },
  edited: {
    ja: "プログラムが書く部分(目印の間)が書き換えられています。失われないよう、保存していません。書き換えた文章を目印の外へ移してください。場所: ",
    en: "Text between the markers, which the program writes, was changed. Nothing was saved, so that it is not lost; move it outside of the markers. Where: ",
  },
  live: { ja: "公開される姿", en: "As it will be public" },
  clean: { ja: "受け取った人のことは残っていません(全出力を検査)。", en: "No trace of the recipient is left (all outputs scanned)." },
  outputs: { ja: "ほかの場所で使う", en: "Use it elsewhere" },
  titleCopy: { ja: "題とアドレス(選んでコピー)", en: "Title and address (select and copy)" },
  copy: { ja: "コピーする", en: "Copy" },
  localAddress: {
    ja: "このアドレスはこの機械の中でだけ開けます。公開用のアドレスは、サーバーを --public-url 付きで起動すると入ります。",
    en: "This address opens on this machine only. Start the server with --public-url to have the public one.",
  },
  files: { ja: "記事そのもの", en: "The article itself" },
  formats: { ja: "ほかのシステム向け", en: "For other systems" },
  reporterName: { ja: "通報者の名前", en: "Reporter's name" },
  reporterMail: { ja: "通報者のメールアドレス", en: "Reporter's mail address" },
  format: { ja: "形式", en: "Format" },
  get: { ja: "保存する", en: "Download" },
  notTaken: { ja: "公開後に使えます", en: "once published" },
  needsReporter: { ja: "通報者の名前とアドレスが要ります", en: "needs a reporter" },
  corrections: { ja: "訂正の記録", en: "Corrections" },
  gone: {
    ja: "もとのメールがもう保管されていないため、文章は直せません。取り下げはできます。",
    en: "The mail is no longer kept, so the words cannot be changed. It can be withdrawn.",
  },
  unknownFormat: { ja: "その形式はありません。", en: "There is no such format." },
  badReporter: {
    ja: "この形式には、通報者の名前と、メールアドレスとして読めるアドレスが要ります。",
    en: "This format needs the reporter's name and a mail address that can be read as one.",
  },
  wrongState: { ja: "この状態の記事は、その形式では渡せません。", en: "An article in this state cannot be handed on in that format." },
  nothing: { ja: "この記事には、その形式に載せられるもの(リンクなど)がありません。", en: "The article has nothing that format could carry, such as a link." },
} as const satisfies Record<string, Bilingual>;

/** What comes next, by state. */
export const NEXT: Readonly<Record<ArticleState, Bilingual>> = {
  draft: {
    ja: "下書きです。まだ誰にも見えません。文章を足したら、確認に出してください。",
    en: "A draft, seen by nobody yet. Add your words, then hand it to review.",
  },
  review: { ja: "確認待ちです。別の人が内容を見てから公開してください。", en: "In review. Have somebody else look at it before it is published." },
  published: { ja: "公開中です。直すときは、理由を書いて訂正を公開します。", en: "Public. To change it, publish a correction with its reason." },
  withdrawn: {
    ja: "取り下げ済みです。文章を直して、もう一度確認に出せます。",
    en: "Withdrawn. You can change the words and hand it to review again.",
  },
};
