import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "../../brands/index.ts";
import type { Quote } from "../../terms/index.ts";
import type { Claim, ClaimPlace, Sender } from "../evidence.ts";
import { gatherClaims } from "./claims.ts";
import type { ClaimsPart } from "../claims/input.ts";

const quote = (text: string): Quote => ({ text, where: { kind: "raw", start: 0, end: text.length } });
const part = (text: string, place: ClaimPlace = "body"): ClaimsPart => ({ text, place, quoteAt: (start, end) => quote(text.slice(start, end)) });

function senderOf(displayName: string, address: string): Sender {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return {
    from: [{ address, domain, displayName, quote: quote(`${displayName} <${address}>`) }],
    replyTo: [],
    sender: undefined,
    returnPath: undefined,
    to: [],
    authorDomain: domain,
    registrableDomain: domain,
    addressInDisplayName: undefined,
  };
}

function claimsOf(from: readonly [string, string], subject: string, parts: readonly ClaimsPart[], list = false): readonly Claim[] {
  const found = gatherClaims({ subject: quote(subject), sender: senderOf(...from), parts, list }, defaultRegistry());
  return found.kind === "found" ? found.value : [];
}
const speakers = (claims: readonly Claim[]): readonly string[] => claims.filter((claim) => claim.kind === "speaks").map((claim) => claim.brand);

test("the display name says who speaks", () => {
  assert.deepEqual(speakers(claimsOf(["XSERVER SUPPORT", "a@sender.example"], "お知らせ", [part("本文")])), ["xserver"]);
});

test("a tagged subject with the signature says who speaks", () => {
  const body = part("いつもご利用いただきありがとうございます。\n\n株式会社のお知らせです。\n\nXSERVER ウェブメールのサポート");
  assert.deepEqual(speakers(claimsOf(["", "a@sender.example"], "【Xserver】重要なお知らせ", [body])), ["xserver"]);
});

test("a name in running text is a mention", () => {
  const claims = claimsOf(["田中", "tanaka@office.example"], "打ち合わせの件", [
    part("先週 Amazon で買った本の領収書を送ります。\nPayPay でも払えます。\n\n田中"),
  ]);
  assert.deepEqual(speakers(claims), []);
  assert.deepEqual(claims.map((claim) => claim.brand).sort(), ["amazon", "paypay"]);
});

test("a mailing list and another brand's own mail talk about brands", () => {
  assert.deepEqual(speakers(claimsOf(["", "news@list.example"], "[Microsoft] patch", [part("Microsoft Team\nMicrosoft")], true)), []);
  assert.deepEqual(
    speakers(claimsOf(["Amazon.co.jp", "store-news@amazon.co.jp"], "PayPay が使えます", [part("PayPay", "heading"), part("PayPay", "logoAlt")])),
    ["amazon"],
  );
});

test("a sender with a name of its own talks about the others", () => {
  assert.deepEqual(speakers(claimsOf(["Honig", "honig@myhonig.example"], "You saved your PayPal points", [part("Your PayPal points.\n\nPayPal")])), []);
  assert.deepEqual(speakers(claimsOf(["Synkron for your PayPal card", "a@mail.synkron.example"], "New card", [part("PayPal")])), []);
  assert.deepEqual(speakers(claimsOf(["PayPal Security", "a@paypal-security.example"], "New card", [part("Dear customer")])), ["paypal"]);
});

test("phishing sent to a list still speaks as the brand", () => {
  const body = part("カードのご利用を確認してください。\n\n三井住友カード株式会社");
  assert.deepEqual(speakers(claimsOf(["", "no-reply@sender.example"], "[some-list] 【三井住友カード】決済完了のお知らせ", [body], true)), ["smbc-card"]);
});

test("short names need a word of the trade", () => {
  assert.deepEqual(speakers(claimsOf(["au", "a@sender.example"], "Bonjour", [part("aller au marché")])), ["au"], "a display name that is the brand");
  assert.deepEqual(speakers(claimsOf(["Jean au lac", "a@sender.example"], "Bonjour", [part("aller au marché")])), []);
  assert.deepEqual(speakers(claimsOf(["JA Center", "a@sender.example"], "口座のご確認", [part("JA ネットバンク口座")])), ["ja-bank"]);
});

test("social links in a footer name nobody", () => {
  assert.deepEqual(
    speakers(claimsOf(["The Shop", "shop@shop.example"], "Sale", [part("Facebook Instagram LinkedIn", "footer"), part("App Store Google Play", "logoAlt")])),
    [],
  );
});

test("hostile sizes stay quick", () => {
  const start = performance.now();
  claimsOf(["【".repeat(10_000), "a@sender.example"], "【".repeat(50_000), [part("Amazon\n".repeat(50_000)), part("株式会社".repeat(50_000))]);
  assert.ok(performance.now() - start < 2000);
});
