/** Writes TNEF ([MS-OXTNEF]) for tests. */

type Bytes = readonly number[];

const u16 = (n: number): Bytes => [n & 255, (n >> 8) & 255];
const u32 = (n: number): Bytes => [...u16(n & 0xffff), ...u16(n >>> 16)];
export const latin = (text: string): Bytes => [...text].map((c) => c.charCodeAt(0) & 255);
const padded = (bytes: Bytes): Bytes => [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)];

const attribute = (level: 1 | 2, id: number, value: Bytes): Bytes => [
  level,
  ...u32(id),
  ...u32(value.length),
  ...value,
  ...u16(value.reduce((a, b) => a + b, 0)),
];

export const unicode = (id: number, text: string): Bytes =>
  variable(
    0x1f,
    id,
    [...`${text}\0`].flatMap((c) => u16(c.charCodeAt(0))),
  );
export const variable = (type: number, id: number, value: Bytes): Bytes => [...u16(type), ...u16(id), ...u32(1), ...u32(value.length), ...padded(value)];
export const long = (id: number, value: number): Bytes => [...u16(3), ...u16(id), ...u32(value)];
/** A named property, which the reader has to step over. */
export const named = (name: string, text: string): Bytes => {
  const wide = [...`${name}\0`].flatMap((c) => u16(c.charCodeAt(0)));
  const [type, id, ...rest] = [u16(0x1f), u16(0x8001), ...[unicode(0, text).slice(4)]];
  return [...(type ?? []), ...(id ?? []), ...Array.from({ length: 16 }, () => 7), ...u32(1), ...u32(wide.length), ...padded(wide), ...rest.flat()];
};
export const properties = (...list: readonly Bytes[]): Bytes => [...u32(list.length), ...list.flat()];

export interface FileGiven {
  readonly title?: Bytes;
  readonly data?: Bytes;
  readonly properties?: Bytes;
}

export function tnefOf(given: {
  readonly codepage?: number;
  readonly body?: Bytes;
  readonly properties?: Bytes;
  readonly files?: readonly FileGiven[];
}): Uint8Array {
  const parts: Bytes[] = [u32(0x223e9f78), u16(1), attribute(1, 0x00089006, u32(0x10000))];
  if (given.codepage !== undefined) parts.push(attribute(1, 0x00069007, [...u32(given.codepage), ...u32(0)]));
  if (given.body !== undefined) parts.push(attribute(1, 0x0002800c, given.body));
  if (given.properties !== undefined) parts.push(attribute(1, 0x00069003, given.properties));
  for (const file of given.files ?? []) {
    parts.push(
      attribute(
        2,
        0x00069002,
        Array.from({ length: 14 }, () => 0),
      ),
    );
    if (file.title !== undefined) parts.push(attribute(2, 0x00018010, [...file.title, 0]));
    if (file.data !== undefined) parts.push(attribute(2, 0x0006800f, file.data));
    if (file.properties !== undefined) parts.push(attribute(2, 0x00069005, file.properties));
  }
  return Uint8Array.from(parts.flat());
}

/** RTF as PidTagRtfCompressed holds it when it is not compressed ([MS-OXRTFCP] §2.1.3.1.5). */
export const storedRtf = (rtf: string): Bytes => [...u32(rtf.length + 12), ...u32(rtf.length), ...latin("MELA"), ...u32(0), ...latin(rtf)];
export const MESSAGE_ID: Bytes = [7, 3, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];
export const mailWith = (tnef: Uint8Array, name = "winmail.dat"): Uint8Array =>
  new TextEncoder().encode(
    `From: a@sender.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/ms-tnef; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(String.fromCharCode(...tnef))}\r\n--b--\r\n`,
  );
