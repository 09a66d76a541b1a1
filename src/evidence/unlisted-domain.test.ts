import assert from "node:assert/strict";
import { test } from "node:test";
import { examine } from "../app/examine.ts";
import { defaultRegistry } from "../brands/index.ts";
import { parseMail } from "../mail/index.ts";
import { gatherEvidence } from "./gather.ts";
import { unlistedDomainOf } from "./unlisted-domain.ts";

interface Given {
  readonly domain: string;
  readonly name: string;
  readonly results: string | undefined;
  readonly text: string;
  readonly link: string;
}

const usual: Given = {
  domain: "withings-mail.example",
  name: "Withings",
  results: "dkim=pass header.d=withings-mail.example; dmarc=pass header.from=withings-mail.example",
  text: "Here is your weekly report.",
  link: "https://withings-mail.example/week",
};

function mailOf(given: Given): Uint8Array {
  const results = given.results === undefined ? [] : [`Authentication-Results: mx.example.com; ${given.results}`];
  return new TextEncoder().encode(
    [
      ...results,
      "Received: from out.sender.example (out.sender.example [192.0.2.10]) by mx.example.com with ESMTPS; Tue, 07 Mar 2023 05:30:00 +0900",
      "Date: Tue, 07 Mar 2023 05:29:58 +0900",
      `From: "${given.name}" <news@${given.domain}>`,
      "To: <taro@example.com>",
      `Subject: ${given.name}: your week`,
      "Content-Type: text/html; charset=UTF-8",
      "",
      `<h1>${given.name}</h1><p>${given.text}</p><p><a href="${given.link}">Open</a> <a href="${given.link}/more">More</a></p><p>${given.name}</p>`,
    ].join("\r\n"),
  );
}

function found(change: Partial<Given>): string | undefined {
  const registry = defaultRegistry();
  return unlistedDomainOf(gatherEvidence(parseMail(mailOf({ ...usual, ...change })), registry), registry)?.domain;
}

const held: readonly (readonly [string, Partial<Given>])[] = [
  ["proven, the name in it, links at home", {}],
  ["links to the official site", { link: "https://www.withings.com/week" }],
  ["nothing known of where it came from, and nothing asked", { results: undefined }],
];
for (const [name, change] of held) test(`a domain that may be the brand's own: ${name}`, () => assert.equal(found(change), "withings-mail.example"));

const notHeld: readonly (readonly [string, Partial<Given>])[] = [
  ["the receiving server found it unproven", { results: "dkim=none; spf=fail smtp.mailfrom=withings-mail.example" }],
  ["the name with a slip in it", { domain: "withlngs.example", link: "https://withlngs.example/" }],
  ["an ending that costs next to nothing", { domain: "withings-mail.buzz", link: "https://withings-mail.buzz/" }],
  ["no name in it", { domain: "fit-report.example", link: "https://fit-report.example/" }],
  ["links elsewhere", { link: "https://login.example/" }],
  ["a name handed out by a hosting service", { domain: "withings-mail.web.app", link: "https://withings-mail.web.app/" }],
  ["a threat", { text: "Your account will be suspended." }],
  ["nothing known of where it came from, and something asked", { results: undefined, text: "Please verify your account." }],
  [
    "the brand's senders have a source",
    {
      name: "XSERVER",
      domain: "xserver-mail.example",
      results: "dkim=pass header.d=xserver-mail.example; dmarc=pass header.from=xserver-mail.example",
      link: "https://xserver-mail.example/",
    },
  ],
];
for (const [name, change] of notHeld) test(`not a domain that may be the brand's own: ${name}`, () => assert.equal(found(change), undefined));

test("a mail from such a domain stays undecided, and the point says what to look up", () => {
  const { verdict, points } = examine(mailOf(usual));
  assert.equal(verdict.level, "undecided");
  const point = points.find((one) => one.kind === "unlisted-sender");
  assert.match(point?.action.en ?? "", /withings-mail\.example/);
  assert.equal(points.filter((one) => one.leans === "phishing" && one.confidence !== "weak").length, 0);
});
