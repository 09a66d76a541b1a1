/** The search page. Reads only the parts of the index that a query needs; what is typed stays in the page. */
import { shardOf, termsOf } from "../search-terms.ts";
import type { DocumentLine, IndexMeta, TermShard } from "../search-terms.ts";
import { closestFirst, ranked, telling } from "./ranking.ts";

/** Each may be one more file to read. */
const MOST_TERMS = 14;
const SHOWN = 20;
const WAIT_MS = 120;

const input = document.querySelector("#q") as HTMLInputElement;
const said = document.querySelector("#said") as HTMLElement;
const list = document.querySelector("#results") as HTMLElement;
const lang = document.documentElement.lang === "en" ? "en" : "ja";
const read = new Map<string, Promise<unknown>>();
let newest = 0;

function part<T>(name: string): Promise<T> {
  const known = read.get(name);
  if (known !== undefined) return known as Promise<T>;
  const asked = fetch(`${list.dataset["index"] ?? ""}${name}`, { credentials: "omit" }).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json() as Promise<unknown>;
  });
  // What failed may be asked for again.
  asked.catch(() => read.delete(name));
  read.set(name, asked);
  return asked as Promise<T>;
}

async function find(query: string): Promise<DocumentLine[]> {
  const meta = await part<IndexMeta>("meta.json");
  const terms = telling(termsOf(query), MOST_TERMS);
  const numbers = [...new Set(terms.map((term) => shardOf(term, meta.shards)))];
  const shards = await Promise.all(numbers.map((number) => part<TermShard>(`t/${number}.json`)));
  const hits = ranked(terms, shards, meta.documents, SHOWN);
  const lines = hits.map(async ({ document }) => (await part<DocumentLine[]>(`d/${Math.floor(document / meta.chunk)}.json`))[document % meta.chunk]);
  return closestFirst(
    (await Promise.all(lines)).filter((line) => line !== undefined),
    query,
  );
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

function shown([slug, day, titleJa, labelJa, titleEn, labelEn, subject]: DocumentLine): HTMLElement {
  const item = document.createElement("li");
  const about = element("p", "about", "");
  about.append(element("span", "", lang === "ja" ? labelJa : labelEn), " ", element("span", "", day));
  const link = element("a", "", lang === "ja" ? titleJa : titleEn) as HTMLAnchorElement;
  link.href = `${list.dataset["root"] ?? ""}w/${encodeURIComponent(slug)}/`;
  const title = element("p", "", "");
  title.append(link);
  item.append(about, title, element("p", "dim", subject));
  return item;
}

function say(name: "busy" | "none" | "found" | "short" | "failed" | "", count = 0): void {
  said.textContent = name === "" ? "" : (said.dataset[name] ?? "").replace("{n}", String(count));
}

async function search(): Promise<void> {
  const query = input.value.trim();
  const mine = ++newest;
  if (termsOf(query).length === 0) {
    list.replaceChildren();
    return say(query === "" ? "" : "short");
  }
  say("busy");
  try {
    const found = await find(query);
    if (mine !== newest) return;
    list.replaceChildren(...found.map(shown));
    say(found.length === 0 ? "none" : "found", found.length);
    list.dataset["answered"] = query;
  } catch {
    if (mine === newest) say("failed");
  }
}

let waiting: ReturnType<typeof setTimeout> | undefined;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void search(), WAIT_MS);
});
// The address is not changed while typing, so that the browser's history does not keep what was pasted.
input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  void search();
});
// Small, and needed by every search: read while the visitor is still typing. A failure is told when they search.
part<IndexMeta>("meta.json").catch(() => undefined);
input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value !== "") void search();
