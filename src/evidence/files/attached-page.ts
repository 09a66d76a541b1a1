import { scanHtml } from "../html-scanner.ts";
import type { ScannedTag } from "../html-scanner.ts";
import { readHtml } from "../html.ts";
import { findTextLinks } from "../text-links.ts";
import type { AttachedPage, FileAddress } from "./file.ts";

/** Characters of a page that are read; kits carry pictures in base64 behind that. */
const LONGEST = 2_000_000;
const MAX_ADDRESSES = 200;
const MAX_REDIRECTS = 20;
/** Pages are unwrapped this often: encoders are nested. */
const MOST_LAYERS = 3;

/** A page with the addresses a person could follow in it. */
export interface PageReading {
  readonly page: AttachedPage;
  readonly addresses: readonly FileAddress[];
}

/** Reads an attached HTML or SVG text. Scripts are read as text, never run; plainly encoded pages are decoded. */
export function readPage(html: string): PageReading {
  const layers = [html.slice(0, LONGEST)];
  for (let i = 0; i < layers.length && layers.length <= MOST_LAYERS; i++) {
    const inner = decodedLayer(layers[i] as string);
    if (inner !== undefined) layers.push(inner);
  }
  const readings = layers.map(readLayer);
  return {
    page: {
      hasPasswordField: readings.some((layer) => layer.controls.password),
      asksSecret: readings.some((layer) => layer.controls.password || layer.controls.secret),
      fields: readings.reduce((sum, layer) => sum + layer.controls.fields, 0),
      formTargets: readings.flatMap((layer) => layer.formTargets).slice(0, MAX_REDIRECTS),
      redirects: readings.flatMap((layer) => layer.redirects).slice(0, MAX_REDIRECTS),
      hasScript: readings.some((layer) => layer.controls.script),
      isEncoded: layers.length > 1 || isObfuscated(layers[0] as string),
      text: readings
        .map((layer) => layer.text)
        .join("\n")
        .slice(0, 2000),
    },
    addresses: readings.flatMap((layer) => layer.addresses).slice(0, MAX_ADDRESSES),
  };
}

function readLayer(html: string): {
  controls: ControlCounter;
  formTargets: string[];
  redirects: string[];
  addresses: FileAddress[];
  text: string;
} {
  const controls = new ControlCounter();
  scanHtml(html, controls);
  const reading = readHtml(html);
  const redirects = [...controls.refreshes, ...scriptTargets(html)];
  const linked = reading.links
    .filter((link) => !link.written.trim().startsWith("#"))
    .map((link) => ({ written: link.written, visibleText: reading.text.slice(link.textStart, link.textEnd).trim() || link.label }));
  const inText = findTextLinks(reading.text).map((link) => ({ written: link.raw, visibleText: link.raw }));
  return {
    controls,
    formTargets: reading.links.filter((link) => link.source === "form").map((link) => link.written),
    redirects,
    addresses: [...linked, ...redirects.map((written) => ({ written, visibleText: "" })), ...inText],
    text: reading.text,
  };
}

/** Names of fields for what no mail may ask: passwords, card numbers and their check digits, PINs. */
const SECRET_NAME = /passw|passcode|card.?n(?:o|um)|cc.?num|credit.?card|\bcvv|\bcvc|\bpin\b|暗証|パスワード|カード番号|口座番号/i;
const TYPED = new Set(["", "text", "email", "tel", "password", "number", "search"]);

/** Counts what a person could type into. */
export class ControlCounter {
  password = false;
  secret = false;
  fields = 0;
  script = false;
  readonly refreshes: string[] = [];

  startTag(tag: ScannedTag): void {
    const { name } = tag;
    if (name === "script" || name === "iframe") this.script = true;
    if (name === "textarea") this.fields++;
    if (name === "input") this.input(tag);
    if (name === "meta" && tag.attribute("http-equiv")?.toLowerCase() === "refresh") this.refresh(tag.attribute("content") ?? "");
    if ((name === "body" || name === "svg") && tag.attribute("onload") !== undefined) this.script = true;
  }

  private input(tag: ScannedTag): void {
    const type = tag.attribute("type")?.trim().toLowerCase() ?? "";
    if (type === "password") this.password = true;
    if (!TYPED.has(type)) return;
    this.fields++;
    if (SECRET_NAME.test(["name", "id", "placeholder"].map((key) => tag.attribute(key)?.slice(0, 100) ?? "").join(" "))) this.secret = true;
  }

  private refresh(content: string): void {
    const target = /url\s*=\s*['"]?([^'"]+)/i.exec(content.slice(0, 4000))?.[1];
    if (target !== undefined && this.refreshes.length < MAX_REDIRECTS) this.refreshes.push(target.trim());
  }

  endTag(): void {}
  characters(): void {}
}

const SCRIPT_TARGET = /\blocation(?:\.(?:href|replace|assign))?\s{0,5}[=(]\s{0,5}["'`](https?:[^"'`\s]{4,2000})["'`]/gi;

function scriptTargets(html: string): readonly string[] {
  const found: string[] = [];
  for (const match of html.matchAll(SCRIPT_TARGET)) {
    if (found.length >= MAX_REDIRECTS) break;
    if (match[1] !== undefined) found.push(match[1]);
  }
  return found;
}

const ENCODED_CALL = /\b(?:unescape|decodeURIComponent|atob)\s{0,5}\(\s{0,5}["'`]([A-Za-z0-9+/=%_.\s-]{40,1000000})["'`]/;

/** The page that a script would write from one encoded literal: `document.write(unescape('%3C...'))`, `atob("...")`. */
function decodedLayer(html: string): string | undefined {
  if (!/unescape|decodeURIComponent|atob/.test(html)) return undefined;
  const literal = ENCODED_CALL.exec(html)?.[1];
  if (literal === undefined) return undefined;
  try {
    const text = literal.includes("%")
      ? literal.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : atob(literal.replace(/\s/g, ""));
    return text.includes("<") || /https?:/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A script that puts itself together from encoded text: long runs of escapes or of base64 beside a decoder. */
function isObfuscated(html: string): boolean {
  if (!/<script|onload\s*=/i.test(html)) return false;
  return (
    /(?:\\x[0-9a-f]{2}){40}|(?:%[0-9a-f]{2}){40}|fromCharCode|(?:_0x[0-9a-f]{4,6}\b[^\n]{0,200}){5}/i.test(html.slice(0, 500_000)) ||
    /\b(?:atob|eval)\s*\(/.test(html)
  );
}
