import type { Bilingual } from "../terms/index.ts";

/** A point as a kept report names it. */
export interface ReportedPoint {
  readonly check: string;
  readonly kind: string;
  readonly leans: "phishing" | "genuine";
  readonly title: Bilingual;
}

export interface Reported {
  readonly level: string;
  readonly evidenceLevel: string;
  /** ISO instant, undefined when no name server was asked. */
  readonly examinedOnline: string | undefined;
  readonly points: readonly ReportedPoint[];
}

/** What a comparison needs of a line that `examine --json` printed, maybe long ago; what cannot be read is empty. */
export function reportedPoints(json: string): Reported {
  try {
    const report = JSON.parse(json) as { verdict?: { level?: string }; evidenceLevel?: string; examinedOnline?: string | null; points?: ReportedPoint[] };
    return {
      level: report.verdict?.level ?? "",
      evidenceLevel: report.evidenceLevel ?? "",
      examinedOnline: report.examinedOnline ?? undefined,
      points: report.points ?? [],
    };
  } catch {
    return { level: "", evidenceLevel: "", examinedOnline: undefined, points: [] };
  }
}
