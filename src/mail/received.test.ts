import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReceived } from "./received.ts";

const cases: readonly { readonly server: string; readonly value: string; readonly expected: Partial<ReturnType<typeof parseReceived>> }[] = [
  {
    server: "Postfix",
    value:
      "from mail.example.com (unknown [192.0.2.1]) (using TLSv1.3 with cipher X (256/256 bits)) by mx.example.net (Postfix) with ESMTPS id 4ABC for <a@example.net>; Mon, 1 Apr 2024 09:00:00 +0900 (JST)",
    expected: {
      helo: "mail.example.com",
      rdns: "",
      ip: "192.0.2.1",
      by: "mx.example.net",
      with: "ESMTPS",
      id: "4ABC",
      for: "a@example.net",
      date: "Mon, 1 Apr 2024 09:00:00 +0900 (JST)",
    },
  },
  {
    server: "Exim",
    value:
      "from host.example.com ([192.0.2.2]:4711 helo=pc) by mx.example.net with esmtpsa (TLS1.3) (Exim 4.96) (envelope-from <b@example.com>) id 1rABC-00; Mon, 1 Apr 2024 09:00:00 +0900",
    expected: { helo: "pc", rdns: "host.example.com", ip: "192.0.2.2", envelopeFrom: "b@example.com", authenticatedBy: "esmtpsa" },
  },
  {
    server: "qmail",
    value: "from unknown (HELO pc.example.com) (u@192.0.2.3) by mx.example.net with SMTP; 1 Apr 2024 00:00:00 -0000",
    expected: { helo: "pc.example.com", rdns: "", ip: "192.0.2.3", ident: "u", network: true },
  },
  {
    server: "qmail, local",
    value: "(qmail 1234 invoked by uid 89); 1 Apr 2024 00:00:00 -0000",
    expected: { ip: "", network: false, date: "1 Apr 2024 00:00:00 -0000" },
  },
  {
    server: "Exchange",
    value:
      "from A.example.com (2603:10a6:1::7) by B.example.com (2603:10a6:2::9) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.1; Mon, 1 Apr 2024 00:00:00 +0000",
    expected: { helo: "A.example.com", rdns: "", ip: "2603:10a6:1::7", by: "B.example.com", id: "15.20.1" },
  },
  {
    server: "Gmail",
    value:
      "from mail.example.com (mail.example.com. [192.0.2.4]) by mx.google.com with ESMTPS id x1-20si.3.2024 for <a@gmail.com> (version=TLS1_3 cipher=X bits=256/256); Mon, 01 Apr 2024 00:00:00 -0700 (PDT)",
    expected: { helo: "mail.example.com", rdns: "mail.example.com", ip: "192.0.2.4", id: "x1-20si.3.2024", for: "a@gmail.com" },
  },
  {
    server: "Sendmail",
    value:
      "from PC (host.example.com [192.0.2.5] (may be forged)) (authenticated bits=0) by mx.example.net (8.15.2/8.15.2) with ESMTP id x for <a@example.net>; Mon, 1 Apr 2024 00:00:00 +0900",
    expected: { helo: "PC", rdns: "host.example.com", ip: "192.0.2.5", authenticatedBy: "Sendmail" },
  },
];
for (const { server, value, expected } of cases) {
  test(`reads what ${server} writes`, () => {
    const found = parseReceived(value);
    for (const [key, wanted] of Object.entries(expected)) assert.equal(found[key as keyof typeof found], wanted, key);
  });
}

test("hostile values neither throw nor take long", () => {
  const started = Date.now();
  for (const piece of ["(", "from ", "[", "by (", "HELO ", "a@", "envelope-from "]) parseReceived(piece.repeat(100_000));
  assert.ok(Date.now() - started < 1000);
});
