import { resolve } from "../../evidence/topics/links.ts";
import type { Language } from "../../terms/index.ts";
import { deadTarget, defangHost } from "../defang.ts";
import { hostLine, oneLine } from "../plain-text.ts";
import { WORDS } from "./texts.ts";
import type { Drawn, DrawnElement } from "./view.ts";

const HOST_LIMIT = 80;
const PATH_LIMIT = 90;

/** Where a link leads, resolved once for each address of a mail. */
export class Targets {
  readonly #known = new Map<string, ReturnType<typeof resolve>>();
  /** Of the first `<base>`. */
  base: string | undefined;

  of(written: string): ReturnType<typeof resolve> {
    let target = this.#known.get(written);
    if (target === undefined) this.#known.set(written, (target = resolve(written, this.base)));
    return target;
  }
}

/**
 * The real target as dead text for right beside the link: the host in bold; the whole path where the link is marked,
 * else only a hint that there is one. Undefined where the link's own text says the same.
 */
export function targetBeside(
  written: string,
  target: ReturnType<typeof resolve>,
  shown: string,
  numbers: readonly number[],
  lang: Language,
): DrawnElement | undefined {
  const marked = numbers.length > 0;
  if (written.trim() === "" || written.trim().startsWith("#")) return undefined;
  if (target.targetHost !== "" && !marked && saysTheSame(shown, target.targetUrl ?? "")) return undefined;
  return { tag: "span", kind: "target", numbers, children: ["→ ", ...content(written, target, marked, lang)] };
}

function content(written: string, target: ReturnType<typeof resolve>, marked: boolean, lang: Language): readonly Drawn[] {
  if (target.targetHost === "") return [other(written, target.scheme, lang)];
  const host: DrawnElement = { tag: "b", kind: "host", children: [defangHost(hostLine(target.targetHost, HOST_LIMIT))] };
  const path = pathOf(target.targetUrl ?? "");
  const rest = path === "" ? [] : [marked ? oneLine(path, PATH_LIMIT) : "/…"];
  const through = target.wrappers.length === 0 ? [] : [` (${WORDS.through[lang].replace("%", oneLine(target.wrappers.join(", "), 60))})`];
  return [host, ...rest, ...through];
}

function other(written: string, scheme: string, lang: Language): string {
  if (scheme === "mailto") return `${WORDS.mailTo[lang]}: ${oneLine(written.trim().replace(/^mailto:/i, ""), 80)}`;
  return deadTarget(oneLine(written, 100));
}

function pathOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]*([/?#].*)$/is.exec(url)?.[1] ?? "";
  return path === "/" ? "" : path;
}

/** The words are the address itself, with or without scheme and closing slash. */
function saysTheSame(shown: string, url: string): boolean {
  const bare = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/\/$/, "");
  return bare(shown) === bare(url);
}
