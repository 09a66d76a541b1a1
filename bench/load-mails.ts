import { Seeded } from "./seeded.ts";

const LEAST = 2_000;
const MOST = 100_000;
const KINDS = 400;
const NUMBER = "0000000000";

/** Mails of ours in sizes from 2 to 100 KB, spread evenly over their logarithm; each `next` is another mail. */
export class LoadMails {
  readonly #templates: readonly Buffer[];
  #sent = 0;

  constructor() {
    const seeded = new Seeded(7);
    const random = (): number => seeded.next();
    this.#templates = Array.from({ length: KINDS }, (_, kind) => template(kind, Math.round(LEAST * (MOST / LEAST) ** random()), random));
  }

  /** A mail that was not given before: its number stands in its Message-ID. */
  next(): Buffer {
    const mail = Buffer.from(this.#templates[this.#sent % KINDS] ?? "");
    mail.write(String(this.#sent++).padStart(NUMBER.length, "0"), mail.indexOf(NUMBER), "latin1");
    return mail;
  }
}

const SENTENCES = [
  "お荷物をお届けしましたが、ご不在のため持ち帰りました。",
  "お客様のアカウントに、通常と異なるログインがありました。",
  "ポイントの有効期限が近づいています。",
  "下記のページから、ご登録の内容をご確認ください。",
  "このメールは送信専用です。ご返信いただいても、お答えできません。",
];

function template(kind: number, bytes: number, random: () => number): Buffer {
  const head = [
    `Return-Path: <notice@mail${kind}.example>`,
    `Received: from mail${kind}.example (mail${kind}.example [192.0.2.${kind % 250}]) by mx.example.com; Tue, 24 Nov 2026 09:00:00 +0900`,
    `Message-ID: <${NUMBER}@mail${kind}.example>`,
    `From: "Parcel Center" <notice@mail${kind}.example>`,
    `To: hanako@example.com`,
    `Subject: =?UTF-8?B?${Buffer.from(`【重要】お荷物のお知らせ ${kind}`).toString("base64")}?=`,
    `Date: Tue, 24 Nov 2026 09:00:00 +0900`,
    `MIME-Version: 1.0`,
    `Content-Type: text/html; charset=utf-8`,
    `Content-Transfer-Encoding: 8bit`,
    ``,
    `<html><body><p><a href="http://parcel-${kind}.example/login?id=${kind}">https://www.example.com/</a></p>`,
    ``,
  ].join("\r\n");
  let body = "";
  while (Buffer.byteLength(head + body) < bytes - 20) {
    let line = "";
    for (let at = 0; at < 40; at++) line += `<p>${SENTENCES[Math.floor(random() * SENTENCES.length)]} ${Math.floor(random() * 1e6)}</p>\r\n`;
    body += line.slice(0, Math.max(40, Math.ceil((bytes - Buffer.byteLength(head + body)) / 2)));
  }
  return Buffer.from(`${head}${body}</body></html>\r\n`);
}
