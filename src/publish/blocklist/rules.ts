/** The grammar of each list, line by line, written apart from what writes them. */
export type ListKind = "blocklist" | "hosts" | "rpz" | "rspamd" | "ublock";

const NAME = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]`;
const ADDRESS = String.raw`(?:\d{1,3}\.){3}\d{1,3}|\[?[0-9a-f:.]+\]?`;
const line = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const LINES: Readonly<Record<ListKind, readonly RegExp[]>> = {
  blocklist: [/^# [\x20-\x7e]*$/, line(`${NAME}|${ADDRESS}`)],
  hosts: [/^# [\x20-\x7e]*$/, line(`0\\.0\\.0\\.0 ${NAME}`)],
  // Master file (RFC 1035 §5.1): comments, one directive, records of a relative name.
  rpz: [
    /^; [\x20-\x7e]*$/,
    /^\$TTL \d+$/,
    /^@ SOA localhost\. hostmaster\.localhost\.(?: \d{1,10}){5}$/,
    /^@ NS localhost\.$/,
    line(`(?:\\*\\.)?${NAME} CNAME \\.`),
  ],
  rspamd: [/^# [\x20-\x7e]*$/, line(`${NAME}|${ADDRESS}`)],
  ublock: [/^! [\x20-\x7e]*$/, line(`\\|\\|(?:${NAME}|${ADDRESS})(?:\\^|/[A-Za-z0-9._~/-]+\\|)\\$document`)],
};

/** What is wrong with a list. */
export function problemsOf(kind: ListKind, text: string): readonly string[] {
  const all = text.split("\n");
  if (all.pop() !== "") return ["the last line does not end"];
  const content = all.filter((one) => !/^[#;!] /.test(one));
  const strange = all
    .filter((one) => !LINES[kind].some((pattern) => pattern.test(one)))
    .map((one) => `no line of such a list: ${JSON.stringify(one.slice(0, 80))}`);
  const twice = new Set(content).size === content.length ? [] : ["a line stands twice"];
  const soa = kind === "rpz" && !(content[1]?.startsWith("@ SOA") ?? false) ? ["the zone does not begin with its SOA (RFC 1035 §5.2)"] : [];
  return [...strange, ...twice, ...soa];
}
