import { z } from "zod";
import { jsonProblems } from "../json-problems.ts";

/**
 * XARF v4, core and content/phishing (https://xarf.org/docs/specification/, https://xarf.org/schemas/v4/xarf-core.json,
 * https://xarf.org/schemas/v4/types/content-phishing.json), as far as Ayashii writes it.
 */
const hostname = z.string().regex(/^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/);
const party = z.strictObject({ org: z.string().min(1).max(200), contact: z.email(), domain: hostname });

const evidence = z.strictObject({
  content_type: z.literal("text/plain"),
  description: z.string().max(500),
  payload: z.base64(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.int().min(0).max(5_242_880),
});

const report = z
  .strictObject({
    xarf_version: z.string().regex(/^4\.\d+\.\d+$/),
    report_id: z.uuidv4(),
    timestamp: z.iso.datetime(),
    reporter: party,
    sender: party,
    source_identifier: z.union([hostname, z.ipv4(), z.ipv6()]),
    category: z.literal("content"),
    type: z.literal("phishing"),
    url: z.url({ protocol: /^https?$/ }),
    domain: hostname.optional(),
    evidence_source: z.literal("user_report"),
    verification_method: z.enum(["manual", "automated_crawler", "user_report", "honeypot", "threat_intelligence"]),
    attack_vector: z.literal("phishing"),
    target_brand: z.string().min(1).optional(),
    description: z.string().max(1000),
    evidence: z.array(evidence).max(50),
    tags: z.array(z.string().regex(/^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+.-]*$/)).max(20),
  })
  .refine(({ url, source_identifier: host }) => new URL(url).hostname.replace(/^\[|\]$|\.$/g, "") === host, "source_identifier is not the host of url");

/** What is wrong with a report. */
export function problemsOf(json: string): readonly string[] {
  return jsonProblems(json, report, (found) =>
    found.evidence.flatMap(({ payload, size }) => (Buffer.from(payload, "base64").length === size ? [] : ["evidence: size is not that of the payload"])),
  );
}
