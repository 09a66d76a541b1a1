import assert from "node:assert/strict";
import { test } from "node:test";
import { isProviderVerdict, stripProviderVerdicts } from "./provider-verdicts.ts";

const strip = (text: string): string => new TextDecoder().decode(stripProviderVerdicts(new TextEncoder().encode(text)));

test("a provider's verdict goes with its folded lines, the rest stays byte for byte", () => {
  const mail =
    "From: a@example.com\r\nX-Spam-Status: Yes, hits=9\r\n\ttests=A,\r\n B\r\nX-MS-Exchange-Organization-SCL: 5\r\nSubject: b\r\n\r\nX-Spam-Status: body\r\n";
  assert.equal(strip(mail), "From: a@example.com\r\nSubject: b\r\n\r\nX-Spam-Status: body\r\n");
});
test("a mail without verdicts is returned as it is, also with bare LF or no body", () => {
  for (const mail of ["", "From: a@example.com\nTo: b@example.com", "no header at all", "\n\nX-Spam: body"]) assert.equal(strip(mail), mail);
});
test("names of verdict fields", () => {
  for (const name of [
    "X-Spam-Flag",
    "X-Forefront-Antispam-Report",
    "X-Microsoft-Antispam",
    "X-MS-Exchange-AntiSpam-MessageData",
    "X-Proofpoint-Spam-Details",
    "X-Barracuda-Spam-Score",
  ])
    assert.ok(isProviderVerdict(name), name);
  for (const name of ["Authentication-Results", "Received", "X-Mailer", "X-MS-Exchange-Transport-Loop", "X-BeenThere", "Received-SPF", "DKIM-Signature"])
    assert.ok(!isProviderVerdict(name), name);
});
