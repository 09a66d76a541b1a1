import type { CorpusMail } from "../corpus.ts";
import { FLAGGED } from "../eval-outcome.ts";
import type { Outcome } from "../eval-outcome.ts";
import { bytesOf } from "../eval-run.ts";
import { labelOf } from "../eval-tally.ts";
import { progress } from "../progress.ts";
import { percent, table } from "../table.ts";
import type { Peer, PeerKind } from "./peer.ts";
import { rspamd } from "./rspamd.ts";
import { spamassassin } from "./spamassassin.ts";

const KINDS: Readonly<Record<string, PeerKind>> = { rspamd, spamassassin };
/** Names of the examiners that ours can be compared with. */
export const PEERS: readonly string[] = Object.keys(KINDS);

/** Flagged mails of one corpus, ours and each peer's, on the same mails. */
export interface ComparisonRow {
  readonly corpus: string;
  readonly label: string;
  /** By examiner: mails it answered on, and those of them it flagged. */
  readonly judged: Record<string, number>;
  readonly flagged: Record<string, number>;
}
export interface Comparison {
  readonly perCorpus: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Peers that are asked for and not installed, with the way to install them. */
  readonly absent: Readonly<Record<string, string>>;
  readonly rows: readonly ComparisonRow[];
}

/** `count` mails spread evenly over each corpus and label: the same ones every time. */
export function sampled(mails: readonly CorpusMail[], count: number): number[] {
  const groups = new Map<string, number[]>();
  for (const [index, mail] of mails.entries()) groups.set(`${mail.corpus}\t${mail.label}`, [...(groups.get(`${mail.corpus}\t${mail.label}`) ?? []), index]);
  return [...groups.values()].flatMap((all) => {
    const taken = Math.min(count, all.length);
    return Array.from({ length: taken }, (_, i) => all[Math.floor((i * all.length) / taken)]!);
  });
}

/** Shows a sample of the mails to each peer and counts what it marks, beside what we flag. */
export async function compare(names: readonly string[], mails: readonly CorpusMail[], outcomes: readonly Outcome[], perCorpus: number): Promise<Comparison> {
  const unknown = names.find((name) => KINDS[name] === undefined);
  if (unknown !== undefined) throw new Error(`--against ${unknown}: known are ${Object.keys(KINDS).join(", ")}`);
  const chosen = sampled(mails, perCorpus);
  const rows = new Map<string, ComparisonRow>();
  const versions: Record<string, string> = {};
  const absent: Record<string, string> = {};
  for (const index of chosen) count(rows, mails[index]!, "ayashii", FLAGGED.has(outcomes[index]!.level));
  for (const name of names) {
    const kind = KINDS[name]!;
    const peer = await kind.start();
    if (peer === undefined) {
      absent[name] = kind.install;
      console.error(`eval: ${name} is not installed; to compare with it: ${kind.install}`);
      continue;
    }
    versions[name] = peer.version;
    const asked = chosen.map((index) => mails[index]!);
    await ask(peer, asked, (mail, flagged) => count(rows, mail, name, flagged)).finally(() => peer.stop());
  }
  return { perCorpus, versions, absent, rows: [...rows.values()] };
}

function count(rows: Map<string, ComparisonRow>, mail: CorpusMail, who: string, flagged: boolean): void {
  const label = labelOf(mail);
  const key = `${mail.corpus}\t${label}`;
  const row = rows.get(key) ?? { corpus: mail.corpus, label, judged: {}, flagged: {} };
  rows.set(key, row);
  row.judged[who] = (row.judged[who] ?? 0) + 1;
  row.flagged[who] = (row.flagged[who] ?? 0) + (flagged ? 1 : 0);
}

/** Two questions at a time, so that a peer need not wait for us. A mail it does not answer on is not counted. */
const AT_ONCE = 2;
async function ask(peer: Peer, mails: readonly CorpusMail[], answered: (mail: CorpusMail, flagged: boolean) => void): Promise<void> {
  const tell = progress(peer.name, mails.length);
  const waiting = mails.values();
  let done = 0;
  let unanswered = 0;
  const askOn = async (): Promise<void> => {
    for (const mail of waiting) {
      try {
        answered(mail, (await peer.check(bytesOf(mail))).flagged);
      } catch {
        unanswered++;
      }
      tell(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  if (unanswered > 0) console.error(`eval: ${peer.name} gave no answer on ${unanswered} mails`);
}

/** The comparison as a table; each peer with the settings it ships with, untrained, without name servers. */
export function comparisonText({ perCorpus, versions, absent, rows }: Comparison): string {
  const peers = Object.keys(versions);
  const head = ["corpus", "label", "mails", "ayashii", ...peers.map((name) => `${name} ${versions[name]}`)];
  const lines = rows.map((row) => [
    ...[row.corpus, row.label, row.judged.ayashii ?? 0],
    ...["ayashii", ...peers].map((who) => percent(row.flagged[who] ?? 0, row.judged[who] ?? 0)),
  ]);
  const missing = Object.entries(absent).map(([name, install]) => `${name} is not installed; to compare with it: ${install}`);
  return [`flagged, on the same mails (at most ${perCorpus} a corpus), offline, peers as shipped and untrained`, table(head, lines), ...missing].join("\n");
}
