import assert from "node:assert/strict";
import { test } from "node:test";
import type { Article } from "../article/article.ts";
import { scanForLeaks } from "../redact/index.ts";
import { EXAMPLES, HUGE, PLANTED } from "./article-examples.ts";
import type { ExportedFile, Exporter, Surroundings } from "./exporter.ts";

export const SURROUNDINGS: Surroundings = {
  lang: "ja",
  at: "2026-11-25T10:00:00.000Z",
  reporter: { name: "例の会社 CSIRT", address: "csirt@reporter.example" },
  addressOf: (slug) => `https://warnings.example/${slug}/`,
};

const OTHERS: readonly Partial<Surroundings>[] = [
  {},
  { lang: "en" },
  { addressOf: () => undefined },
  { reporter: { name: 'Evil"\r\nBcc: x@y.example', address: "csirt@reporter.example" } },
];

/** What every exporter promises, tried on ordinary, hostile and huge articles, one by one and together. */
export function exporterContract(exporter: Exporter): void {
  const taken = EXAMPLES.filter(({ state }) => exporter.takes.includes(state));
  const runs = [...taken.map((article) => [article]), taken, []];

  test(`${exporter.id}: every file is valid by the rules of its format`, async () => {
    for (const [articles, surroundings] of combined([...runs, [HUGE]])) {
      for (const file of exporter.files(articles, surroundings)) {
        assert.deepEqual(await exporter.problems(file), [], `${slugs(articles)} ${file.name}`);
      }
    }
  });

  test(`${exporter.id}: names of files are plain and differ`, () => {
    const names = exporter.files(taken, SURROUNDINGS).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9.-]{0,120}$/);
  });

  test(`${exporter.id}: nothing of the recipient is in any file`, () => {
    for (const article of taken) {
      // Files of one article differ in their place alone; the scan reads every encoding and takes its time.
      for (const { name, text } of exporter.files([article], SURROUNDINGS).slice(0, 2)) {
        for (const shown of readings(text)) assert.deepEqual(scanForLeaks(shown, PLANTED), [], name);
      }
    }
  });

  test(`${exporter.id}: the same articles give the same bytes, and UTF-8 can carry them`, () => {
    for (const articles of runs) {
      const [once, again] = [exporter.files(articles, SURROUNDINGS), exporter.files(articles, SURROUNDINGS)];
      assert.deepEqual(once, again);
      for (const { text } of once) assert.equal(Buffer.from(text, "utf8").toString("utf8"), text);
    }
  });

  test(`${exporter.id}: without a reporter it says nothing, or needs none`, () => {
    const files = exporter.files(taken.slice(0, 1), { ...SURROUNDINGS, reporter: undefined });
    assert.equal(files.length === 0, exporter.needsReporter);
  });
}

function combined(runs: readonly (readonly Article[])[]): readonly (readonly [readonly Article[], Surroundings])[] {
  return runs.flatMap((articles) => OTHERS.map((other) => [articles, { ...SURROUNDINGS, ...other }] as const));
}

const slugs = (articles: readonly Article[]): string => articles.map(({ slug }) => slug).join(" ");

/** The text as it stands, and what base64 in it says. */
function readings(text: ExportedFile["text"]): readonly string[] {
  const blocks = text.match(/(?:[A-Za-z0-9+/]{40,}={0,2}\r?\n?)+/g) ?? [];
  return [text, ...blocks.map((block) => Buffer.from(block, "base64").toString("utf8"))];
}
