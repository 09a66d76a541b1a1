import type { Label } from "./labels.ts";
import type { LayoutFinding, NoticeLine } from "./layout.ts";
import type { Stance } from "./stance.ts";

/** A line with what is known of it before any layout reads it. */
export interface PlacedLine {
  readonly line: NoticeLine;
  readonly label: Label | undefined;
  readonly rule: string | undefined;
  /** The line is a heading; the number says how far down: 1 to 6 as in HTML, 7 and more for those drawn with marks. */
  readonly depth: number | undefined;
  /** The name of an example when the line announces one: `事例1`, `2023年5月8日の報告例`. */
  readonly example: string | undefined;
  /** Said by the heading that governs the line (or by the line itself, when it is that heading). */
  readonly zone: Stance | undefined;
  /** Said above the line, by whatever line. */
  readonly lastSaid: Stance | undefined;
  /** Said by the line right above. */
  readonly above: Stance | undefined;
}

/** One way official pages print example mails. One file a layout; list it in `../notice.ts`. */
export interface Layout {
  readonly id: string;
  /** `observed`: ISO day the notice gives for everything on it, for cases without their own; `published`: that of the page. */
  read(lines: readonly PlacedLine[], observed: string | undefined, published?: string): readonly LayoutFinding[];
}
