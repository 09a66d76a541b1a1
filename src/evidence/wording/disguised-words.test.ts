import assert from "node:assert/strict";
import { test } from "node:test";
import { disguisedText, disguisedTitle } from "./disguised-words.ts";

const zwsp = "\u200b";

const DISGUISED: readonly (readonly [string, string])[] = [
  // Cyrillic, Greek and Cherokee letters among Latin ones.
  ["Yоur pаrcel is waiting", "mixed-alphabets"],
  ["Аccount Теam", "mixed-alphabets"],
  ["Wаllet verification", "mixed-alphabets"],
  ["Ihr Kоntо wurde gesperrt", "mixed-alphabets"],
  ["Votre cоmpte est bloqué", "mixed-alphabets"],
  ["Ꮯustomer Ꮪervice", "mixed-alphabets"],
  ["Μailbox is full", "mixed-alphabets"],
  [`Pass${zwsp}word ex${zwsp}pires today`, "unseen-inside"],
  ["Sto\u2060rage al\u2060most full", "unseen-inside"],
  ["Rech\u200cnung über\u200cfällig", "unseen-inside"],
  ["W\u0336i\u0336n\u0336n\u0336e\u0336r", "marks-on-letters"],
  ["B\u034eo\u034en\u034eu\u034es", "marks-on-letters"],
  ["P\u0335ost Express", "marks-on-letters"],
  ["A.c.c.o.u.n.t on hold", "split-letters"],
  ["P a y m e n t declined", "split-letters"],
  ["s·t·o·r·a·g·e full", "split-letters"],
  ["Laatste H erinnering: uw P akket", "split-letters"],
  ["L etzte M ahnung", "split-letters"],
  ["ACC0UNT N0TICE", "zero-for-o"],
  ["Gift v0ucher f0r you, custom3r l0yalty", "zero-for-o"],
  ["𝐘𝐨𝐮𝐫 𝐩𝐡𝐨𝐭𝐨𝐬 will be lost", "styled-letters"],
  ["ʀᴇᴄᴏʀᴅᴀᴛᴏʀɪᴏ importante", "styled-letters"],
  ["Ⓒⓛⓐⓘⓜ now", "styled-letters"],
];

const PLAIN: readonly string[] = [
  "Your parcel is waiting",
  "Überfällige Rechnung für März",
  "Votre commande n° 12 est arrivée",
  "Zażółć gęślą jaźń",
  "Cảm ơn bạn đã đặt hàng",
  "Cảm ơn bạn đã đặt hàng".normalize("NFD"),
  "Отчёт за март: Cчёт оплачен",
  "Новый релиз OpenSSL и cайт проекта",
  "Ο λογαριασμός σας για το eBanking",
  "μTorrent 3.6 released",
  "λ-calculus and the ΔE of colours",
  "10 kΩ resistors, 5 μm film",
  "a.k.a. the M.A.S.H. episode of the U.S.A.F.",
  "z.B. i.d.R. u.v.m.",
  "Plan B for Vitamin C and D",
  "Series X, Class B, Type C",
  "W tym roku z okazji 20 lat",
  "K vašim objednávkám v obchodě",
  "U heeft een nieuw bericht",
  "X minus Y: T shirts and E mail",
  "S A L E: 20 % off",
  "CO2 and H2O in 2020",
  "PR0 1000 / ID A0B0C0D0",
  "Error 0x80070005 in mod_http20",
  "Fwd: 100% cotton",
  "三 井 住 友 カード",
  "【重要】ご利用のお知らせ",
  "ｆｕｌｌ ｗｉｄｔｈ",
  "Don’t miss it — 50 % off 🎁",
  "नमस्ते, आपका\u200dऑर्डर",
  "می\u200cخواهم",
];

for (const [title, expected] of DISGUISED)
  test(`title ${JSON.stringify(title)} → ${expected}`, () => {
    assert.equal(disguisedTitle(title)?.disguise, expected);
  });

for (const title of PLAIN)
  test(`title ${JSON.stringify(title)} is ordinary writing`, () => {
    assert.equal(disguisedTitle(title), undefined);
  });

test("a text with one slip is ordinary, one with many mixed words is not", () => {
  const line = "Please write to us if the delivery has not arrived by the end of the week. ";
  assert.equal(disguisedText(`${line}We use the wоrd once. ${line}`), undefined);
  assert.equal(disguisedText(`${line}Yоur wаllet was suspеnded, verify it tоday. ${line}`)?.disguise, "mixed-alphabets");
});

test("dates and addresses broken up against automatic links are ordinary", () => {
  const filler = "Our bakery sends its best wishes and the new catalogue to you and your family. ".repeat(12);
  const dates = ["Dec\u200cember 3", "Dec\u200cember 4", "Nov\u200cember", "Pac\u200cific H\u200cwy", "Wol\u200cfram", "Med\u200cford", "Sa\u200cve"].join(
    ". ",
  );
  assert.equal(disguisedText(filler + dates), undefined);
});

test("a text strewn with unseen characters is not", () => {
  const strewn = (text: string): string => text.replace(/(?<=[a-z])(?=[a-z])/g, "\u200b");
  assert.equal(disguisedText(strewn("your payment was not accepted please open the attached form today"))?.disguise, "unseen-inside");
});

test("hostile titles and texts cost no more than their length", () => {
  for (const piece of ["a.", "a ", "A b", "a\u200b", "0a", "аa", "a\u0336", "ᴀ."]) {
    const started = process.cpuUsage().user;
    disguisedTitle(piece.repeat(50_000));
    disguisedText(piece.repeat(500_000));
    assert.ok(process.cpuUsage().user - started < 1_000_000, piece);
  }
});
