import { readFileSync, writeFileSync } from "node:fs";
import type { Ports } from "../evidence/authenticate/signature.ts";
import { dnsResolver } from "../evidence/lookups/dns.ts";
import { nodeCrypto } from "../evidence/lookups/node-crypto.ts";
import { NOT_RECORDED, recordedResolver } from "../evidence/lookups/recorded.ts";
import type { Zone } from "../evidence/lookups/recorded.ts";
import { remembering } from "../evidence/lookups/remembering.ts";
import type { Options } from "./options.ts";

/** What a record of answers holds: when they were given, and the answers by name. */
interface AnswerRecord {
  readonly at: string;
  readonly dns: Zone;
}

/** Name servers, or a record of what they once answered. */
export interface OnlineSession extends Ports {
  /** ISO instant of the answers. */
  readonly at: string;
  /** Writes the record the command asked for; throws what writing throws. */
  save(): void;
}

/** `--answers FILE` reads what `--online --record FILE` wrote; undefined when neither is asked for. Throws on an unreadable file. */
export function openOnline({ online, answers, record }: Pick<Options, "online" | "answers" | "record">): OnlineSession | undefined {
  if (answers !== undefined) {
    const { at, dns } = readRecord(answers);
    return { resolver: recordedResolver(dns, NOT_RECORDED), crypto: nodeCrypto, at, save: () => undefined };
  }
  if (!online) return undefined;
  const at = new Date().toISOString();
  const resolver = remembering(dnsResolver());
  const save = (): void => {
    if (record !== undefined) writeFileSync(record, `${JSON.stringify({ at, dns: resolver.answers() } satisfies AnswerRecord, undefined, 1)}\n`);
  };
  return { resolver, crypto: nodeCrypto, at, save };
}

function readRecord(file: string): AnswerRecord {
  const read = JSON.parse(readFileSync(file, "utf8")) as Partial<AnswerRecord> | null;
  if (typeof read?.at !== "string" || Number.isNaN(Date.parse(read.at)) || typeof read.dns !== "object" || read.dns === null)
    throw new Error("not a record of answers");
  return { at: read.at, dns: read.dns };
}
