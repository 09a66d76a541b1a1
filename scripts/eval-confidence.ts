import type { Confidence } from "../src/checks/check.ts";
import type { Firing } from "./eval-tally.ts";

/** Share of phishing among phishing and genuine mails on which a point fires, as `Confidence` promises. */
export const PROMISED: Readonly<Record<Confidence, number>> = { certain: 0.999, strong: 0.99, weak: 0 };

/**
 * From this many mails on (phishing and genuine together) the measured share itself is held against the promise. With
 * fewer, one mail moves it too far: then a point fails only when even the upper end of the Wilson interval is below.
 */
export const ENOUGH = 20;

/**
 * Wilson score interval at 95 % for a share of `part` in `whole`: what the true share may be, honest for small counts and
 * for shares near 1. E. B. Wilson, JASA 22 (1927) 209-212.
 */
export function wilson(part: number, whole: number): readonly [low: number, high: number] {
  if (whole === 0) return [0, 1];
  const z = 1.96;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

export interface MeasuredFiring {
  readonly check: string;
  readonly kind: string;
  readonly leans: string;
  readonly severity: string;
  readonly declared: Confidence;
  readonly phish: number;
  readonly spam: number;
  readonly ham: number;
  readonly phishCampaigns: number;
  readonly hamCampaigns: number;
  /** Share of the mails it fires on that it is right about (spam apart); null when it fires on none. */
  readonly measured: number | null;
  /** The same over campaigns. */
  readonly measuredCampaigns: number | null;
  /** What the share is at least, 95 % sure. */
  readonly atLeast: number;
  /** `few`: not enough mails to say, and nothing speaks against the promise. */
  readonly kept: "yes" | "few" | "NO" | "-";
}

/** A kind of point with its promise and whether it holds. A point for genuineness is right about genuine mail. */
export function measureFiring(firing: Firing): MeasuredFiring {
  const { check, kind, leans, severity, declared, mails, campaigns } = firing;
  const right = leans === "phishing" ? mails.phish : mails.ham;
  const judged = mails.phish + mails.ham;
  const campaignsRight = leans === "phishing" ? campaigns.phish.size : campaigns.ham.size;
  const campaignsJudged = campaigns.phish.size + campaigns.ham.size;
  return {
    ...{ check, kind, leans, severity, declared },
    ...{ phish: mails.phish, spam: mails.spam, ham: mails.ham, phishCampaigns: campaigns.phish.size, hamCampaigns: campaigns.ham.size },
    measured: judged === 0 ? null : right / judged,
    measuredCampaigns: campaignsJudged === 0 ? null : campaignsRight / campaignsJudged,
    atLeast: wilson(right, judged)[0],
    kept: keptOf(right, judged, declared, leans),
  };
}

function keptOf(right: number, judged: number, declared: Confidence, leans: Firing["leans"]): MeasuredFiring["kept"] {
  // No corpus tells which of its mails are drills.
  if (declared === "weak" || judged === 0 || leans === "simulation") return "-";
  // What makes an impersonation by itself may not fire on one genuine mail, however many others it is right about.
  if (declared === "certain" && leans === "phishing" && right < judged) return "NO";
  if (judged >= ENOUGH) return right / judged >= PROMISED[declared] ? "yes" : "NO";
  // Collections of reported phishing hold genuine mail too (1 % of phishing_pot, by eye), and a point for genuineness
  // finds just that: among few mails one wrong label would decide.
  if (leans === "genuine") return "few";
  return wilson(right, judged)[1] < PROMISED[declared] ? "NO" : "few";
}

/** The broken promises, a sentence each; any of them fails the evaluation. */
export function brokenPromises(firings: readonly MeasuredFiring[]): string[] {
  return firings
    .filter((firing) => firing.kept === "NO")
    .map((firing) => {
      const on = firing.leans === "phishing" ? `${firing.ham} genuine` : `${firing.phish} phishing`;
      const share = ((firing.measured ?? 0) * 100).toFixed(2);
      return `${firing.check}/${firing.kind} (${firing.leans}, ${firing.severity}) declares ${firing.declared}, measured ${share} %: fires on ${on} of ${firing.phish + firing.ham} mails`;
    });
}
