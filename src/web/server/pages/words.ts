import type { Bilingual } from "../../../terms/index.ts";
import type { Role } from "../../web-context.ts";
import { PASSWORD_LEAST, PASSWORD_MOST } from "../accounts/password.ts";

export const ROLE_LABELS: Readonly<Record<Role, Bilingual>> = {
  reporter: { ja: "報告者", en: "Reporter" },
  editor: { ja: "編集者", en: "Editor" },
  admin: { ja: "管理者", en: "Admin" },
};

export const ROLE_MEANINGS: Readonly<Record<Role, Bilingual>> = {
  reporter: { ja: "メールを届け出て、その結果を見る", en: "hands in mails and sees what became of them" },
  editor: { ja: "判定を決め、注意喚起を書いて公開する", en: "decides on mails, writes and publishes warnings" },
  admin: { ja: "編集者の操作に加えて、アカウントと公式の事実も変える", en: "does what editors do, and changes accounts and official facts" },
};

export const PASSWORD_HINT: Bilingual = {
  ja: `${PASSWORD_LEAST} 文字以上。ほかで使っていない、長い文が向いています。`,
  en: `At least ${PASSWORD_LEAST} characters; a long phrase that you use nowhere else does well.`,
};

export const NAME_HINT: Bilingual = {
  ja: "文字と数字、間に . _ - @ が使えます。操作の記録に残る名前です。",
  en: "Letters and digits, with . _ - @ between. It stands in the audit log.",
};

/** What is wrong with a new password; undefined when nothing is. Counted in code points, as it is typed. */
export function passwordProblem(password: string): Bilingual | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LEAST)
    return { ja: `パスワードは ${PASSWORD_LEAST} 文字以上にしてください。`, en: `The password needs at least ${PASSWORD_LEAST} characters.` };
  return length > PASSWORD_MOST
    ? { ja: `パスワードは ${PASSWORD_MOST} 文字までです。`, en: `The password may have at most ${PASSWORD_MOST} characters.` }
    : undefined;
}

export const NEW_ACCOUNT_PROBLEMS: Readonly<Record<"name" | "taken" | "role", Bilingual>> = {
  name: {
    ja: "その名前は使えません。文字と数字で始めて終え、間に . _ - @ が使えます。",
    en: "That name cannot be used: letters and digits, with . _ - @ between.",
  },
  taken: { ja: "その名前のアカウントはすでにあります。", en: "There is an account of that name already." },
  role: { ja: "役割は reporter、editor、admin のどれかです。", en: "The role is reporter, editor or admin." },
};

export const BUSY: Bilingual = {
  ja: "いま混み合っています。少し待ってから、もう一度送ってください。",
  en: "Busy just now. Wait a moment, then send it again.",
};
