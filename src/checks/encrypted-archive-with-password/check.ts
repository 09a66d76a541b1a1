import type { AttachedFile } from "../../evidence/files/file.ts";
import { endingOf } from "../../evidence/files/kinds.ts";
import { statedPasswords } from "../../evidence/files/stated-password.ts";
import type { Check } from "../check.ts";
import { resultOf, shownName, unknownOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { TEXTS } from "./text.ts";

const ID = "encrypted-archive-with-password";

/**
 * An archive or document under a password that stands in the same mail: no protection, but no filter can look inside (how Emotet
 * was spread in Japan, https://www.ipa.go.jp/security/emotet/). Senders who mean it send the password another way.
 */
export const encryptedArchiveWithPassword: Check = {
  id: ID,
  title: { ja: "パスワード付きの添付とパスワードが同じメールにないか", en: "Does the mail bring a locked file and its password together?" },
  question: {
    ja: "暗号化された圧縮ファイルや文書と、それを開くパスワードが同じメールに書かれていますか。",
    en: "Are a locked archive or document and the password that opens it in the same mail?",
  },
  needs: ["files"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.files.kind === "failed") return unknownOf(ID, "files");
    const locked = evidence.files.kind === "found" ? evidence.files.value.find(isLocked) : undefined;
    if (locked === undefined) return { kind: "clear", check: ID };
    const stated = statedPasswords(`${evidence.subject?.text ?? ""}\n${evidence.visibleText}`);
    const password = (stated.find((one) => one.password === locked.openedBy) ?? stated[0])?.text;
    return resultOf(ID, password === undefined ? [] : [finding(locked, password)], evidence, facts);
  },
};

/**
 * A PDF that a password of the text was tried on and opens: receipts of clinics and banks that tell how the password is
 * made up, with an example, stay quiet. An archive is locked for certain, or of a kind whose list nobody reads here.
 */
function isLocked(file: AttachedFile): boolean {
  if (file.kind === "pdf") return file.openedBy !== undefined;
  return file.kind === "archive" && (file.encrypted || (file.unread && /^(?:rar|7z)$/.test(endingOf(file.name))));
}

function finding(file: AttachedFile, password: string): Finding {
  const name = shownName(file.name || file.declaredType);
  const isPdf = file.kind === "pdf";
  return {
    kind: isPdf ? "password-opens-document" : "password-beside-archive",
    severity: isPdf ? "medium" : "high",
    confidence: "strong",
    text: TEXTS,
    seen: {
      ja: `添付の「${name}」はパスワードで閉じられ、本文に「${password.slice(0, 80)}」と書かれています。`,
      en: `The attached "${name}" is locked, and the text says "${password.slice(0, 80)}".`,
    },
    quotes: [file.quote],
  };
}
