/** A value of a MAPI property as TNEF holds it. */
export interface TnefProperty {
  /** Property type without the multi-value mark, e.g. 0x1f for a Unicode string ([MS-OXCDATA] §2.11.1). */
  readonly type: number;
  readonly value: Uint8Array;
}

/** Bytes of one value by type; each is padded to four. Types not listed carry their length. */
const FIXED: Readonly<Record<number, number>> = { 0x2: 4, 0x3: 4, 0x4: 4, 0x5: 8, 0x6: 8, 0x7: 8, 0xa: 4, 0xb: 4, 0x14: 8, 0x40: 8, 0x48: 16 };
const WITH_LENGTH = new Set([0xd, 0x1e, 0x1f, 0x102]);
const MULTIPLE = 0x1000;
const FIRST_NAMED = 0x8000;
const MAX_PROPERTIES = 5000;
const MAX_VALUES = 10_000;

/** A cursor that gives nothing, rather than throwing, once the bytes are used up. */
class Cursor {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;
  ended = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  number(width: 2 | 4): number {
    if (this.at + width > this.bytes.length) {
      this.ended = true;
      return 0;
    }
    this.at += width;
    return width === 2 ? this.#view.getUint16(this.at - 2, true) : this.#view.getUint32(this.at - 4, true);
  }

  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) this.ended = true;
    const taken = this.bytes.subarray(this.at, Math.min(this.at + length, this.bytes.length));
    this.at += length;
    return taken;
  }
}

/** The properties of a list in TNEF ([MS-OXTNEF] §2.1.3.4), by id, named ones left out; the first value of each. Never throws. */
export function tnefProperties(bytes: Uint8Array): ReadonlyMap<number, TnefProperty> {
  const found = new Map<number, TnefProperty>();
  const cursor = new Cursor(bytes);
  const count = Math.min(cursor.number(4), MAX_PROPERTIES);
  for (let i = 0; i < count && !cursor.ended; i++) {
    const kind = cursor.number(2);
    const id = cursor.number(2);
    if (id >= FIRST_NAMED) skipName(cursor);
    const type = kind & ~MULTIPLE;
    const value = readValue(cursor, type, (kind & MULTIPLE) !== 0);
    if (value === undefined) break;
    if (!cursor.ended && id < FIRST_NAMED && !found.has(id)) found.set(id, { type, value });
  }
  return found;
}

/** A GUID, then a number or a Unicode name. */
function skipName(cursor: Cursor): void {
  cursor.take(16);
  if (cursor.number(4) === 0) cursor.take(4);
  else takePadded(cursor, cursor.number(4));
}

function takePadded(cursor: Cursor, length: number): Uint8Array {
  const taken = cursor.take(length);
  cursor.at += (4 - (length % 4)) % 4;
  return taken;
}

function readValue(cursor: Cursor, type: number, multiple: boolean): Uint8Array | undefined {
  const withLength = WITH_LENGTH.has(type);
  const fixed = FIXED[type];
  if (!withLength && fixed === undefined) return undefined;
  const count = withLength || multiple ? cursor.number(4) : 1;
  let first: Uint8Array | undefined;
  for (let i = 0; i < count && i < MAX_VALUES && !cursor.ended; i++) {
    const value = withLength ? takePadded(cursor, cursor.number(4)) : cursor.take(fixed ?? 0);
    first ??= value;
  }
  return first ?? new Uint8Array();
}
