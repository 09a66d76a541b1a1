import type { CampaignMarks } from "./archive.ts";
import { PLACES } from "./minhash.ts";

/** 64 unsigned 32-bit values, little-endian whatever the machine is. */
export function signatureBytes(signature: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(signature.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of signature.entries()) view.setUint32(i * 4, value, true);
  return bytes;
}

function signatureFrom(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.min(PLACES, Math.floor(bytes.length / 4)) }, (_, i) => view.getUint32(i * 4, true));
}

export function marksOfRow(row: { signature: Uint8Array; subject_template: string; html_shape: string; url_paths: string }): CampaignMarks {
  return {
    subjectTemplate: row.subject_template,
    bodySignature: signatureFrom(row.signature),
    htmlShape: row.html_shape,
    urlPaths: row.url_paths === "" ? [] : row.url_paths.split("\n"),
  };
}

export function rowOfMarks(marks: CampaignMarks): { signature: Uint8Array; subject_template: string; html_shape: string; url_paths: string } {
  return {
    signature: signatureBytes(marks.bodySignature),
    subject_template: marks.subjectTemplate,
    html_shape: marks.htmlShape,
    url_paths: marks.urlPaths.map((path) => path.replaceAll("\n", "")).join("\n"),
  };
}
