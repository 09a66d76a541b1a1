import type { Bilingual } from "../terms/index.ts";
import type { Verdict } from "./verdict.ts";

/** One line a level. The word "safe" never appears: unknown is not clear. */
export const HEADLINES: Readonly<Record<Verdict["level"], Bilingual>> = {
  impersonation: { ja: "なりすましです", en: "This is an impersonation" },
  suspicious: { ja: "怪しい点があります", en: "There are suspicious points" },
  undecided: { ja: "判断できません", en: "Cannot be decided" },
  "no-sign": { ja: "怪しい点は見つかりませんでした(本物の証明ではありません)", en: "No suspicious point was found (this does not prove it genuine)" },
  genuine: { ja: "本物と確認できました", en: "Confirmed genuine" },
  simulation: { ja: "訓練メールです", en: "This is a phishing drill" },
};

/** `no-sign` where small points are listed must not say that there is none. */
export const NO_CLEAR_SIGN: Bilingual = {
  ja: "はっきり怪しい点は見つかりませんでした(本物の証明ではありません)",
  en: "No clearly suspicious point was found (this does not prove it genuine)",
};

/** `simulation` where only the mail itself says so. */
export const MARKED_AS_DRILL: Bilingual = {
  ja: "訓練メールの印があります(訓練だという証明ではありません)",
  en: "It bears the mark of a phishing drill (this does not prove it one)",
};

/** One action a verdict. */
export const ACTIONS = {
  avoid: {
    ja: "リンクや添付を開かず、返信もせず、公式サイトを自分で開いて確かめてください。",
    en: "Do not open links or attachments, do not reply; open the official site yourself to check.",
  },
  ask: {
    ja: "迷うときはリンクを使わず、公式サイトを自分で開いて確かめてください。",
    en: "When in doubt do not use the links; open the official site yourself to check.",
  },
  drill: {
    ja: "訓練でも、リンクや添付は開かず、返信もせず、社内の情報システム担当に知らせてください。訓練かどうかは担当部署が知っています。",
    en: "Even so do not open links or attachments and do not reply; report it to your IT desk, which knows whether it is a drill.",
  },
  genuine: {
    ja: "差出人は確認できました。内容に心当たりがあるかは、ご自身で確かめてください。",
    en: "The sender is confirmed. Whether you expect what it says is for you to check.",
  },
} as const satisfies Record<string, Bilingual>;

/** Reasons where no point decides. */
export const ONLY_WEAK_POINTS: Bilingual = {
  ja: "気になる点はありますが、それだけでは判断できません。",
  en: "There are points to note, but they do not decide it by themselves.",
};
export const ONLY_PART_OF_THE_MAIL: Bilingual = {
  ja: "元のメールの一部しか受け取っていないため、差出人を確かめられません。",
  en: "Only a part of the original mail was handed in, so the sender cannot be confirmed.",
};
export const NOTHING_FOUND: Bilingual = { ja: "調べた項目からは、矛盾が見つかりませんでした。", en: "No contradiction was found in what was looked at." };
export const ONLY_SMALL_POINTS: Bilingual = {
  ja: "見つかったのは、本物のメールにもよくある小さな気がかりだけでした。",
  en: "Only small things were found, which genuine mails often have too.",
};
