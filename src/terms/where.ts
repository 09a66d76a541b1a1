/**
 * The place a quotation was taken from, so that anyone can look it up again.
 * `raw`: half-open byte range [start, end) in the mail as it was handed in.
 * `envelope`: a value of the SMTP envelope (RFC 5321), which is not part of the mail's bytes.
 * `lookup`: the key of a recorded answer of the outside (for example `dns:TXT:_dmarc.example.com`).
 */
export type Where =
  | { readonly kind: "raw"; readonly start: number; readonly end: number }
  | { readonly kind: "envelope"; readonly field: "mailFrom" | "rcptTo" | "helo" }
  | { readonly kind: "lookup"; readonly key: string };

/** A piece of the mail as the reader would see it (decoded), with its place. */
export interface Quote {
  readonly text: string;
  readonly where: Where;
}
