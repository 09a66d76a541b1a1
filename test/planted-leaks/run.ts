import { articleOf } from "../../src/app/article-of.ts";
import { examine } from "../../src/app/examine.ts";
import { articlePage, pictureOf, toMarkdown } from "../../src/article/index.ts";
import { defaultRegistry } from "../../src/brands/index.ts";
import { gatherEvidence } from "../../src/evidence/index.ts";
import { parseMail } from "../../src/mail/index.ts";
import { redact, scanForLeaks, secretsOf } from "../../src/redact/index.ts";
import { formsOfText, textOf } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import type { Plant, PlantedMail } from "./planted-mail.ts";
import { plantedMail } from "./planted-mail.ts";

/** How much is done, as making and scanning everything of every mail takes minutes. */
export interface Effort {
  /** How many forms of output of each redacted mail the scan reads, by turns. A plain search for the plants reads all. */
  readonly formsEach: number;
  /** Every how many mails the public warning is made too. */
  readonly articleEvery: number;
}

/** What came of planting. */
export interface Outcome {
  mails: number;
  plants: number;
  articles: number;
  /** Plants seen again in the redacted mail by a plain search for them. */
  readonly leaks: string[];
  /** Outputs of redacted mails in which the scan reports something. */
  readonly alarms: string[];
  scanned: number;
  /** Plants in unredacted outputs that the scan did not report. */
  readonly missed: string[];
  innocent: number;
  blanked: number;
  readonly places: Set<string>;
  readonly encodings: Set<string>;
}

const name = (seed: number, plant: Plant): string => `mail ${seed}: ${plant.kind} in ${plant.encoding} at ${plant.place}: ${plant.written}`;

/**
 * Mails `first` to `first + count - 1`, each with plants in its own places and encodings.
 */
export function runPlanted(first: number, count: number, { formsEach, articleEvery }: Effort): Outcome {
  const outcome: Outcome = {
    mails: 0,
    articles: 0,
    plants: 0,
    leaks: [],
    alarms: [],
    scanned: 0,
    missed: [],
    innocent: 0,
    blanked: 0,
    places: new Set(),
    encodings: new Set(),
  };
  for (let seed = first; seed < first + count; seed++) judge(seed, plantedMail(seed), outcome, { formsEach, articleEvery });
  return outcome;
}

function judge(seed: number, planted: PlantedMail, outcome: Outcome, { formsEach, articleEvery }: Effort): void {
  const mail = parseMail(planted.raw);
  const evidence = gatherEvidence(mail, defaultRegistry());
  const secrets = secretsOf(mail, evidence);
  const redacted = redact(mail, evidence, examine(planted.raw));
  const shown = textOf(redacted);
  outcome.mails++;
  for (const plant of planted.plants) {
    outcome.plants++;
    outcome.places.add(plant.place);
    outcome.encodings.add(plant.encoding);
    if (isIn(shown, plant.written) || isIn(shown, plant.value)) outcome.leaks.push(name(seed, plant));
  }
  const article = seed % articleEvery === 0 ? articleOutputs(planted.raw) : [];
  if (article.length > 0) outcome.articles++;
  for (const plant of planted.plants)
    if (article.some(({ content }) => isIn(String(content), plant.written) || isIn(String(content), plant.value)))
      outcome.leaks.push(`article: ${name(seed, plant)}`);
  const forms = [...formsOfText(shown), ...article];
  for (const [at, { form, content }] of forms.entries()) {
    if ((at + seed) % forms.length >= formsEach) continue;
    const leaks = scanForLeaks(content, secrets);
    if (leaks.length > 0)
      outcome.alarms.push(
        `mail ${seed}, ${form}: ${leaks.map((leak) => `${leak.secret} ${leak.encoding} ${String(typeof content === "string" ? content.slice(leak.start, leak.end) : "").slice(0, 80)}`).join("; ")}`,
      );
  }
  scanApart(seed, planted, secrets, outcome);
  countInnocent(planted, redacted.text, outcome);
}

/** Everything that is made of the warning about this mail; nothing when it becomes none. */
function articleOutputs(raw: Uint8Array): readonly Output[] {
  const made = articleOf(raw, { created: "2024-02-16T00:00:00.000Z" });
  if (made.kind === "refused") return [];
  const { article } = made;
  return (["ja", "en"] as const)
    .flatMap((lang) => [
      { form: `article-page-${lang}`, content: articlePage(article, lang) },
      { form: `article-markdown-${lang}`, content: toMarkdown(article, lang) },
      { form: `article-picture-${lang}`, content: pictureOf(article.mail, lang) },
    ])
    .concat([{ form: "article-json", content: JSON.stringify(article) }]);
}

function isIn(shown: string, what: string): boolean {
  return shown.toLowerCase().includes(what.toLowerCase());
}

/** The redaction switched off: one plant between innocent words in an output, and the scan must say so. Tokens are left out, as they are the plant itself. */
function scanApart(seed: number, planted: PlantedMail, all: ReturnType<typeof secretsOf>, outcome: Outcome): void {
  const secrets = all.filter(({ kind }) => kind !== "token");
  for (const [at, plant] of planted.plants.entries()) {
    const forms = formsOfText(`${planted.innocent[0]}\n${around(plant)}\n${planted.innocent[1]}`);
    const { form, content } = forms[(seed + at) % forms.length]!;
    outcome.scanned++;
    if (scanForLeaks(content, secrets).length === 0) outcome.missed.push(`${name(seed, plant)} (${form})`);
  }
}

function around(plant: Plant): string {
  if (plant.place.startsWith("url") || plant.place === "form-action") return `https://a.example/p/${plant.written}?x=1`;
  return plant.place === "greeting" ? `${plant.written} 様` : `[${plant.written}]`;
}

/** Characters of innocent lines that the redaction took out; a line stands whole, or between placeholders. */
function countInnocent(planted: PlantedMail, text: string, outcome: Outcome): void {
  const lines = text.split("\n");
  for (const line of planted.innocent) {
    outcome.innocent += line.length;
    if (lines.includes(line)) continue;
    const kept = Math.max(0, ...lines.map((one) => keptOf(line, one)));
    outcome.blanked += line.length - kept;
  }
}

/** How many characters of a line are left when `shown` is that line with holes; 0 when it is another line. */
function keptOf(line: string, shown: string): number {
  let [at, kept] = [0, 0];
  for (const piece of shown.split(/\{[^{}]*\}/)) {
    const found = line.indexOf(piece, at);
    if (found < 0) return 0;
    at = found + piece.length;
    kept += piece.length;
  }
  return kept;
}
