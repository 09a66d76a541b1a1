import type { CaseRuns } from "./case-index.ts";
import { Pairs } from "./postings.ts";

/** Runs made beforehand as text: base64 of little-endian 32-bit words, the number of cases, then hash and case in turn. */
export function runsToText(runs: CaseRuns): string {
  const { pairs, cases } = runs;
  const view = new DataView(new ArrayBuffer(4 + pairs.size * 8));
  view.setUint32(0, cases, true);
  for (let i = 0; i < pairs.size; i++) {
    view.setInt32(4 + i * 8, pairs.hashes[i] as number, true);
    view.setUint32(8 + i * 8, pairs.numbers[i] as number, true);
  }
  let binary = "";
  for (let i = 0; i < view.byteLength; i++) binary += String.fromCharCode(view.getUint8(i));
  return btoa(binary);
}

/** Reads what `runsToText` wrote. Only for text of our own making: it is not checked. */
export function runsFromText(text: string): CaseRuns {
  const binary = atob(text);
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const pairs = new Pairs();
  for (let at = 4; at + 8 <= view.byteLength; at += 8) pairs.add(view.getInt32(at, true), view.getUint32(at + 4, true));
  return { pairs, cases: view.getUint32(0, true) };
}
