import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SOCIAL_SIZE } from "./social-size.ts";

/** Draws an SVG as PNG. */
export type Painter = (svg: string) => Uint8Array;

const FAMILY = "Noto Sans JP";
const LETTERS = "@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf";

/**
 * A painter with letters of its own, so that the picture is the same on every machine; undefined where its packages, which are
 * optional, are not installed. resvg (https://github.com/thx/resvg-js) runs as WebAssembly: it reads no file and no address.
 */
export async function loadPainter(): Promise<Painter | undefined> {
  const { resolve } = createRequire(import.meta.url);
  try {
    const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
    const font = new Uint8Array(readFileSync(resolve(LETTERS)));
    await ready(() => initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm"))));
    return (svg) => {
      const drawing = new Resvg(svg, {
        fitTo: { mode: "width", value: SOCIAL_SIZE.width },
        font: { fontBuffers: [font], defaultFontFamily: FAMILY, loadSystemFonts: false },
      });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

let started: Promise<unknown> | undefined;

/** The library refuses to be started twice. */
const ready = (start: () => Promise<unknown>): Promise<unknown> => (started ??= start());

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND");
