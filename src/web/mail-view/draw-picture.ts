const DATA = /^data:(image\/(?:png|jpeg|gif));base64,([A-Za-z0-9+/]+={0,2})$/;

/**
 * A picture the mail carries, painted on a canvas from its bytes: no address is set, so no policy has to allow `data:` and a
 * moving picture stands still. What cannot be decoded stays an empty frame with its text.
 */
export function drawPicture(source: string, text: string, document: Document): HTMLElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", text === "" ? (document.documentElement.lang === "en" ? "picture" : "画像") : text);
  const [, type, base64] = DATA.exec(source) ?? [];
  if (type !== undefined && base64 !== undefined) paint(canvas, type, base64).catch(() => canvas.classList.add("picture"));
  return canvas;
}

async function paint(canvas: HTMLCanvasElement, type: string, base64: string): Promise<void> {
  const binary = atob(base64);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
