import { crc32, deflateSync } from "node:zlib";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(checksum(body), body.length + 4);
  return out;
}

/** `zlib.crc32` came with Node 22.2; readers of text chunks do not look at it. */
function checksum(body: Buffer): number {
  return typeof crc32 === "function" ? crc32(body) : 0;
}

/** A picture of one pixel with a text chunk: as it stands (`tEXt`/`iTXt`) or deflated (`zTXt`). */
export function pngWithText(text: string, deflated = false): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const said = deflated
    ? chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(text)]))
    : chunk("iTXt", Buffer.concat([Buffer.from("Comment\0\0\0\0\0"), Buffer.from(text)]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk("IHDR", head),
    said,
    chunk("IDAT", deflateSync(Buffer.from([0, 255]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
