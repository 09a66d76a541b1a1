import type { Bilingual } from "../../../terms/index.ts";

/** Something about a file of facts that a person should look at. `error` keeps it from being saved. */
export interface Finding {
  readonly kind: "error" | "look";
  /** 1-based; undefined for the whole file. */
  readonly line: number | undefined;
  readonly message: Bilingual;
  readonly advice: Bilingual | undefined;
}

const both = (ja: string, en: string): Bilingual => ({ ja, en });

/** What to do, by how a message of the readers and linters begins or what it says. */
const ADVICE: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /fact needs a source/,
    both("確かめたページの URL を source に書くか、status を assumed にしてください", "give the page as source, or make the status assumed"),
  ],
  [/validFrom is after/, both("始まりと終わりの日付が逆です", "the two days are the wrong way round")],
  [/not under a public suffix/, both("ドメイン名のつづりを確かめてください", "check the spelling of the domain")],
  [
    /is a public suffix itself/,
    both("誰でも取れる部分です。会社の名前まで含めて書いてください", "it belongs to everybody; write the company's own name before it"),
  ],
  [/is also a domain of/, both("同じ会社グループなら、両方のファイルに同じ group を書いてください", "if they are one house, give both files the same group")],
  [
    /also names/,
    both(
      "名前は 1 つのブランドだけを指します。もう片方から外すか、より正確な名前にしてください",
      "a name means one brand; remove it from one, or make it more exact",
    ),
  ],
  [/is not the file name/, both("id はファイル名と同じにしてください", "make the id the same as the file name")],
  [/unknown key/, both("項目の名前の打ち間違いです。ほかのブランドのファイルを参考にしてください", "a typing error in the key; see the file of another brand")],
  [/ISO day/, both("日付は 2026-11-25 の形です", "write the day as 2026-11-25")],
  [/http\(s\) URL/, both("https:// から始まるアドレスを書いてください", "write an address that begins with https://")],
  [
    /host name in lower case/,
    both("ドメインだけを小文字で書いてください(https:// や / 以降は不要)", "the domain alone, in lower case, without https:// or path"),
  ],
  [
    /expected array|expected object|expected string|Invalid input|Required|Too small/i,
    both("項目が足りないか、書き方が違います", "something is missing or not in the form it needs"),
  ],
];

/** A message with what to do about it. */
export function finding(kind: Finding["kind"], line: number | undefined, message: Bilingual | string): Finding {
  const text = typeof message === "string" ? message : message.en;
  const advice = ADVICE.find(([pattern]) => pattern.test(text))?.[1];
  return { kind, line, message: typeof message === "string" ? both(message, message) : message, advice };
}
