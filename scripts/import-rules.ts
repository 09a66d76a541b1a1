/** The import rules of docs/flow.md (who may know whom), as data and one pure function over source texts. */

/** Pure stages: the folders each may import values and types from. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  terms: [],
  mail: ["terms"],
  brands: ["terms", "mail"],
  advisories: ["terms", "mail", "brands"],
  evidence: ["terms", "mail", "brands"],
  checks: ["terms", "mail", "brands", "advisories", "evidence"],
  verdict: ["terms", "evidence", "brands", "advisories", "checks"],
  report: ["terms", "mail", "brands", "advisories", "evidence", "checks", "verdict"],
  redact: ["terms", "mail", "brands", "advisories", "evidence", "checks", "verdict", "report"],
  article: ["terms", "brands", "advisories", "verdict", "report", "redact"],
};
/** The only readers of the network: a folder of evidence, yet no part of its pure stage. */
const LOOKUPS = "evidence/lookups";
/** Doors to the outside: they know the stages they feed, never each other. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  intake: ["terms", "mail"],
  [LOOKUPS]: ["terms", "mail", "brands", "evidence"],
  archive: ["terms", "evidence", "redact", "article"],
  queue: ["terms", "archive"],
  // An exporter sees an Article, never a mail: its text type only redact() can make.
  publish: ["terms", "brands", "redact", "article"],
};
/** Packages that run without Node; anything else has no place in a pure folder. */
const PURE_PACKAGES = new Set([
  "@kenjiuno/decompressrtf",
  "@noble/hashes",
  "fflate",
  "libphonenumber-js",
  "micromark",
  "omggif",
  "parse5",
  "qr",
  "string-width",
  "tldts",
  "yaml",
  "zod",
]);
/** Folders that compose everything. */
const COMPOSERS = new Set(["app", "cli", "web", ""]);

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/(?<![.\w$])Buffer\b/, "Buffer"],
  [/(?<![.\w$])process\s*\??[.[]/, "process"],
  [/(?<![.\w$])fetch\s*\(/, "fetch"],
  [/(?<![.\w$])(?:XMLHttpRequest|WebSocket|EventSource)\b/, "a network object"],
  [/\bDate\s*\.\s*now\b/, "Date.now"],
  [/\bnew\s+Date\s*\(\s*\)/, "new Date()"],
  [/(?<![.\w$])performance\s*\./, "performance"],
  [/\bMath\s*\.\s*random\b/, "Math.random"],
  [/(?<![.\w$])crypto\s*\./, "crypto"],
  [/(?<![.\w$])require\s*\(/, "require"],
];

/**
 * Text that may leave is made in one place: `as PublicText` elsewhere would let raw mail out. Casts hidden behind a type
 * alias of it, or through `any`, are what reviews are for.
 */
const PUBLIC_CAST = /\bas\s+(?:readonly\s+)?(?:Public(?:Text|Bilingual)|RedactedMail)\b|(?<![\w$])<\s*Public(?:Text|Bilingual)\s*>\s*[("'`\w]/;
const MAKER_OF_PUBLIC_TEXT = "redact/redact-text.ts";

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

const COMMENT_OR_STRING = /\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const blank = (text: string): string => text.replace(/[^\n]/g, " ");
const withoutComments = (source: string): string => source.replace(COMMENT_OR_STRING, (hit) => (hit.startsWith("/") ? blank(hit) : hit));
const withoutStrings = (source: string): string => source.replace(COMMENT_OR_STRING, blank);
const lineOf = (source: string, index: number): number => source.slice(0, index).split("\n").length;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[\w$*{},\s]*?\bfrom\s*["']([^"'\n]+)["']|(?:^|\n)\s*import\s*["']([^"'\n]+)["']|\bimport\s*\(\s*["']([^"'\n]+)["']/g;

/** Resolves `../a/b.ts` against the importing file; both are paths under src/. */
function resolve(from: string, target: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

const stageOf = (file: string): string => (file.startsWith(`${LOOKUPS}/`) ? LOOKUPS : file.includes("/") ? (file.split("/")[0] ?? "") : "");
const isGenerated = (file: string): boolean => file.endsWith(".generated.ts");

function importProblem(file: string, target: string): string | undefined {
  const stage = stageOf(file);
  const pure = LAYERS[stage] !== undefined;
  if (!target.startsWith(".")) {
    if (!pure || PURE_PACKAGES.has(packageName(target))) return undefined;
    return target.startsWith("node:")
      ? `${stage}/ is pure and imports ${target}`
      : `${stage}/ is pure and imports the package ${target}, which is not on the list of pure ones`;
  }
  const resolved = resolve(file, target);
  const other = stageOf(resolved);
  if (stage === "checks" && other === "checks" && !isGenerated(file)) return checkProblem(file, resolved);
  const allowed = LAYERS[stage] ?? DOORS[stage];
  if (COMPOSERS.has(stage) || other === stage) return undefined;
  if (allowed === undefined) return `${stage}/ has no place in the layers: add it to scripts/import-rules.ts`;
  return allowed.includes(other) ? undefined : `${stage}/ must not know ${other === "" ? resolved : `${other}/`}`;
}

function packageName(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Checks never import each other: what two of them need is an evidence topic. */
function checkProblem(file: string, resolved: string): string | undefined {
  const folder = (path: string): string => (path.split("/").length > 2 ? (path.split("/")[1] ?? "") : "");
  if (folder(resolved) !== "" && folder(resolved) !== folder(file)) return `check ${folder(file)} imports check ${folder(resolved)}`;
  return isGenerated(resolved) ? "a check imports the list of checks" : undefined;
}

/** All violations in the given sources; keys are paths under src/, tests are not judged. */
export function violations(sources: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  for (const [file, source] of sources) {
    if (file.endsWith(".test.ts")) continue;
    const code = withoutComments(source);
    for (const match of code.matchAll(IMPORT)) {
      const what = importProblem(file, match[1] ?? match[2] ?? match[3] ?? "");
      if (what !== undefined) found.push({ file, line: lineOf(code, match.index + match[0].length), what });
    }
    if (LAYERS[stageOf(file)] !== undefined) found.push(...impurities(file, withoutStrings(source)));
    const cast = file === MAKER_OF_PUBLIC_TEXT ? -1 : withoutStrings(source).search(PUBLIC_CAST);
    if (cast >= 0) found.push({ file, line: lineOf(source, cast), what: `only ${MAKER_OF_PUBLIC_TEXT} makes PublicText: call redactText()` });
  }
  return found;
}

function impurities(file: string, code: string): Violation[] {
  return IMPURE.flatMap(([pattern, name]) => {
    const at = code.search(pattern);
    return at < 0 ? [] : [{ file, line: lineOf(code, at), what: `${stageOf(file)}/ is pure and uses ${name}` }];
  });
}
