/** A picture in shades of grey (0 black, 255 white), row by row, transparent parts on white as a mail shows them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** How the bytes of a picture are laid out. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  /** Samples in a pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
  readonly channels: number;
  /** One sample per element, 0 to 255. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Luma of ITU-R BT.601 over a white ground. */
export function toPixels({ width, height, channels, data }: Samples): Pixels {
  const grey = new Uint8Array(width * height);
  const count = Math.min(grey.length, Math.floor(data.length / channels));
  if (count < grey.length) grey.fill(255);
  if (channels === 1) grey.set(data.subarray(0, count));
  else if (channels === 2) for (let i = 0; i < count; i++) grey[i] = onWhite(data[2 * i]!, data[2 * i + 1]!);
  else {
    for (let i = 0, at = 0; i < count; i++, at += channels) {
      const luma = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
      grey[i] = channels === 4 ? onWhite(luma, data[at + 3]!) : luma;
    }
  }
  return { width, height, grey };
}

function onWhite(value: number, opacity: number): number {
  return opacity === 255 ? value : 255 - (((255 - value) * opacity) >> 8);
}

/** The picture made `factor` times as large, with smooth edges in between. */
export function enlarge({ width, height, grey }: Pixels, factor: number): Pixels {
  const wide = width * factor;
  const high = height * factor;
  const out = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    const sy = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const top = Math.floor(sy);
    const below = Math.min(height - 1, top + 1) * width;
    const fy = sy - top;
    for (let x = 0; x < wide; x++) {
      const sx = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
      const left = Math.floor(sx);
      const right = Math.min(width - 1, left + 1);
      const fx = sx - left;
      const above = grey[top * width + left]! * (1 - fx) + grey[top * width + right]! * fx;
      out[y * wide + x] = above * (1 - fy) + (grey[below + left]! * (1 - fx) + grey[below + right]! * fx) * fy;
    }
  }
  return { width: wide, height: high, grey: out };
}

/** White made black and the other way round. */
export function invert({ width, height, grey }: Pixels): Pixels {
  const out = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) out[i] = 255 - grey[i]!;
  return { width, height, grey: out };
}

/** A white border, which many a cropped code lacks (ISO/IEC 18004 asks for four modules). */
export function frame({ width, height, grey }: Pixels, border: number): Pixels {
  const wide = width + 2 * border;
  const out = new Uint8Array(wide * (height + 2 * border)).fill(255);
  for (let y = 0; y < height; y++) out.set(grey.subarray(y * width, (y + 1) * width), (y + border) * wide + border);
  return { width: wide, height: height + 2 * border, grey: out };
}

/** The picture half as large, each pixel the mean of four. */
export function halve({ width, height, grey }: Pixels): Pixels {
  const wide = width >> 1;
  const high = height >> 1;
  const out = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const at = 2 * y * width + 2 * x;
      out[y * wide + x] = (grey[at]! + grey[at + 1]! + grey[at + width]! + grey[at + width + 1]!) >> 2;
    }
  }
  return { width: wide, height: high, grey: out };
}

/** Modules of a drawn code (true = dark) as a picture that a reader of photographs can take. */
export function drawModules(rows: readonly (readonly boolean[])[]): Pixels {
  const side = 4;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const wide = width * side;
  const grey = new Uint8Array(wide * rows.length * side).fill(255);
  for (const [y, row] of rows.entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue;
      for (let line = 0; line < side; line++) grey.fill(0, (y * side + line) * wide + x * side, (y * side + line) * wide + (x + 1) * side);
    }
  }
  return frame({ width: wide, height: rows.length * side, grey }, 4 * side);
}
