import { Seeded } from "../../bench/seeded.ts";
import { ENCODINGS } from "./encodings.ts";
import type { Encoding } from "./encodings.ts";
import { INNOCENT_EN, INNOCENT_JA } from "./innocent.ts";
import { persona } from "./persona.ts";
import type { Persona } from "./persona.ts";
import { pngWithText } from "./png-text.ts";

/** A secret put somewhere into a mail. */
export interface Plant {
  readonly place: string;
  readonly encoding: string;
  readonly kind: string;
  /** The secret in plain. */
  readonly value: string;
  /** As it stands in the mail (of a text; headers and bodies are encoded once more for transport). */
  readonly written: string;
}

export interface PlantedMail {
  readonly raw: Uint8Array;
  readonly persona: Persona;
  readonly plants: readonly Plant[];
  readonly innocent: readonly string[];
}

/** Where plants are put. `url` places take only what a URL can carry. */
const TEXT_PLACES = [
  "subject",
  "from-name",
  "greeting",
  "text-line",
  "text-inside",
  "html-title",
  "link-text",
  "image-alt",
  "button-text",
  "hidden-preheader",
  "table-cell",
  "image-metadata",
  "x-header",
] as const;
const URL_PLACES = [
  "url-path",
  "url-query",
  "url-fragment",
  "url-subdomain",
  "form-action",
  "attachment-name",
  "message-id",
  "boundary",
  "reply-to",
  "from-address",
  "list-unsubscribe",
] as const;
export const PLACES: readonly string[] = [...TEXT_PLACES, ...URL_PLACES];

/** Kinds of secrets and what of a persona they are; those too short to be told from words stand only where names stand. */
function valuesOf(who: Persona): readonly (readonly [string, string])[] {
  const values: (readonly [string, string])[] = [
    ["address", who.address],
    ["address", who.address],
    ["name", who.kanji],
    ["latin-name", who.latin],
    ["account", who.account],
    ["phone", who.phone],
  ];
  if (who.domain !== "") values.push(["domain", who.domain]);
  if (who.localPart.length >= 6) values.push(["localPart", who.localPart]);
  return values;
}

export function plantedMail(seed: number): PlantedMail {
  const seeded = new Seeded(seed);
  const who = persona(seeded);
  const places = seeded.some(PLACES, 7);
  const plants = places.map((place) => plantAt(place, who, seeded));
  const innocent = seeded.some(seeded.next() < 0.6 ? INNOCENT_JA : INNOCENT_EN, 8);
  return { raw: mailOf(who, plants, innocent, seeded), persona: who, plants, innocent };
}

function plantAt(place: string, who: Persona, seeded: Seeded): Plant {
  const fits = (encoding: Encoding): boolean => !(URL_PLACES as readonly string[]).includes(place) || encoding.urlFit;
  for (;;) {
    const [kind, value] = seeded.pick(valuesOf(who));
    const encoding = seeded.pick(ENCODINGS.filter(fits));
    const written = encoding.encode(value, seeded);
    // A host has no letter case: a short value that needs it is lost to everybody there.
    if (place === "url-subdomain" && !/^[a-z0-9-]{1,63}$/.test(written) && !/^[a-z0-9-]{10,63}$/i.test(written)) continue;
    if (["message-id", "boundary", "reply-to", "from-address", "attachment-name"].includes(place) && !/^[A-Za-z0-9._%=-]{1,60}$/.test(written)) continue;
    return { place, encoding: encoding.name, kind, value, written };
  }
}

const base64Lines = (text: string | Uint8Array): string =>
  Buffer.from(text as Uint8Array)
    .toString("base64")
    .replace(/.{76}/g, "$&\r\n");
const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
const html = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function mailOf(who: Persona, plants: readonly Plant[], innocent: readonly string[], seeded: Seeded): Uint8Array {
  const at = (place: string, otherwise: string): string => plants.find((plant) => plant.place === place)?.written ?? otherwise;
  const lineOf = (place: string, before: string, after: string): readonly string[] => {
    const written = at(place, "");
    return written === "" ? [] : [`${before}${written}${after}`];
  };
  const host = `${at("url-subdomain", "login")}.lure-${seeded.code(4)}.example`;
  const url = `https://${host}/${seeded.pick(["a", "mypage"])}/${at("url-path", "confirm")}?lang=ja&u=${at("url-query", "1")}#${at("url-fragment", "top")}`;
  const known = [`${who.kanji} 様`, `Dear ${who.latin},`, `会員番号: ${who.account}`, `お電話番号 ${who.phone} に登録しています。`];
  const lines = [
    ...known,
    ...lineOf("greeting", "", " 様"),
    innocent[0]!,
    ...lineOf("text-line", "", ""),
    ...innocent.slice(1, 4),
    ...lineOf("text-inside", "次の登録 ", " を確認しました。"),
    ...innocent.slice(4),
    "エックスサーバー アカウントの確認が必要です。XSERVER サポート",
  ];
  const page = `<html><body><div style="display:none">${html(at("hidden-preheader", ""))}</div><h1>${html(at("html-title", "お知らせ"))}</h1>${lines
    .map((line) => `<p>${html(line)}</p>`)
    .join(
      "\n",
    )}<table><tr><td>${html(at("table-cell", "1"))}</td></tr></table><img src="cid:1" alt="${html(at("image-alt", "logo"))}"><a href="${html(url)}">${html(
    at("link-text", "確認する"),
  )}</a><form action="https://${host}/f/${at("form-action", "x")}"><input type="submit" value="${html(at("button-text", "送信"))}"></form></body></html>`;
  const boundary = `=_${at("boundary", "part")}_${seeded.code(8)}`;
  const sender = at("from-address", "support");
  const header = [
    `Return-Path: <bounce-${who.address.replace("@", "=")}@lure.example>`,
    "Received: from out.lure.example (out.lure.example [203.0.113.9])",
    `\tby mx.provider.example with ESMTPS id ${seeded.code(10)}`,
    `\tfor <${who.address}>; Thu, 15 Feb 2024 12:31:07 +0900`,
    `From: ${word(at("from-name", "XSERVER サポート"))} <"${sender}"@lure.example>`,
    `To: ${word(who.kanji)} <${who.address}>`,
    `Cc: ${word(who.latin)} <${who.address}>`,
    `Reply-To: <"${at("reply-to", "help")}"@reply.lure.example>`,
    `Subject: ${word(at("subject", "【Xserver】重要なお知らせ"))}`,
    "Date: Thu, 15 Feb 2024 12:31:07 +0900",
    `Message-ID: <${at("message-id", "x")}.${seeded.code(12)}@lure.example>`,
    `List-Unsubscribe: <https://lure.example/u/${at("list-unsubscribe", "1")}>`,
    `X-Campaign: ${word(at("x-header", "1"))}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const name = at("attachment-name", "invoice");
  const parts = [
    ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64Lines(page)],
    [
      `Content-Type: image/png; name="${name}.png"`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment; filename="${name}.png"`,
      "",
      base64Lines(pngWithText(at("image-metadata", "none"))),
    ],
  ];
  const body = parts.map((part) => `--${boundary}\r\n${part.join("\r\n")}`).join("\r\n");
  return Buffer.from(`${header.join("\r\n")}\r\n\r\n${body}\r\n--${boundary}--\r\n`);
}
