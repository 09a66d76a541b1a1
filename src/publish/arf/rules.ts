/** The rules of RFC 5965 that a program can check, on the bytes of a report; written apart from what writes them. */

/** §3.1: exactly once. */
const REQUIRED = ["feedback-type", "user-agent", "version"];
/** §3.2: at most once. */
const AT_MOST_ONCE = ["original-envelope-id", "original-mail-from", "arrival-date", "reporting-mta", "source-ip", "incidents"];
/** §3.3: any number of times. */
const REPEATABLE = ["authentication-results", "original-rcpt-to", "reported-domain", "reported-uri"];
/** §7.3, the registered types. */
const TYPES = new Set(["abuse", "fraud", "virus", "other", "not-spam"]);

export function problemsOf(mail: string): readonly string[] {
  if (/[^\x09\x0a\x0d\x20-\x7e]/.test(mail)) return ["not ASCII"];
  if (/(?<!\r)\n|\r(?!\n)/.test(mail)) return ["a line end that is not CRLF"];
  const long = /[^\r\n]{999}/.test(mail) ? ["a line of more than 998 characters (RFC 5322 §2.1.1)"] : [];
  const top = entity(mail);
  const type = top.fields.get("content-type")?.[0] ?? "";
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  if (!/^multipart\/report;/.test(type) || !/report-type=feedback-report/.test(type) || boundary === undefined)
    return ["not multipart/report of feedback-report (§2 (a))"];
  const parts = partsOf(top.body, boundary);
  const kinds = parts.map((part) => part.fields.get("content-type")?.[0]?.split(";")[0]);
  if (kinds.join(" ") !== "text/plain message/feedback-report message/rfc822") return [`parts are ${kinds.join(", ")} (§2 (b) to (d))`];
  return [...long, ...headProblems(top), ...feedbackProblems(parts[1]!.body), ...mailProblems(parts[2]!.body)];
}

interface Entity {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
  readonly broken: boolean;
}

function entity(text: string): Entity {
  const end = text.indexOf("\r\n\r\n");
  const [head, body] = end < 0 ? [text.replace(/\r\n$/, ""), ""] : [text.slice(0, end), text.slice(end + 4)];
  const fields = new Map<string, string[]>();
  let broken = false;
  for (const line of head.replace(/\r\n[ \t]/g, " ").split("\r\n")) {
    const [, name, value] = /^([!-9;-~]+):[ \t]?(.*)$/.exec(line) ?? [];
    if (name === undefined) broken = true;
    else fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value ?? ""]);
  }
  return { fields, body, broken };
}

function partsOf(body: string, boundary: string): readonly Entity[] {
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`);
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith("--"))
    .map((piece) => entity(piece.replace(/^\r\n/, "")));
}

/** RFC 5322 §3.6: From and Date stand once; a draft has no recipient. */
function headProblems({ fields, broken }: Entity): readonly string[] {
  const once = ["from", "date", "subject", "mime-version"].filter((name) => fields.get(name)?.length !== 1).map((name) => `${name} must stand once`);
  const sent = ["to", "cc", "bcc"].filter((name) => fields.has(name)).map((name) => `a draft has no ${name}`);
  return [...(broken ? ["a line of the header is no field"] : []), ...once, ...sent];
}

function feedbackProblems(body: string): readonly string[] {
  const { fields, broken } = entity(body);
  const found: string[] = broken ? ["a line of the feedback report is no field"] : [];
  for (const name of REQUIRED) if (fields.get(name)?.length !== 1) found.push(`${name} must stand once (§3.1)`);
  for (const name of AT_MOST_ONCE) if ((fields.get(name)?.length ?? 0) > 1) found.push(`${name} stands more than once (§3.2)`);
  for (const name of fields.keys()) if (![...REQUIRED, ...AT_MOST_ONCE, ...REPEATABLE].includes(name)) found.push(`${name} is not registered (§7.2)`);
  if (!TYPES.has(fields.get("feedback-type")?.[0] ?? "")) found.push("Feedback-Type is not registered (§7.3)");
  if (fields.get("version")?.[0] !== "1") found.push("Version is not 1 (§3.1)");
  for (const uri of fields.get("reported-uri") ?? []) if (!URL.canParse(uri)) found.push("Reported-URI is no URI (§3.3)");
  return found;
}

function mailProblems(body: string): readonly string[] {
  const { fields, broken } = entity(body);
  const once = ["from", "subject"].filter((name) => fields.get(name)?.length !== 1).map((name) => `the reported mail: ${name} must stand once`);
  const to = ["to", "cc", "delivered-to", "message-id", "received"]
    .filter((name) => fields.has(name))
    .map((name) => `the reported mail: ${name} would name the recipient`);
  return [...(broken ? ["the reported mail: a line is no field"] : []), ...once, ...to];
}
