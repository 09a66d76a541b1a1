import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { test } from "node:test";
import fc from "fast-check";
import { encodeQR } from "qr";
import { readCharacterCodes } from "./character-qr.ts";
import { inflate } from "./inflate.ts";
import { PictureBudget, readPicture } from "./picture-codes.ts";
import { pictureHeader } from "./picture-header.ts";
import { dataPicture, drawnByService } from "./picture-sources.ts";
import { drawModules, invert } from "./pixels.ts";
import { readQrCodes } from "./read-qr.ts";
import { readTableCodes } from "./table-qr.ts";

const ADDRESS = "https://scan.panel-check.example/a?user=taro";
const modules = (text: string): boolean[][] => encodeQR(text, "raw", { border: 2 });

/** A PNG of one grey byte a pixel; check sums are zero, which readers of pictures here do not compare. */
function png(width: number, height: number, raw: Uint8Array): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head[8] = 8;
  const chunk = (name: string, data: Uint8Array): Uint8Array => {
    const out = new Uint8Array(12 + data.length);
    new DataView(out.buffer).setUint32(0, data.length);
    for (let i = 0; i < 4; i++) out[4 + i] = name.charCodeAt(i);
    out.set(data, 8);
    return out;
  };
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Uint8Array.from([...signature, ...chunk("IHDR", head), ...chunk("IDAT", deflateSync(raw)), ...chunk("IEND", new Uint8Array())]);
}

test("codes: drawn modules are read, and so are white modules on black", () => {
  const picture = drawModules(modules(ADDRESS));
  assert.deepEqual(readQrCodes(picture), [ADDRESS]);
  assert.deepEqual(readQrCodes(invert(picture)), [ADDRESS]);
});

test("codes: two codes in one picture are both read", () => {
  const [one, two] = [modules("https://one.example/"), modules("https://two.example/")];
  const gap = Array.from({ length: 12 }, () => false);
  const rows = one.map((row, index) => [...row, ...gap, ...(two[index] ?? [])]);
  assert.deepEqual(readQrCodes(drawModules(rows)).toSorted(), ["https://one.example/", "https://two.example/"]);
});

test("codes: Shift_JIS text of older Japanese codes", () => {
  const bytes = Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]);
  const rows: boolean[][] = encodeQR("日本", "raw", { border: 2, encoding: "byte", textEncoder: () => bytes });
  assert.deepEqual(readQrCodes(drawModules(rows)), ["日本"]);
});

test("codes: half blocks, light on dark as terminals draw them", () => {
  const rows = modules(ADDRESS).map((row) => row.map((dark) => !dark));
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    lines.push((rows[y] ?? []).map((dark, x) => (dark ? (rows[y + 1]?.[x] ? "█" : "▀") : rows[y + 1]?.[x] ? "▄" : " ")).join(""));
  }
  const text = `こんにちは。\n\n${lines.join("\n")}\n\nさようなら。`;
  assert.deepEqual(
    readCharacterCodes(text).map((code) => code.text),
    [ADDRESS],
  );
  assert.deepEqual(readCharacterCodes("■ お知らせ\n■ ご注意\n"), []);
});

test("codes: a table with joined cells", () => {
  const row = (cells: readonly boolean[]): string => {
    let out = "";
    for (let at = 0; at < cells.length;) {
      let to = at + 1;
      while (to < cells.length && cells[to] === cells[at]) to++;
      out += `<td colspan="${to - at}" style="background-color: ${cells[at] ? "rgb(0, 0, 0)" : "#fff"}"></td>`;
      at = to;
    }
    return `<tr>${out}</tr>`;
  };
  const html = `<p>Hello</p><table>${modules(ADDRESS).map(row).join("")}</table>`;
  assert.deepEqual(
    readTableCodes(html).map((code) => code.text),
    [ADDRESS],
  );
});

test("codes: a picture in the HTML and the address of a drawing service", () => {
  assert.equal(dataPicture("data:image/png;base64,iVBO", 100)?.length, 3);
  assert.equal(dataPicture(`data:image/png;base64,${"A".repeat(1000)}`, 100), undefined);
  assert.equal(drawnByService("https://quickchart.io/qr?text=https%3A%2F%2Fa.example%2F"), "https://a.example/");
  assert.equal(drawnByService("https://quickchart.io/chart?cht=p3&chl=a"), undefined);
});

test("codes: a PNG that inflates to more than its size is cut, one too large is not decoded", () => {
  const bomb = png(100, 100, new Uint8Array(50_000_000));
  assert.equal(readPicture(bomb, new PictureBudget()).kind, "read");
  // What is kept is told by the cut itself: how much memory the process holds depends on when rubbish is collected.
  const cut = inflate(deflateSync(new Uint8Array(50_000_000)), 10_100);
  assert.deepEqual([cut.bytes.length, cut.cut], [10_100, true]);
  assert.equal(readPicture(png(30_000, 30_000, new Uint8Array(10)), new PictureBudget()).kind, "unread");
});

test("codes: pictures beyond the budget of a mail are unread", () => {
  const budget = new PictureBudget();
  const small = png(30, 30, new Uint8Array(31 * 30));
  const kinds = Array.from({ length: 10 }, () => readPicture(small, budget).kind);
  assert.deepEqual([kinds.filter((kind) => kind === "read").length, kinds.at(-1)], [8, "unread"]);
});

test("codes: broken data inflates to what came before", () => {
  const packed = deflateSync(new Uint8Array(100_000).fill(7));
  assert.deepEqual([inflate(packed, 10).bytes.length, inflate(packed, 10).cut], [10, true]);
  assert.equal(inflate(packed.subarray(0, 20), 1000).bytes.length <= 1000, true);
});

test("codes: any bytes behind any known head are read without throwing", () => {
  const heads = ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40\x08\x02\0\0\0", "GIF89a\x40\0\x40\0\xf0\0\0", "\xff\xd8\xff\xe0", "BM", "RIFFxxxxWEBP", ""];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, tail) => {
      const bytes = Uint8Array.from([...[...head].map((char) => char.charCodeAt(0)), ...tail]);
      pictureHeader(bytes);
      readPicture(bytes, new PictureBudget());
    }),
    { numRuns: 300 },
  );
});
