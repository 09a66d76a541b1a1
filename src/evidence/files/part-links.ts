import { textParts } from "../../mail/index.ts";
import type { Mail, Part } from "../../mail/mail.ts";
import type { Where } from "../../terms/index.ts";
import type { Gathered, Link } from "../evidence.ts";
import { readTexts } from "../reading.ts";
import { findTextLinks } from "../text-links.ts";
import type { Code, Codes } from "../topics/codes.ts";
import { gatherLinks, resolve } from "../topics/links.ts";
import type { AttachedFile } from "./file.ts";

/** Links out of the parts of one mail. */
const MAX_LINKS = 400;
/** Attached mails that are looked into. */
const MAX_MAILS = 5;

/** Links that a reader reaches through a QR code, an attached file or an attached mail. */
export function linksOfParts(mail: Mail, files: Gathered<readonly AttachedFile[]>, codes: Gathered<Codes>): readonly Link[] {
  const ofCodes = codes.kind === "found" ? codes.value.codes.flatMap(codeLink) : [];
  const ofFiles = files.kind === "found" ? files.value.flatMap(fileLinks) : [];
  return [...ofCodes, ...ofFiles, ...mailLinks(mail.root)].slice(0, MAX_LINKS);
}

/** The address a code holds; of a business card or bookmark (MEBKM, MECARD) the first one. */
export function addressOfCode(text: string): string | undefined {
  const plain = text.replaceAll("\\:", ":").trim();
  const found = findTextLinks(plain.slice(0, 4000)).find((link) => link.kind !== "mail" && (link.kind !== "bare" || link.raw.length === plain.length));
  return found?.raw;
}

function codeLink(code: Code): readonly Link[] {
  const address = addressOfCode(code.text);
  return address === undefined ? [] : linkTo(address, "", "qr", code.quote.where);
}

/**
 * Marks that programs leave in the files they make, and names of formats that look like addresses: nobody is sent there.
 * TCPDF adds a hidden link to its own site unless its property `tcpdflink` is set to false.
 */
const MAKERS: ReadonlySet<string> = new Set(["tcpdf.org", "pdfcrowd.com", "fpdf.org", "w3.org", "purl.org", "openxmlformats.org"]);
const FORMAT_HOSTS: ReadonlySet<string> = new Set(["schemas.microsoft.com", "ns.adobe.com"]);

function isOfMaker(link: Link): boolean {
  return MAKERS.has(link.registrableDomain) || FORMAT_HOSTS.has(link.targetHost);
}

function fileLinks(file: AttachedFile): readonly Link[] {
  return file.addresses.flatMap(({ written, visibleText }) => linkTo(written, visibleText, "file", file.quote.where)).filter((link) => !isOfMaker(link));
}

function linkTo(address: string, visibleText: string, through: "qr" | "file", where: Where): readonly Link[] {
  const target = resolve(/^www\./i.test(address) ? `http://${address}` : address, undefined);
  if (target.host === "") return [];
  return [{ ...target, source: "text", written: address, visibleText, displayedHost: undefined, visible: true, inQuotedOriginal: false, through, where }];
}

/**
 * Links of mails that are attached, marked as quoted: somebody else wrote them. Returned mails (RFC 3464) and digests
 * are no attachments of the writer.
 */
function mailLinks(root: Part): readonly Link[] {
  const found: Link[] = [];
  const open: Part[] = [root];
  for (let mails = 0; open.length > 0 && mails < MAX_MAILS;) {
    const part = open.pop() as Part;
    if (/^multipart\/(?:report|digest)$/.test(part.contentType.type)) continue;
    open.push(...part.children);
    if (part.contentType.type !== "message/rfc822" || part.message === undefined) continue;
    mails++;
    const links = gatherLinks(readTexts(textParts(part.message)));
    const where: Where = { kind: "raw", start: part.bodyStart, end: part.bodyEnd };
    if (links.kind === "found") for (const link of links.value) found.push({ ...link, inQuotedOriginal: true, through: "attached-mail", where });
  }
  return found;
}
