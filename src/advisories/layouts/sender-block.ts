import { caseOf, senderIn } from "./layout.ts";
import type { Layout, LayoutFinding, NoticeLine } from "./layout.ts";

const HEAD = /^[■▼【[]?\s*(差出人|送信者|送信元)\s*[\]】]?$/u;
/** Said of the genuine address, so never the sender of a case. */
const GENUINE = /正しい|正規|公式|当サービス.*メールアドレスは|弊社.*メールアドレスは|当社.*メールアドレスは|からお送り/u;
const URL_RULE = /^https?:\/\/[*＊○]{2,}[A-Za-z0-9.*-]{3,100}\/?$/u;
const ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,200}[A-Za-z]/gu;

/**
 * 「不審なメールの特徴」 with a bare heading 差出人, the faked sender under it, then the genuine address in a sentence;
 * and the rule of official URLs on a line of its own.
 */
export const senderBlock: Layout = {
  id: "sender-block",
  read(lines, observed) {
    const findings: LayoutFinding[] = [];
    lines.forEach((line, i) => {
      if (HEAD.test(line.text)) findings.push(...senderUnder(lines, i, observed));
      else if (URL_RULE.test(line.text)) findings.push({ lines: [line.number], cases: [], officialAddresses: [], urlRules: [line.text.replaceAll("＊", "*")] });
      else if (GENUINE.test(line.text)) findings.push(...genuineIn(line));
    });
    return findings;
  },
};

function senderUnder(lines: readonly NoticeLine[], at: number, observed: string | undefined): LayoutFinding[] {
  const line = lines.slice(at + 1, at + 4).find((candidate) => candidate.text !== "");
  if (line === undefined || GENUINE.test(line.text)) return [];
  const sender = senderIn(line.text);
  // A 件名 or 本文 close by makes it a field of a whole example mail, which another layout reads.
  const partOfExample = lines.slice(at + 1, at + 8).some((near) => /^[【[]\s*(件名|本文)/u.test(near.text));
  if (sender === undefined || partOfExample) return [];
  const found = caseOf("差出人", { observed, senderNames: sender.name === "" ? [] : [sender.name], senderAddresses: [sender.address] });
  return [{ lines: [lines[at]?.number ?? 0, line.number], cases: [found], officialAddresses: [], urlRules: [] }];
}

function genuineIn(line: NoticeLine): LayoutFinding[] {
  const addresses = line.text.slice(0, 1000).match(ADDRESS) ?? [];
  return addresses.length === 0 ? [] : [{ lines: [line.number], cases: [], officialAddresses: addresses, urlRules: [] }];
}
