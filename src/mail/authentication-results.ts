/** One `method=result` of an Authentication-Results field. Names are lower case, values as written. */
export interface AuthenticationResult {
  readonly method: string;
  readonly methodVersion: number;
  readonly result: string;
  readonly reason: string | undefined;
  /** Comments of this result joined with a blank, without their outer parentheses. */
  readonly comment: string;
  /** By ptype, then property: `properties.header.d`. No prototype, so a property may be called anything. */
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface AuthenticationResults {
  /** Empty when the writer left it out, as Microsoft's internal fields do. */
  readonly authservId: string;
  readonly version: number;
  readonly results: readonly AuthenticationResult[];
}

type Token = { readonly kind: "word" | "quoted" | "comment" | "sign"; readonly text: string; readonly spaced: boolean };

/**
 * Reads the value of an Authentication-Results field (RFC 8601 §2.2). Tolerant: what cannot be read is passed over,
 * a missing authserv-id is left empty, values may hold any character up to a blank or `;`.
 */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const statements = statementsOf(tokenize(value));
  const first = statements[0] ?? [];
  const named = !first.some((token) => token.kind === "sign" && token.text === "=");
  const head = named ? first.filter((token) => token.kind !== "comment") : [];
  const version = Number(head[1]?.text ?? 1);
  const results: AuthenticationResult[] = [];
  for (const statement of named ? statements.slice(1) : statements) {
    const result = readResult(statement);
    if (result) results.push(result);
  }
  return { authservId: head[0]?.text ?? "", version: Number.isInteger(version) ? version : 1, results };
}

/** RFC 8601 lets comments stand between any two tokens, so they are tokens too. */
function tokenize(value: string): Token[] {
  const tokens: Token[] = [];
  let spaced = false;
  for (let at = 0; at < value.length;) {
    const char = value[at] as string;
    if (char <= " ") {
      spaced = true;
      at++;
      continue;
    }
    const [token, next] = readToken(value, at, spaced);
    tokens.push(token);
    spaced = false;
    at = next;
  }
  return tokens;
}

function readToken(value: string, at: number, spaced: boolean): [Token, number] {
  const char = value[at] as string;
  if (char === "(") {
    const end = commentEnd(value, at);
    return [{ kind: "comment", text: value.slice(at + 1, end - 1), spaced }, end];
  }
  if (char === '"') return readQuoted(value, at, spaced);
  if (char === ";" || char === "=") return [{ kind: "sign", text: char, spaced }, at + 1];
  const end = wordEnd(value, at + 1);
  return [{ kind: "word", text: value.slice(at, end), spaced }, end];
}

/** A word ends at a blank or one of `; = ( "`. By character code, as every mail has such fields. */
function wordEnd(value: string, from: number): number {
  for (let at = from; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code <= 0x20 || code === 0x3b || code === 0x3d || code === 0x28 || code === 0x22) return at;
  }
  return value.length;
}

function readQuoted(value: string, start: number, spaced: boolean): [Token, number] {
  let text = "";
  let at = start + 1;
  for (; at < value.length && value[at] !== '"'; at++) {
    if (value[at] === "\\") at++;
    text += value[at] ?? "";
  }
  return [{ kind: "quoted", text, spaced }, at + 1];
}

/** Index after the parenthesis that closes the comment; nested ones are counted. */
function commentEnd(value: string, start: number): number {
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    const char = value[at];
    if (char === "\\") at++;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
  }
  return value.length + 1;
}

function statementsOf(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "sign" && token.text === ";") statements.push([]);
    else (statements[statements.length - 1] as Token[]).push(token);
  }
  return statements;
}

/** A statement is pairs `key = value`; the first is the method, `reason` is special, the others are properties. */
function readResult(statement: readonly Token[]): AuthenticationResult | undefined {
  const pairs = pairsOf(statement.filter((token) => token.kind !== "comment"));
  const [method, ...others] = pairs;
  if (!method) return undefined;
  const [name = "", version = "1"] = method.key.toLowerCase().split("/");
  if (name === "") return undefined;
  const reason = others.find((pair) => pair.key.toLowerCase() === "reason")?.value;
  const properties: Record<string, Record<string, string>> = Object.create(null);
  for (const { key, value } of others) {
    const dot = key.indexOf(".");
    if (dot < 1) continue;
    const group = (properties[key.slice(0, dot).toLowerCase()] ??= Object.create(null) as Record<string, string>);
    group[key.slice(dot + 1).toLowerCase()] ??= value;
  }
  const comment = statement
    .filter((token) => token.kind === "comment")
    .map((token) => token.text)
    .join(" ");
  return { method: name, methodVersion: Number(version) || 1, result: method.value.toLowerCase(), reason, comment, properties };
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

function pairsOf(tokens: readonly Token[]): Pair[] {
  const pairs: Pair[] = [];
  let keyFrom = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.text !== "=" || tokens[at]?.kind !== "sign") continue;
    const [value, next] = readValue(tokens, at + 1);
    pairs.push({ key: readKey(tokens.slice(keyFrom, at)), value });
    keyFrom = next;
    at = next - 1;
  }
  return pairs;
}

/** `header . d` and `dkim / 1` may be written with blanks; without such a sign only the last word counts. */
function readKey(tokens: readonly Token[]): string {
  let key = "";
  for (const { text } of tokens) key = /[./]$/.test(key) || /^[./]/.test(text) ? key + text : text;
  return key;
}

/** `local"part"@x` and base64 with `=` inside belong together as long as no blank comes between. */
function readValue(tokens: readonly Token[], from: number): [string, number] {
  let value = tokens[from]?.text ?? "";
  let at = from + 1;
  for (; at < tokens.length && !tokens[at]?.spaced; at++) value += tokens[at]?.text;
  return [value, Math.min(at, tokens.length)];
}
