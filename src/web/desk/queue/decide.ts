import type { Form } from "../form.ts";
import { isLevel } from "../parts.tsx";
import { Refusal } from "../refusal.ts";
import { WORDS } from "./words.ts";

/** A decision as a form asks for it. */
export interface AskedDecision {
  readonly agrees: boolean;
  readonly reason: string;
  readonly level: string | undefined;
}

const LONGEST_REASON = 2000;

/** Throws a `Refusal` where a mail is overruled without saying what it is and why. */
export function readDecision(form: Form): AskedDecision {
  const agrees = form.text("agrees") !== "no";
  const reason = form.text("reason").slice(0, LONGEST_REASON);
  const really = form.text("really");
  if (agrees) return { agrees, reason, level: undefined };
  if (reason === "" || !isLevel(really)) throw new Refusal(422, WORDS.needsReason);
  return { agrees, reason, level: really };
}

/** As it stands in the audit log. */
export function auditNote({ agrees, reason, level }: AskedDecision): string {
  return `${agrees ? "agree" : `overrule to ${level}`}${reason === "" ? "" : `: ${reason}`}`;
}
