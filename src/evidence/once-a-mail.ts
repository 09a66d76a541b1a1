import type { Evidence } from "./evidence.ts";

let current: Evidence | undefined;
let made = new Map<object, { readonly facts: object; readonly value: unknown }>();

/**
 * What several checks ask of one mail, worked out once: `make` is at once the key. Only the mail that is looked at now is
 * remembered, in plain fields: a WeakMap keeps what it holds alive over many mails, which made the collector copy it. So
 * does a Map that is cleared: its old table points to its new one.
 */
export function onceAMail<F extends object, T>(make: (evidence: Evidence, facts: F) => T, evidence: Evidence, facts: F): T {
  if (evidence !== current) {
    made = new Map();
    current = evidence;
  }
  const known = made.get(make);
  if (known?.facts === facts) return known.value as T;
  const value = make(evidence, facts);
  // `make` may have asked about another mail meanwhile.
  if (evidence === current) made.set(make, { facts, value });
  return value;
}

/** Lets go of the mail that was looked at last. */
export function forgetMail(): void {
  made = new Map();
  current = undefined;
}
