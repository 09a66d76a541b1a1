export { defang } from "./defang.ts";
export { scanForLeaks } from "./leak-scan.ts";
export { redact } from "./redact.ts";
export { redactText } from "./redact-text.ts";
export { secretsOf } from "./secrets.ts";
export type { PublicBilingual, PublicText } from "./public-text.ts";
export type { Blame, Leak, Placeholder, RedactedLink, RedactedMail, RedactedPoint, Secret } from "./redacted-mail.ts";
