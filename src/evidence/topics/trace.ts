import { fields, parseDate } from "../../mail/index.ts";
import type { HeaderField, Mail } from "../../mail/mail.ts";
import { parseReceived } from "../../mail/received.ts";
import { later } from "../../terms/index.ts";
import type { Quote } from "../../terms/index.ts";
import type { Gathered, Hop, Trace } from "../evidence.ts";
import { isEntry } from "../route.ts";

/** More trace fields than any route has; RFC 5321 §6.3 lets servers stop at 100. */
const MAX_HOPS = 200;

/** The way the mail came: Received fields (RFC 5321 §4.4), newest first, and the mark of a mailing list (RFC 2919). */
export function gatherTrace(mail: Mail): Gathered<Trace> {
  const received = fields(mail, "received").slice(0, MAX_HOPS);
  const mark = fields(mail, "list-id")[0] ?? fields(mail, "list-post")[0] ?? fields(mail, "mailing-list")[0];
  if (received.length === 0 && mark === undefined) return { kind: "absent" };
  return { kind: "found", value: new Route(received, mark === undefined ? undefined : quoteOf(mark)) };
}

/** Reads the hops when somebody asks for them: most checks only want to know of the list. */
class Route implements Trace {
  readonly list: Quote | undefined;
  readonly #received: readonly HeaderField[];
  readonly #read: Hop[] = [];

  constructor(received: readonly HeaderField[], list: Quote | undefined) {
    this.#received = received;
    this.list = list;
  }

  get hops(): readonly Hop[] {
    return this.#received.map((_, at) => this.#hop(at));
  }

  get top(): Hop | undefined {
    return this.#received.length === 0 ? undefined : this.#hop(0);
  }

  get entry(): Hop | undefined {
    for (let at = 0; at < this.#received.length; at++) if (isEntry(this.#hop(at))) return this.#hop(at);
    return undefined;
  }

  #hop(at: number): Hop {
    return (this.#read[at] ??= hopOf(this.#received[at] as HeaderField));
  }
}

/** A header field's decoded value with its place. */
export function quoteOf(field: HeaderField): Quote {
  return { text: field.value, where: { kind: "raw", start: field.valueStart, end: field.end } };
}

function hopOf(field: HeaderField): Hop {
  const received = parseReceived(field.rawValue);
  let at: [string | undefined] | undefined;
  let quote: Quote | undefined;
  const { helo: fromHelo, rdns: fromRdns, ip } = received;
  // Of most hops nobody asks when it was, or quotes it.
  return later(
    { by: received.by.toLowerCase(), fromHelo, fromRdns, ip },
    { at: () => (at ??= [parseDate(received.date)])[0], quote: () => (quote ??= quoteOf(field)) },
  );
}
