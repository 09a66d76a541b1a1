import type { AttachedFile } from "../../evidence/files/file.ts";
import { endingOf } from "../../evidence/files/kinds.ts";
import type { Check } from "../check.ts";
import { resultOf, shownName, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { TEXTS } from "./text.ts";

const ID = "encrypted-archive-with-password";
/** Characters of the visible text that are looked through. */
const LONGEST_TEXT = 50_000;

/**
 * An archive under a password that stands in the same mail: no protection, but no filter can look inside (how Emotet
 * was spread in Japan, https://www.ipa.go.jp/security/emotet/). Senders who mean it send the password another way.
 */
export const encryptedArchiveWithPassword: Check = {
  id: ID,
  title: { ja: "パスワード付きの添付とパスワードが同じメールにないか", en: "Does the mail bring a locked archive and its password together?" },
  question: {
    ja: "暗号化された圧縮ファイルと、それを開くパスワードが同じメールに書かれていますか。",
    en: "Are a locked archive and the password that opens it in the same mail?",
  },
  needs: ["files"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.files.kind === "failed") return unknownOf(ID, "files");
    const locked = evidence.files.kind === "found" ? evidence.files.value.find(isLocked) : undefined;
    if (locked === undefined) return { kind: "clear", check: ID };
    const password = PASSWORD.exec(`${evidence.subject?.text ?? ""}\n${evidence.visibleText.slice(0, LONGEST_TEXT)}`)?.[0];
    return resultOf(ID, password === undefined ? [] : [finding(locked, password)], evidence, facts);
  },
};

/** Locked for certain, or an archive whose list nobody reads here (RAR, 7z) next to a stated password. */
function isLocked(file: AttachedFile): boolean {
  return file.kind === "archive" && (file.encrypted || (file.unread && /^(?:rar|7z)$/.test(endingOf(file.name))));
}

/** A word for a password, then what it is. */
const PASSWORD =
  /(?:(?:解凍|展開|ZIP|添付)?(?:用の?)?パスワード|解凍パス|暗証|密码|密碼|비밀번호|pass\s?(?:word|code|phrase)|\bpwd?\b|mot de passe|kennwort|passwort|contraseña|senha|пароль)(?:は|is|:|:|=|\s|「|『|"|→|-){1,8}[!-~]{3,40}/i;

function finding(file: AttachedFile, password: string): Finding {
  const name = shownName(file.name);
  return {
    kind: "password-beside-archive",
    severity: "high",
    confidence: "strong",
    text: TEXTS,
    seen: {
      ja: `添付の「${name}」はパスワードで閉じられ、本文に「${password.slice(0, 60)}」と書かれています。`,
      en: `The attached "${name}" is locked, and the text says "${password.slice(0, 60)}".`,
    },
    quotes: [file.quote],
  };
}
