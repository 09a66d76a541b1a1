import type { Campaign, CaseSummary } from "../archive/archive.ts";
import type { SqliteArchive } from "../archive/sqlite-archive.ts";
import type { Examined } from "../app/examine.ts";
import { keptCase } from "../app/kept-case.ts";
import { toJsonLine, toJsonReport } from "../report/index.ts";
import type { Language } from "../terms/index.ts";
import { programFingerprint } from "./program-fingerprint.ts";

/** A mail as it was just kept. */
export interface Kept {
  readonly kept: CaseSummary;
  readonly campaign: Campaign | undefined;
  /** Mails of the campaign that arrived today, this one among them. */
  readonly today: number;
}

/** Saves examined mails. The SQL library is loaded when the first is asked for: examining alone never waits for it. */
export class Keeper {
  readonly #archive: SqliteArchive;
  readonly #reporter: string | undefined;
  count = 0;

  private constructor(archive: SqliteArchive, reporter: string | undefined) {
    this.#archive = archive;
    this.#reporter = reporter;
  }

  static async open(file: string, reporter: string | undefined): Promise<Keeper> {
    const { openSqliteArchive } = await import("../archive/sqlite-archive.ts");
    return new Keeper(await openSqliteArchive(file, { create: true }), reporter);
  }

  /** Settles when the mail is on disk. */
  async keep(raw: Uint8Array, examined: Examined, file: string, ms: number): Promise<Kept> {
    const { examination } = examined;
    const { summary, marks, searchable } = keptCase(examined);
    const at = new Date().toISOString();
    const json = toJsonLine(toJsonReport(examination, file, ms));
    const made = { toolVersion: programFingerprint(), registryVersion: examination.tool.registry, at, json };
    const kept = await this.#archive.saveCase(raw, made, summary, marks, this.#reporter, searchable);
    this.count++;
    const campaign = kept.campaign === undefined ? undefined : await this.#archive.campaign(kept.campaign);
    const today = kept.campaign === undefined ? 0 : await this.#archive.arrivedOn(kept.campaign, kept.mail.received.slice(0, 10));
    return { kept, campaign, today };
  }

  async close(): Promise<void> {
    await this.#archive.close();
  }
}

/** One line about a mail just kept. */
export function keptLine({ kept, campaign, today }: Kept, lang: Language): string {
  const size = campaign?.size ?? 1;
  const again = kept.timesSeen > 1;
  if (lang === "ja") {
    const others = size > 1 ? `。同じ型のメール ${size} 通(${campaign?.id})、うち同じ日に届いたもの ${today} 通` : "";
    return `${again ? "保管済みです" : "保管しました"}: ${kept.id}${others}\n`;
  }
  const others = size > 1 ? `; ${size} mails of this template (${campaign?.id}), ${today} of them arrived on the same day` : "";
  return `${again ? "kept already" : "kept"}: ${kept.id}${others}\n`;
}
