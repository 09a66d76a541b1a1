import { ORDINARY_WORDS } from "./ordinary-words.generated.ts";
import type { Secret } from "./redacted-mail.ts";

let ordinary: ReadonlySet<string> | undefined;

/** Whether a word of small letters is one that texts use without meaning anybody. */
function isOrdinaryWord(word: string): boolean {
  ordinary ??= new Set(ORDINARY_WORDS.split(" "));
  return ordinary.has(word);
}

const KANJI = /[\u3400-\u9fff\u3005]/;
/** What Japanese words are written in; the long vowel mark is also a dash. */
export const JAPANESE = /[\u3041-\u30fa\u3400-\u9fff\u3005]/;
const ONLY_KANA = /^[\u3041-\u30ff]+$/;
/** Latin names and local parts from this length are hardly a piece of an innocent text. */
const LONG_WORD = 6;

/**
 * Whether a name or local part is too short or too ordinary to be taken out wherever it stands; it then counts only
 * where names and identifiers stand (`isNamePlace`).
 */
export function isStandAlone({ value }: Secret): boolean {
  const bare = value.trim().toLowerCase();
  if (/[\u3041-\u9fff]/.test(bare)) {
    const letters = bare.replace(/[\s・]/g, "");
    return KANJI.test(letters) ? letters.length < 3 : ONLY_KANA.test(letters) && letters.length < 6;
  }
  const words = bare.split(/[\s._+-]+/).filter((word) => word !== "");
  if (words.length > 1 && bare.length >= LONG_WORD) return words.every((word) => isOrdinaryWord(word));
  if (/\d/.test(bare)) return bare.length < 5;
  return bare.length < LONG_WORD || isOrdinaryWord(bare);
}

const AFTER = /^[\s\u300d\u300f"')]{0,2}(?:様|さま|さん|サン|殿|どの|氏|くん|君|ちゃん|先生|御中|san\b|sama\b)/;
const BEFORE =
  /(?:^|[^a-z])(?:dear|hi|hello|hey|greetings|attn|mrs?\.?|ms\.?|miss|dr\.?|(?:user|login|account|member|customer|first|last|full)?[\s_-]?(?:name|id|account)\s?(?:is\s?)?[:=]|to\s?:|氏名|お名前|名前|宛名|宛先|ユ-?ーザー名|ユーザー名|ユーザーid|ログインid|アカウント名?|会員id)[\s:=,"'\u300c\u3010[(]{0,4}$/;

/** Whether what stands at [start, end) of a folded text stands where a name or an identifier does. */
export function isNamePlace(text: string, start: number, end: number): boolean {
  if (AFTER.test(text.slice(end, end + 8))) return true;
  if (BEFORE.test(text.slice(Math.max(0, start - 28), start))) return true;
  const [before, after] = [text[start - 1] ?? "\n", text[end] ?? "\n"];
  if ("=/&?#:;~@".includes(before) && "=/&?#;~@\n\"'<> ,)".includes(after) && /[=/&?#~@]/.test(before + after)) return true;
  // Quoted or in brackets: "taro", [taro]
  if ("\"'([<\u300c\u300e\u3010".includes(before) && "\"')]>\u300d\u300f\u3011".includes(after)) return true;
  // A line of its own, as a greeting is: "taro,"
  return before === "\n" && /^\s?[,.!:、，。]?\s?(?:\n|$)/.test(text.slice(end, end + 4));
}
