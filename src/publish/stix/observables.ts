import { isAddress } from "../refang.ts";
import { uuid5 } from "../name-uuid.ts";

/** The namespace of deterministic identifiers of observables (STIX 2.1 §2.9, https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_64yvzeku5a5c). */
const OBSERVABLE_NAMESPACE = "00abedb4-aa42-466c-9c01-fed23315a9b7";

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** A web address (§6.18). */
export const urlObject = (value: string): StixObject => observable("url", { value });

/** A mail address (§6.5), without a display name. */
export const addressObject = (value: string): StixObject => observable("email-addr", { value });

/** A DNS name (§6.4) or an address literal (§6.8, §6.9). */
export function hostObject(host: string): StixObject {
  if (!isAddress(host)) return observable("domain-name", { value: host });
  return host.startsWith("[") ? observable("ipv6-addr", { value: host.slice(1, -1) }) : observable("ipv4-addr", { value: host });
}

/** The mail (§6.6) by what it shows to everybody; its day is in the report, as the property `date` would need an instant. */
export function mailObject(fromRef: string | undefined, subject: string | undefined): StixObject | undefined {
  const contributing = { ...(fromRef === undefined ? {} : { from_ref: fromRef }), ...(subject === undefined ? {} : { subject }) };
  return Object.keys(contributing).length === 0 ? undefined : observable("email-message", contributing, { is_multipart: false });
}

/**
 * §2.9: UUIDv5 over the canonical JSON (RFC 8785) of the properties that contribute. Keys stand here in their order already,
 * and JSON.stringify writes strings as RFC 8785 §3.2.2.2 asks.
 */
function observable(type: string, contributing: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}): StixObject {
  const id = `${type}--${uuid5(OBSERVABLE_NAMESPACE, JSON.stringify(contributing))}`;
  return { type, spec_version: "2.1", id, ...more, ...contributing };
}
