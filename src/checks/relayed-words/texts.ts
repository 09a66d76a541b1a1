import type { Bilingual, Quote } from "../../terms/index.ts";
import type { Point } from "../check.ts";

/** What was found in a notice, with the words that show it. */
export interface Relayed {
  readonly kind: "relayed-words" | "relayed-lure" | "relayed-by-desk" | "relayed-call" | "relayed-look-alike" | "relayed-for-throwaway" | "planted-in-notice";
  readonly quotes: readonly Quote[];
  /** The host or number it is about. */
  readonly word?: string;
}

type Texts = Pick<Point, "title" | "seen" | "official" | "why" | "action">;

/** The texts of a point: the platform is genuine, the words are a stranger's. */
export function textsOf(found: Relayed): Texts {
  const isPlanted = found.kind === "planted-in-notice";
  return {
    title: isPlanted ? PLANTED.title : RELAYED.title,
    seen: seen(found),
    official: isPlanted ? PLANTED.official : RELAYED.official,
    why: isPlanted ? PLANTED.why : RELAYED.why,
    action: isPlanted ? PLANTED.action : RELAYED.action,
  };
}

const RELAYED: Omit<Texts, "seen"> = {
  title: { ja: "サービスの通知ですが、書いたのは利用者の誰かです", en: "The platform sent the notice, one of its users wrote the words" },
  official: {
    ja: "送ったサービスは本物でも、中の文やファイルの中身は確かめられていません。",
    en: "The platform that sent it is genuine; what the text and the file hold was checked by nobody.",
  },
  why: {
    ja: "知らない人でも、共有や招待の機能を使えば、有名なサービスの署名が付いた通知を送れます。",
    en: "Sharing and inviting let anybody send a notice that bears a well-known platform's signature.",
  },
  action: { ja: "共有した人に心当たりがなければ、開かずに削除してください。", en: "If you do not know who shared it, delete it unopened." },
};

const PLANTED: Omit<Texts, "seen"> = {
  title: { ja: "サイトの通知の名前の欄に、宣伝が書き込まれています", en: "An advertisement was typed where the notice has a name" },
  official: {
    ja: "通知を送ったサイトは本物でも、名前の欄は登録した人が自由に書けます。",
    en: "The site that sent the notice is genuine; the name in it is whatever somebody typed at sign-up.",
  },
  why: {
    ja: "他人のメールアドレスで会員登録し、名前の欄に宣伝とアドレスを書いて、サイトに送らせる手口です。",
    en: "Somebody registered with your address and typed an advertisement as the name, so that the site sends it to you.",
  },
  action: {
    ja: "書き込まれたアドレスを開かないでください。登録した覚えがなければ、通知は放っておいて構いません。",
    en: "Do not open the address typed there. If you never signed up, leave the notice alone.",
  },
};

function seen({ kind, quotes, word }: Relayed): Bilingual {
  const words = quotes
    .slice(0, 2)
    .map((quote) => quote.text)
    .join(" / ");
  switch (kind) {
    case "relayed-words":
      return { ja: "共有や招待の通知として届いています。", en: "It came as a notice of sharing or invitation." };
    case "relayed-lure":
      return { ja: `共有や招待の通知の中に「${words}」と書かれています。`, en: `The notice of sharing or invitation says "${words}".` };
    case "relayed-by-desk":
      return {
        ja: `誰でも開ける問い合わせ窓口のサービスから届き、「${words}」と書かれています。`,
        en: `It came from a help-desk platform where anybody opens a desk, and says "${words}".`,
      };
    case "relayed-call":
      return {
        ja: `請求の通知の中に「${words}」とあり、電話番号 ${word} が書かれています。`,
        en: `The notice of a bill says "${words}" and gives the number ${word}.`,
      };
    case "relayed-look-alike":
      return {
        ja: `通知の中のリンク ${word} は、このサービス自身のサイトに似せたものです。`,
        en: `A link in the notice, ${word}, was made to look like the platform's own site.`,
      };
    case "relayed-for-throwaway":
      return {
        ja: `共有した人のアドレス ${words} は、読めない文字の並びのドメインです。`,
        en: `Who shared it has the address ${words}, on a domain of letters that nobody can speak.`,
      };
    case "planted-in-notice":
      return { ja: `名前が入る所に「${words}」と書かれています。`, en: `Where a name belongs it says "${words}".` };
  }
}
