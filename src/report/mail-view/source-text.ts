const LATIN1 = new TextDecoder("latin1");

/** Reads the bytes of the source with the charset of the part they stand in. */
export class SourceText {
  readonly #raw: Uint8Array;
  readonly #parts: readonly { readonly start: number; readonly end: number; readonly charset: string }[];
  readonly #decoders = new Map<string, TextDecoder>();

  constructor(raw: Uint8Array, parts: readonly { readonly start: number; readonly end: number; readonly charset: string }[]) {
    this.#raw = raw;
    this.#parts = parts;
  }

  /**
   * Bytes [start, end) of the line that begins at `lineStart`, as text to look at: in the part's charset or UTF-8 where they
   * are, else a letter a byte. Controls become their pictures (U+2400 block), and characters that turn the order of others
   * round are written out, so that every line reads as it stands.
   */
  of(start: number, end: number, lineStart: number): string {
    return this.#decoded(start, end, lineStart)
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
      .replace(
        /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
        (unseen) => `<U+${unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
      );
  }

  #decoded(start: number, end: number, lineStart: number): string {
    const bytes = this.#raw.subarray(start, end);
    const charset = this.#parts.find((part) => start >= part.start && start < part.end)?.charset ?? "utf-8";
    if (charset === "iso-2022-jp") return this.#decode(charset, this.#withShift(start, end, lineStart)) ?? LATIN1.decode(bytes);
    return this.#decode(charset, bytes) ?? this.#decode("utf-8", bytes) ?? LATIN1.decode(bytes);
  }

  /** The charset of a piece of ISO-2022-JP is what the last escape sequence of its line said (RFC 1468). */
  #withShift(start: number, end: number, lineStart: number): Uint8Array {
    const bytes = this.#raw.subarray(start, end);
    for (let at = start - 1; at >= lineStart; at--) {
      if (this.#raw[at] !== 0x1b) continue;
      const escape = this.#raw.subarray(at, Math.min(at + 3, end));
      const whole = new Uint8Array(escape.length + bytes.length);
      whole.set(escape);
      // A quote that begins inside the escape sequence has the rest of it already.
      whole.set(bytes, escape.length);
      return start < at + 3 ? this.#raw.subarray(at, end) : whole;
    }
    return bytes;
  }

  #decode(charset: string, bytes: Uint8Array): string | undefined {
    try {
      let decoder = this.#decoders.get(charset);
      if (decoder === undefined) this.#decoders.set(charset, (decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true })));
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}
