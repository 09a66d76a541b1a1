import type { Parts } from "./parts.ts";

/**
 * Stands in the place of the readers of attached files and pictures in the first bundle. The examiner is synchronous, so
 * whoever calls one before it is there gets an error, and the worker loads the readers and examines again.
 */
export class PartsMissing extends Error {}

let parts: Parts | undefined;
let missed = false;

function loaded(): Parts {
  if (parts !== undefined) return parts;
  missed = true;
  throw new PartsMissing("the readers of files and pictures are not loaded yet");
}

/** Whether one was asked for in vain since the last call. */
export function takeMissed(): boolean {
  const was = missed;
  missed = false;
  return was;
}

/** Loads the readers; the same promise for all who ask. Rejects when they cannot be fetched, and may be asked again. */
export async function loadParts(): Promise<Parts> {
  return (parts ??= await import("./parts.ts"));
}

export const readFile: Parts["readFile"] = (...given) => loaded().readFile(...given);
export const isReadable: Parts["isReadable"] = (format) => loaded().isReadable(format);
export const decodePicture: Parts["decodePicture"] = (...given) => loaded().decodePicture(...given);
export const readQrCodes: Parts["readQrCodes"] = (pixels) => loaded().readQrCodes(pixels);
