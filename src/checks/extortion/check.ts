import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Bilingual } from "../../terms/index.ts";

const ID = "extortion";

/**
 * Blackmail: the mail says it has recorded the reader or broken into the device and demands coins. No genuine mail says both.
 * Source of the rule: https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html (IPA),
 * https://www.ic3.gov/PSA/2018/PSA180807 (FBI).
 */
export const extortion = lureCheck({
  id: ID,
  title: { ja: "ビットコインなどを要求する脅迫ではないか", en: "Is it blackmail for coins?" },
  question: {
    ja: "「端末に侵入した」「録画した」などと脅し、ビットコインなどを要求していませんか。",
    en: "Does it claim to have hacked or recorded you and demand coins?",
  },
  needs: ["wording"],
  confidence: "strong",
  found: { ja: "脅迫して送金を求めるメールです", en: "It is blackmail that demands money" },
  official: {
    ja: "侵入や録画の話は、同じ文面を大量に送りつけるだけの作り話です。",
    en: "The tale of hacking and recording is made up and sent to masses of people.",
  },
  why: {
    ja: "恐怖と恥ずかしさで、誰にも相談せずに払わせるのが狙いです。パスワードが書かれていても、過去に漏れたものです。",
    en: "Fear and shame are meant to make you pay without asking anybody. A password it shows comes from an old leak.",
  },
  action: {
    ja: "支払わず、返信もしないでください。書かれたパスワードを今も使っているなら変更してください。",
    en: "Do not pay, do not answer. If it shows a password you still use, change it.",
  },
  find,
});

function find({ of, evidence }: Given): Finding | undefined {
  const claimed = of("secretRecording");
  const demanded = of("ransom");
  if (claimed.length === 0) return undefined;
  const address = COIN_ADDRESS.exec(evidence.visibleText.slice(0, READ))?.[0];
  const demands = demanded.length > 0 || address !== undefined;
  if (!demands) return undefined;
  const grave = claimed.length >= 2 || address !== undefined;
  const words = said([...claimed.slice(0, 2), ...demanded.slice(0, 1)]);
  const coin: Bilingual = address === undefined ? { ja: "", en: "" } : { ja: `送金先は ${address} です。`, en: ` The money is to go to ${address}.` };
  return {
    kind: grave ? "hacked-and-pay" : "hacked-or-pay-words",
    severity: grave ? "high" : "low",
    confidence: grave ? "strong" : "weak",
    quotes: [...claimed.slice(0, 3), ...demanded.slice(0, 2)],
    seen: { ja: `${words.ja}と書かれています。${coin.ja}`, en: `It says ${words.en}.${coin.en}` },
  };
}

const READ = 20_000;
/** Bitcoin addresses (base58 of version 0 and 5, https://en.bitcoin.it/wiki/Base58Check_encoding; bech32, BIP 173), Litecoin's bech32, Ethereum's hex. */
const COIN_ADDRESS = /\b(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc1|ltc1)[02-9ac-hj-np-z]{25,62}|0x[0-9a-fA-F]{40})\b/;
