import type { JsonReport } from "../../../report/index.ts";

/** The report as it was kept. It was written by us, maybe by an older version: what a page needs must be there. */
export function readReport(json: string | undefined): JsonReport | undefined {
  try {
    const report = JSON.parse(json ?? "") as JsonReport;
    const whole = report.verdict?.headline?.ja !== undefined && Array.isArray(report.points) && Array.isArray(report.claims) && report.mail !== undefined;
    return whole ? report : undefined;
  } catch {
    return undefined;
  }
}
