import { labelOf } from "./labels.ts";
import { caseOf, findingOf } from "./layout.ts";
import type { LayoutFinding } from "./layout.ts";
import type { Layout, PlacedLine } from "./placed.ts";
import { pairMarkOf, stanceOf } from "./stance.ts";
import { addressesIn, senderIn, senderText } from "./values.ts";

/** The rule of official URLs on a line of its own: `https://***.xserver.ne.jp/`. */
const URL_RULE = /^https?:\/\/[*＊○]{2,}[A-Za-z0-9.*-]{3,100}\/?$/u;
const LEADS_TO_FAKE = /偽|フィッシング|不正|誘導|リンク先|転送先|遷移先/u;
const LIST_HEAD = /差出人|送信元|送信者|発信元|(?:以下|次|下記)の(?:メール)?アドレス/u;
const CONTACT = /報告|受付|連絡先|窓口|問い?合わ?せ|通報|転送先|転送して|情報提供|ご連絡|相談/u;
const ITEM = /^(?:[・•●◦▪‣*-]\s*)?[(（]?\s*(?:["“”'「].{1,60}["“”'」]\s*)?[<＜(（]?\s*[A-Za-z0-9"._%+*-]+\s?(?:@|＠|\[@\]|\(at\)|●)/u;

/**
 * What is said of senders outside of whole examples: pairs 【誤】/【正】 and なりすまし/通常, lists of faked senders, the
 * addresses and URL rules named as genuine.
 */
export const senders: Layout = {
  id: "senders",
  read(lines, observed) {
    return [...lines.flatMap(official), ...pairs(lines, observed), ...lists(lines, observed)];
  },
};

function official(placed: PlacedLine, index: number, lines: readonly PlacedLine[]): LayoutFinding[] {
  const { text } = placed.line;
  if (text === "" || placed.rule !== undefined) return [];
  const said = pairMarkOf(text)?.stance ?? placed.label?.stance ?? stanceOf(text) ?? placed.zone;
  if (URL_RULE.test(text) && !LEADS_TO_FAKE.test(lines.slice(Math.max(0, index - 3), index).findLast((above) => above.line.text !== "")?.line.text ?? ""))
    return [findingOf([index], { urlRules: [text.replaceAll("＊", "*")] })];
  if (said !== "genuine") return [];
  const addresses = addressesIn(text);
  return addresses.length === 0 ? [] : [findingOf([index], { officialAddresses: addresses })];
}

/** Lines marked as the fake of a pair, without a label that the examples layout reads. */
function pairs(placed: readonly PlacedLine[], observed: string | undefined): LayoutFinding[] {
  return placed.flatMap(({ line }, index) => {
    const mark = pairMarkOf(line.text);
    if (mark?.stance !== "fake" || mark.rest === "" || labelOf(line.text) !== undefined) return [];
    const sender = senderIn(senderText(mark.rest));
    if (sender === undefined) return [];
    return [
      findingOf([index], { cases: [caseOf("差出人", { observed, senderNames: sender.name === "" ? [] : [sender.name], senderAddresses: [sender.address] })] }),
    ];
  });
}

/** Lines that are a sender and nothing else, under a sentence about faked senders: one case with all of them. */
function lists(placed: readonly PlacedLine[], observed: string | undefined): LayoutFinding[] {
  const findings: LayoutFinding[] = [];
  for (let i = 0; i < placed.length; i++) {
    const head = placed[i] as PlacedLine;
    if (
      !LIST_HEAD.test(head.line.text) ||
      CONTACT.test(head.line.text) ||
      head.label !== undefined ||
      head.zone === "genuine" ||
      addressesIn(head.line.text).length > 0
    )
      continue;
    if ((stanceOf(head.line.text) ?? head.zone ?? head.lastSaid) !== "fake") continue;
    const items = itemsUnder(placed, i + 1);
    if (items.length === 0) continue;
    const found = items.map((at) => senderIn(senderText((placed[at] as PlacedLine).line.text))).filter((sender) => sender !== undefined);
    const names = [...new Set(found.map((sender) => sender.name).filter((name) => name !== ""))];
    findings.push(
      findingOf([i, ...items], {
        cases: [caseOf("差出人", { observed, senderNames: names, senderAddresses: [...new Set(found.map((sender) => sender.address))] })],
      }),
    );
    i = items.at(-1) ?? i;
  }
  return findings;
}

function itemsUnder(placed: readonly PlacedLine[], from: number): readonly number[] {
  const items: number[] = [];
  for (let i = from; i < Math.min(placed.length, from + 200); i++) {
    const { line, label } = placed[i] as PlacedLine;
    if (line.text === "" || line.role === "break") continue;
    if (label !== undefined || line.text.length > 160 || /[。]/u.test(line.text) || !ITEM.test(line.text) || senderIn(line.text) === undefined) break;
    items.push(i);
  }
  return items;
}
