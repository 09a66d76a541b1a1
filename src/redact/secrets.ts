import type { Registry } from "../brands/registry.ts";
import { defaultRegistry } from "../brands/index.ts";
import { registrableDomain } from "../evidence/domains.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { field } from "../mail/index.ts";
import type { Mail } from "../mail/mail.ts";
import { addressesIn } from "./addresses-in-text.ts";
import { identifiersIn, LONGEST_TEXT, phoneSecrets, postalSecrets } from "./identifiers.ts";
import { isHideableName, namesInText, secretsOfName } from "./names.ts";
import { recipientsOf, secretsOfAddress } from "./recipients.ts";
import type { Secret } from "./redacted-mail.ts";
import { tokenSecrets } from "./tokens.ts";

/** A mail of more secrets is a list of its own; those found first are the recipient's. */
const MOST_SECRETS = 600;

/**
 * Everything of a mail that must not leave: who got it and who handed it on (addresses, local parts, domains, names),
 * other people's addresses, customer numbers, telephone numbers, postal addresses beside a name, tokens of links. The
 * sender's own address, brands' official hosts and providers' domains are no secrets.
 * @param mail as handed in; the judged mail of a forward stands in `evidence`
 */
export function secretsOf(mail: Mail, evidence: Evidence, registry: Registry = defaultRegistry()): Secret[] {
  const texts = readableTexts(evidence);
  const recipients = recipientsOf(mail, evidence);
  const official = officialHosts(registry, evidence);
  const names = [
    ...recipients.map((one) => one.displayName).filter((name) => isHideableName(name, registry)),
    ...texts.flatMap((text) => namesInText(text, registry)),
  ];
  const all: Secret[] = [
    ...recipients.flatMap((one) => secretsOfAddress(one, official)),
    ...names.flatMap(secretsOfName),
    ...othersAddresses(texts, evidence, official),
    ...texts.flatMap(identifiersIn),
    ...texts.flatMap(phoneSecrets),
    ...texts.flatMap((text) => postalSecrets(text, names)),
    ...markSecrets(mail),
    ...tokenSecrets([...texts, ...linkTargets(evidence)]),
  ];
  return eachOnce(all).slice(0, MOST_SECRETS);
}

/** Subject, what a reader sees, and the plain part, which may say more. */
function readableTexts(evidence: Evidence): readonly string[] {
  const plain = evidence.texts.filter((part) => part.kind === "plain").map((part) => part.text);
  return [evidence.subject?.text ?? "", evidence.visibleText, ...plain].map((text) => text.slice(0, LONGEST_TEXT)).filter((text) => text !== "");
}

function linkTargets(evidence: Evidence): readonly string[] {
  return evidence.links.kind === "found" ? evidence.links.value.slice(0, 2000).flatMap((link) => [link.written, link.targetUrl ?? ""]) : [];
}

/** A brand the mail speaks for or about, or any other: its official hosts are facts, not secrets. */
export function officialHosts(registry: Registry, evidence: Evidence): (host: string) => boolean {
  const day = evidence.date?.slice(0, 10);
  return (host) => registry.rolesOf(host, day).some(({ role }) => role === "site" || role === "sender");
}

function othersAddresses(texts: readonly string[], evidence: Evidence, official: (host: string) => boolean): readonly Secret[] {
  const culprits = culpritAddresses(evidence);
  const found = new Set(texts.flatMap((text) => addressesIn(text).map(({ address }) => address)));
  return [...found]
    .filter((address) => !culprits.has(address.toLowerCase()) && !official(address.slice(address.lastIndexOf("@") + 1).toLowerCase()))
    .map((value) => ({ kind: "address", value }));
}

/** Addresses the mail says it comes from: what the warning is about. */
export function culpritAddresses(evidence: Evidence): ReadonlySet<string> {
  if (evidence.sender.kind !== "found") return new Set();
  const { from, replyTo, sender, addressInDisplayName } = evidence.sender.value;
  const all = [...from, ...replyTo, ...(sender === undefined ? [] : [sender])].map((one) => one.address);
  return new Set([...all, addressInDisplayName ?? ""].filter((address) => address !== "").map((address) => address.toLowerCase()));
}

/** Message-IDs and boundaries are one copy's own, and may stand in quotes of the header. */
function markSecrets(mail: Mail): readonly Secret[] {
  const id = /<?([^@>\s]{10,200})@/.exec(field(mail, "message-id")?.value ?? "")?.[1];
  const boundary = mail.root.contentType.params["boundary"];
  return [id, boundary].filter((value) => value !== undefined && value.length >= 10 && /\d/.test(value)).map((value) => ({ kind: "token", value: value! }));
}

function eachOnce(secrets: readonly Secret[]): Secret[] {
  const seen = new Map<string, Secret>();
  for (const secret of secrets) {
    const key = `${secret.kind}:${secret.value.toLowerCase()}`;
    if (!seen.has(key)) seen.set(key, secret);
  }
  return [...seen.values()];
}

/** The domain a host was registered under, for comparing whose it is. */
export function ownerOf(address: string): string {
  const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return registrableDomain(host) || host;
}
