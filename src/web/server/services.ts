import type { ReportQueue } from "../../queue/report-queue.ts";
import type { WebPorts } from "../web-context.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { AuditLog } from "./accounts/audit-log.ts";
import type { Sessions } from "./accounts/sessions.ts";
import type { Examiner } from "./examining/examiner.ts";
import type { Lane } from "./examining/lane.ts";
import type { HeldBytes } from "./held-bytes.ts";
import type { RateLimits } from "./limits.ts";
import type { Limits, ServerOptions } from "./options.ts";
import type { SiteKeeper } from "./site-keeper.ts";

/** Everything that routes work with. */
export interface Services {
  readonly options: ServerOptions;
  readonly limits: Limits;
  /** Reached from this machine only. */
  readonly loopback: boolean;
  /** People reach it by https: by the public URL. */
  readonly https: boolean;
  readonly ports: WebPorts;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly rates: RateLimits;
  readonly queue: ReportQueue;
  readonly examiner: Examiner;
  /** Examines for those who wait for the answer. */
  readonly quick: Lane;
  readonly site: SiteKeeper;
  readonly held: HeldBytes;
  /** Signs the tokens in forms. */
  readonly formKey: string;
  /** Says what went wrong inside, to whoever runs the server. */
  readonly log: (line: string) => void;
}
