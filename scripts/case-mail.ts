/** A published phishing case as facts: what a page said of one mail; null where it says nothing. */
export interface CaseRow {
  readonly id: string;
  readonly brand: string;
  readonly subject: string | null;
  readonly from_name: string | null;
  readonly from_address: string | null;
  readonly link_text: string | null;
  readonly link_url: string | null;
  readonly observed_date: string | null;
  readonly label: string;
}

/** What of the sender and the links a case gives in full; a masked address (`***@●●`) is no fact to be measured by. */
export const hasSender = (row: CaseRow): boolean => /^[^\s@]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/.test(row.from_address ?? "");
/** The link as the page prints it, masks and all, with a scheme; undefined when what is printed is no address. */
export const linkOf = (row: CaseRow): string | undefined => {
  const written = (row.link_url ?? "").replace(/^hxxp/i, "http").replaceAll("[.]", ".");
  if (!/^(?:https?:\/\/)?[^\s/?#(]+\.[^\s(]*$/i.test(written)) return undefined;
  return /^https?:/i.test(written) ? written : `https://${written}`;
};

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text, "utf8").toString("base64")}?=`;

/**
 * The mail that a case describes, out of subject, display name, address and link alone. Nothing is added that names the
 * brand, unless `signed`: then the text ends with the brand's name on a line of its own, as such mails do.
 */
export function mailOfCase(row: CaseRow, signed = false): Uint8Array {
  const address = hasSender(row) ? row.from_address : "notice@sender.example";
  const link = linkOf(row);
  const anchor = link === undefined ? "" : `<p><a href="${link.replaceAll('"', "%22").replaceAll("&", "&amp;")}">${row.link_text ?? link}</a></p>`;
  const lines = [
    `From: ${row.from_name === null ? "" : `${word(row.from_name)} `}<${address}>`,
    "To: reader@recipient.example",
    `Subject: ${word(row.subject ?? "")}`,
    ...(row.observed_date === null ? [] : [`Date: ${new Date(`${row.observed_date.slice(0, 10)}T03:00:00Z`).toUTCString().replace("GMT", "+0000")}`]),
    "MIME-Version: 1.0",
    'Content-Type: text/html; charset="utf-8"',
    "",
    `<html><body><p>ご確認ください。</p>${anchor}${signed ? `<p>${row.brand}</p>` : ""}</body></html>`,
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}
