/** A password written in the text of a mail. */
export interface StatedPassword {
  /** The words as they stand, e.g. `解凍パスワード: 1234`. */
  readonly text: string;
  readonly password: string;
}

/** Characters of a text that are looked through. */
const LONGEST_TEXT = 50_000;
const MAX_PASSWORDS = 5;
/** Words for a password in the languages such mails are written in. */
const WORD =
  /パスワード|解凍パス|パスコード|暗証|密码|密碼|비밀번호|pass\s?(?:word|code|phrase)|\bpwd?\b|mot de passe|kennwort|passwort|contrase(?:ñ|n)a|\bclave\b|senha|пароль|hasło/gi;
/** Up to a few words about what it opens, a sign that the password follows, and the password: it holds a digit. */
const VALUE = /^[^\d\n:={}「『"”]{0,45}?(?:[:=:{→「『"“]|は|\bis\b|\s)\s{0,3}([!-z|~]{0,30}\d[!-z|~]{0,30})/i;

/** Passwords that a text states. "Your date of birth" states none. */
export function statedPasswords(text: string): readonly StatedPassword[] {
  const found: StatedPassword[] = [];
  for (const match of text.slice(0, LONGEST_TEXT).matchAll(WORD)) {
    if (found.length >= MAX_PASSWORDS) break;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
    const value = VALUE.exec(after);
    const password = value?.[1]?.replace(/^[("'{[]+|[)"'}\].,;]+$/g, "") ?? "";
    // A password of a meeting or an account is long or none; what opens a file is short enough to type.
    if (value !== null && password.length >= 3) found.push({ text: `${match[0]}${value[0]}`.trim(), password });
  }
  return found;
}
