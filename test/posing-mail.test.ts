import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../src/app/examine.ts";
import { defaultRegistry } from "../src/brands/index.ts";

interface Posed {
  readonly name: string;
  readonly address: string;
}

const registry = defaultRegistry();
/** The companies of test/ordinary-mail whose name the registry knows. */
const companies: readonly Posed[] = readFileSync("test/ordinary-mail/senders.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("|"))
  .map(([name = "", address = ""]) => ({ name, address }))
  .filter(({ name }) => registry.findBrand(name) !== undefined);

interface Way {
  readonly from: (posed: Posed) => string;
  readonly link: string;
  readonly results: (posed: Posed) => string;
}

const hostOf = (address: string): string => address.slice(address.indexOf("@") + 1);
const WAYS: Readonly<Record<string, Way>> = {
  "in its name, from and to one strange domain": { from: ({ name }) => `"${name}" <info@kx7shop.example>`, link: "kx7shop.example", results: () => "" },
  "in its name, from a strange domain that is proven, to another": {
    from: ({ name }) => `"${name}" <info@kx7shop.example>`,
    link: "qq3.example",
    results: () => "dkim=pass header.d=kx7shop.example; dmarc=pass header.from=kx7shop.example",
  },
  "from its own address, which is found forged": {
    from: ({ name, address }) => `"${name}" <${address}>`,
    link: "qq3.example",
    results: ({ address }) => `dkim=none; spf=fail smtp.mailfrom=${hostOf(address)}; dmarc=fail header.from=${hostOf(address)}`,
  },
};

function mailOf(posed: Posed, way: Way): Uint8Array {
  const results = way.results(posed);
  const lines = [
    ...(results === "" ? [] : [`Authentication-Results: mx.example.com; ${results}`]),
    "Received: from out.sender.example (out.sender.example [192.0.2.1]) by mx.example.com with ESMTP; Tue, 03 Mar 2026 05:30:00 +0900",
    "Date: Tue, 03 Mar 2026 05:29:58 +0900",
    `From: ${way.from(posed)}`,
    "To: <taro@example.com>",
    "Subject: ご利用明細のお知らせ",
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=UTF-8",
    "",
    `<p>いつも${posed.name}をご利用いただきありがとうございます。</p><p>ご利用明細をお送りします。</p><p><a href="https://${way.link}/a">ログインして確認する</a></p>`,
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}

for (const [name, way] of Object.entries(WAYS))
  test(`whoever poses as one of four hundred and more companies is seen: ${name}`, () => {
    assert.ok(companies.length > 400, String(companies.length));
    const missed = companies.filter((posed) => !["suspicious", "impersonation"].includes(examine(mailOf(posed, way)).verdict.level));
    assert.deepEqual(
      missed.map((posed) => posed.name),
      [],
    );
  });
