// Operations of the mail stage for the conformance suites; each takes a case's input and gives what it asks for.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as mail from "../../dist/src/mail/index.js";

const bytesOf = (input) => readFileSync(resolve(process.env.AYASHII_SUITES ?? process.cwd(), input.path));
const first = (input) => String([input].flat()[0] ?? "");
const asText = (input) => (typeof input === "string" ? input : String(input?.args ?? ""));

/** The tree as `multipart/mixed(text/plain,...)`. */
function structure(part) {
  const inner = part.message ? [structure(part.message.root)] : part.children.map(structure);
  return part.contentType.type + (inner.length > 0 ? `(${inner.join()})` : "");
}

const addressList = (field) => (field ? mail.mailAddressesOf(field).map((a) => ({ name: a.displayName, address: a.address })) : []);

/** Text a reader is shown: the plain parts; the HTML parts only when there is no plain one. */
function shownText(read) {
  const texts = mail.textParts(read);
  const plain = texts.filter((t) => t.kind === "plain");
  return (plain.length > 0 ? plain : texts).map((t) => t.text).join("\n");
}

function mimeParse(input) {
  const read = mail.parseMail(bytesOf(input));
  return {
    structure: structure(read.root),
    subject: mail.field(read, "subject")?.value,
    from: addressList(mail.field(read, "from")),
    to: addressList(mail.field(read, "to")),
    text: shownText(read),
  };
}

function addressEntries(input) {
  return [input]
    .flat()
    .flatMap((value) =>
      mail
        .parseAddressEntries(value)
        .map((entry) =>
          entry.members === undefined
            ? { name: entry.displayName, email: entry.address }
            : { name: entry.displayName, group: entry.members.map((m) => ({ name: m.displayName, email: m.address })) },
        ),
    );
}

export default {
  "mail.smoke": (input) => {
    const read = mail.parseMail(bytesOf(input));
    return { defects: read.defects.length, characters: mail.textParts(read).reduce((sum, t) => sum + t.text.length, 0) };
  },
  "mime.parse": mimeParse,
  // One suite's values are Content-Types, whose type is brought to its usual form.
  "header.params": (input, c) => {
    if (c?.suite !== "cpython-contenttype") return mail.parseParams(asText(input));
    const { type, params } = mail.parseContentType(asText(input));
    return { value: type, params };
  },
  "header.addresses": addressEntries,
  "header.date": (input) => mail.parseDate(input) ?? null,
  "header.decodeWords": (input) => mail.decodeWords(input),
  "header.content-type": (input) => {
    const { type, params } = mail.parseContentType(first(input));
    return { value: type, params };
  },
  "header.content-transfer-encoding": (input) => mail.parseTransferEncoding(first(input)),
  "charset.decode": (input) => mail.charsetDecode(input.charset, Buffer.from(input.bytes_b64, "base64")),
};
