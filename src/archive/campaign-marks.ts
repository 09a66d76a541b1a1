import { scanHtml } from "../evidence/html-scanner.ts";
import type { CampaignMarks } from "./archive.ts";
import { signatureOf } from "./minhash.ts";
import { withoutVariables } from "./text-variables.ts";
import type { Variables } from "./text-variables.ts";

/** What of a mail its marks are made from. */
export interface MarkedMail extends Variables {
  readonly subject: string;
  /** What a reader saw. */
  readonly visibleText: string;
  /** Source of the HTML parts. */
  readonly html: readonly string[];
  /** Absolute targets of the links, in order. */
  readonly urls: readonly string[];
}

/** What a mail has in common with others of its template. Pure: the same mail, the same marks. */
export function campaignMarks(mail: MarkedMail): CampaignMarks {
  return {
    subjectTemplate: withoutVariables(mail.subject.slice(0, 500).replace(ON_THE_WAY, ""), mail),
    bodySignature: signatureOf(withoutVariables(mail.visibleText, mail)),
    htmlShape: htmlShape(mail.html),
    urlPaths: [...new Set(mail.urls.slice(0, MOST_URLS).map(urlPath))]
      .filter((path) => path !== "")
      .sort()
      .slice(0, MOST_PATHS),
  };
}

/** What a mailing list, a filter or an answer puts before a subject. */
const ON_THE_WAY = /^(?:\s*(?:re|fwd?):|\s*\[[^\]\n]{1,40}\])+/i;
const MOST_URLS = 200;
const MOST_PATHS = 12;
const MOST_TAGS = 5000;
/** A page with fewer tags has the shape of many others. */
const FEWEST_TAGS = 12;
/** Tags that come and go with a sentence or a count. */
const LOOSE = new Set(["br", "span", "font", "b", "strong", "i", "em", "u", "wbr", "o:p", "html", "head", "body", "meta"]);

/** The order of the tags, a run of the same sequence once; empty when there are too few to tell. */
function htmlShape(sources: readonly string[]): string {
  const tags: string[] = [];
  for (const source of sources) {
    scanHtml(source, {
      startTag: ({ name }) => {
        if (!LOOSE.has(name) && tags.length < MOST_TAGS && tags.at(-1) !== name) tags.push(name);
      },
      endTag: () => undefined,
      characters: () => undefined,
    });
  }
  return tags.length < FEWEST_TAGS ? "" : shapeHash(withoutRepeats(tags));
}

/** `tr td tr td tr td` is a table, with however many rows. */
function withoutRepeats(tags: readonly string[]): string[] {
  const kept: string[] = [];
  for (const tag of tags) {
    kept.push(tag);
    const n = kept.length;
    if (n >= 4 && kept[n - 1] === kept[n - 3] && kept[n - 2] === kept[n - 4]) kept.length = n - 2;
  }
  return kept;
}

/** FNV-1a over 64 bits in two halves, hex. */
function shapeHash(tags: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (const character of tags.join(" ")) {
    a = Math.imul(a ^ character.charCodeAt(0), 0x01000193);
    b = Math.imul(b ^ character.charCodeAt(0), 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Shortest fingerprint that means something: `/` and `/index.html` are everybody's. */
const SHORTEST_PATH = 6;
const EVERYBODYS = new Set(["/index.html", "/index.php", "/index.htm", "/login", "/login/", "/privacy", "/privacy/", "/contact", "/contact/", "/unsubscribe"]);

/** Path and parameter names with what differs from copy to copy as `*`; empty when there is nothing to tell it by. */
function urlPath(url: string): string {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return "";
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return "";
  const steps = parsed.pathname.slice(0, 500).split("/").slice(0, 12).map(stepOf);
  const names = [...new Set([...parsed.searchParams.keys()].slice(0, 20).map(stepOf))].sort();
  const path = steps.join("/") + (names.length === 0 ? "" : `?${names.join("&")}`);
  return path.replace(/[/*?]/g, "").length < SHORTEST_PATH || EVERYBODYS.has(path) ? "" : path.slice(0, 200);
}

/** A word stays; a number, a token or anything long is a variable. */
function stepOf(step: string): string {
  return /^[a-z][a-z_.-]{0,23}$/i.test(step) && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(step) ? step.toLowerCase() : step === "" ? "" : "*";
}
