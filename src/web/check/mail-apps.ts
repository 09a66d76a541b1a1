import type { Bilingual } from "../../terms/index.ts";

/** A mail app, and how its reader gets a mail out of it with its header. */
export interface MailApp {
  readonly id: string;
  readonly name: Bilingual;
  readonly steps: readonly Bilingual[];
  /** Receiving servers (authserv-id or host that wrote the topmost Received), address domains and browsers that speak for it. */
  readonly marks: { readonly server?: RegExp; readonly address?: RegExp; readonly agent?: RegExp };
}

const COPY: Bilingual = {
  ja: "それもできないときは、本文を全部コピーして、このページの「文章を貼り付ける」に貼ってください(リンクの文字を長押しして開かないように)。",
  en: 'If that is not possible either, copy all of its text and paste it here under "Paste" (take care not to open a link).',
};

/** Menu names as of 2026; where one is called otherwise, words like "source", "original" or "header" are what to look for. */
export const MAIL_APPS: readonly MailApp[] = [
  {
    id: "gmail",
    name: { ja: "Gmail(パソコンのブラウザー)", en: "Gmail (in a browser on a computer)" },
    marks: { server: /(?:^|\.)google\.com$/, address: /@(?:gmail|googlemail)\.com$/ },
    steps: [
      { ja: "メールを開き、返信の矢印の隣にある「︙」を押す。", en: 'Open the mail and press "⋮" beside the reply arrow.' },
      {
        ja: "「メッセージをダウンロード」を選ぶ。(「原文を表示」または「メッセージのソースを表示」から「オリジナルをダウンロード」でも同じです)",
        en: 'Choose "Download message". ("Show original", then "Download original", gives the same.)',
      },
      { ja: "保存された .eml をこのページに置く。", en: "Drop the saved .eml here." },
    ],
  },
  {
    id: "gmail-app",
    name: { ja: "Gmail アプリ(スマートフォン)", en: "Gmail app (phone)" },
    marks: { agent: /Android/ },
    steps: [
      {
        ja: "アプリにはソースを出す機能がありません。パソコンで mail.google.com を開いて保存してください。",
        en: "The app cannot show a source. Open mail.google.com on a computer and save the mail there.",
      },
      COPY,
    ],
  },
  {
    id: "outlook-web",
    name: { ja: "新しい Outlook・ブラウザーの Outlook", en: "New Outlook, and Outlook in a browser" },
    marks: { server: /(?:^|\.)(?:outlook\.com|protection\.outlook\.com|prod\.outlook\.com)$/, address: /@(?:outlook|hotmail|live|msn)\.[a-z.]+$/ },
    steps: [
      { ja: "メールを開き、右上の「…」を押す。", en: 'Open the mail and press "…" at its top right.' },
      {
        ja: "「名前を付けて保存」または「ダウンロード」から EML を選び、保存した .eml をこのページに置く。",
        en: 'Choose "Save as" or "Download" as EML, and drop the saved .eml here.',
      },
      {
        ja: "見当たらないときは「表示」→「メッセージのソースを表示」を全部コピーして貼り付ける。",
        en: 'If neither is there, take "View" → "View message source", copy all of it and paste it here.',
      },
    ],
  },
  {
    id: "outlook-classic",
    name: { ja: "従来の Outlook(Windows)", en: "Classic Outlook (Windows)" },
    marks: {},
    steps: [
      {
        ja: "メールをダブルクリックして開き、「ファイル」→「名前を付けて保存」を選ぶ。",
        en: 'Open the mail with a double click and choose "File" → "Save As".',
      },
      {
        ja: "種類を「Outlook メッセージ形式 - Unicode (.msg)」にして保存し、このページに置く。",
        en: 'Save it as "Outlook Message Format - Unicode (.msg)" and drop it here.',
      },
    ],
  },
  {
    id: "apple-mail",
    name: { ja: "Apple の「メール」(Mac)", en: "Apple Mail (Mac)" },
    marks: { agent: /Macintosh/ },
    steps: [
      {
        ja: "一覧からメールをデスクトップへドラッグする。または「ファイル」→「別名で保存」で、フォーマットを「ソース」にする。",
        en: 'Drag the mail from the list to the desktop, or choose "File" → "Save As" with the format "Raw Message Source".',
      },
      { ja: "できた .eml をこのページに置く。", en: "Drop the .eml here." },
    ],
  },
  {
    id: "iphone",
    name: { ja: "iPhone・iPad の「メール」", en: "Mail on iPhone and iPad" },
    marks: { agent: /iPhone|iPad/, address: /@(?:icloud|me|mac)\.com$/ },
    steps: [
      {
        ja: "このアプリにはソースを出す機能がありません。同じメールを、パソコンのメールアプリか、お使いのメールサービスのウェブ版で開いて保存してください。",
        en: "The app cannot show a source. Open the same mail on a computer, or in the web version of your mail service, and save it there.",
      },
      COPY,
    ],
  },
  {
    id: "thunderbird",
    name: { ja: "Thunderbird", en: "Thunderbird" },
    marks: { agent: /Linux(?!.*Android)/ },
    steps: [
      {
        ja: "メールを選び、Ctrl+S(Mac は ⌘S)で .eml として保存し、このページに置く。",
        en: "Select the mail, save it as .eml with Ctrl+S (⌘S on a Mac), and drop it here.",
      },
      { ja: "または Ctrl+U でソースを開き、全部コピーして貼り付ける。", en: "Or open the source with Ctrl+U, copy all of it and paste it here." },
    ],
  },
  {
    id: "yahoo-jp",
    name: { ja: "Yahoo!メール", en: "Yahoo! Mail (Japan)" },
    marks: { server: /(?:^|\.)yahoo\.co\.jp$/, address: /@(?:yahoo\.co\.jp|ymail\.ne\.jp)$/ },
    steps: [
      { ja: "パソコンのブラウザーで Yahoo!メール を開き、メールを表示する。", en: "Open Yahoo! Mail in a browser on a computer and show the mail." },
      {
        ja: "「…」(その他)か件名のそばから「詳細ヘッダー」を選び、出てきたヘッダーと本文を続けてコピーして貼り付ける。",
        en: 'Choose "詳細ヘッダー" (full header) from "…" or beside the subject, copy that header followed by the text, and paste both here.',
      },
    ],
  },
  {
    id: "docomo",
    name: { ja: "ドコモメール", en: "docomo mail" },
    marks: { server: /(?:^|\.)docomo\.ne\.jp$/, address: /@docomo\.ne\.jp$/ },
    steps: [
      {
        ja: "アプリではソースを出せません。パソコンでドコモメール(ブラウザ版)を開くか、IMAP で Thunderbird などに読み込んで保存してください。",
        en: "The app cannot show a source. Open docomo mail in a browser on a computer, or read it with Thunderbird over IMAP and save it there.",
      },
      COPY,
    ],
  },
  {
    id: "au",
    name: { ja: "au メール", en: "au mail" },
    marks: { server: /(?:^|\.)(?:au\.com|ezweb\.ne\.jp)$/, address: /@(?:au\.com|ezweb\.ne\.jp)$/ },
    steps: [
      {
        ja: "パソコンかタブレットで au の「Webメール」を開くと、メールのヘッダーを表示できます。ヘッダーと本文をコピーして貼り付けてください。",
        en: 'au\'s "Webメール" (web mail) on a computer or tablet shows the header. Copy header and text and paste them here.',
      },
      COPY,
    ],
  },
  {
    id: "softbank",
    name: { ja: "ソフトバンクのメール", en: "SoftBank mail" },
    marks: { server: /(?:^|\.)softbank\.(?:ne\.)?jp$/, address: /@(?:i\.)?softbank\.(?:ne\.)?jp$/ },
    steps: [
      {
        ja: "スマートフォンのアプリではソースを出せません。Eメール(i)は、IMAP で Thunderbird などに読み込むと保存できます。",
        en: "The phone's app cannot show a source. Eメール(i) can be read with Thunderbird over IMAP and saved there.",
      },
      COPY,
    ],
  },
  {
    id: "android",
    name: { ja: "そのほかの Android のメールアプリ", en: "Other mail apps on Android" },
    marks: { agent: /Android/ },
    steps: [
      {
        ja: "メニューに「.eml として保存」「ソースを表示」「共有」があれば、それを使ってください。このページをホーム画面に加えてあれば、「共有」から直接渡せます。",
        en: 'If its menu offers "Save as .eml", "View source" or "Share", use that. With this page on your home screen, "Share" can hand it over directly.',
      },
      COPY,
    ],
  },
];

/** What tells which app the reader uses. Empty where unknown. */
export interface AppHints {
  readonly server: string;
  readonly address: string;
  readonly agent: string;
}

const WEIGHT = { server: 4, address: 2, agent: 1 } as const;

/** The apps, the reader's likely one first; otherwise in the order above. */
export function appsFor(hints: AppHints): readonly MailApp[] {
  const weight = ({ marks }: MailApp): number =>
    (["server", "address", "agent"] as const).reduce((sum, hint) => sum + (marks[hint]?.test(hints[hint]) === true ? WEIGHT[hint] : 0), 0);
  return MAIL_APPS.toSorted((left, right) => weight(right) - weight(left));
}
