import type { Point } from "../../checks/check.ts";
import type { Language } from "../../terms/index.ts";
import type { Examination } from "../examination.ts";
import { outlineOf } from "../outline.ts";
import { oneLine } from "../plain-text.ts";
import { tellOnce } from "../told.ts";
import type { Told } from "../told.ts";
import type { NumberedPoint } from "./view.ts";

const TITLE_LIMIT = 200;

/**
 * The points with the numbers they have everywhere: the strongest three as in the reports, then what else speaks for
 * phishing, then the small things, then what speaks for genuineness. Points about the same place share a number.
 */
export function numberedPoints(examination: Examination, lang: Language): readonly NumberedPoint[] {
  const outline = outlineOf(examination);
  const index = new Map(examination.points.map((point, at) => [point, at]));
  const at = (point: Point): number => index.get(point) ?? -1;
  const rest = [outline.further, outline.small, outline.genuine].flatMap((points) => tellOnce(points));
  const numbered = (told: Told, position: number): NumberedPoint => ({
    number: position + 1,
    point: at(told.point),
    also: told.also.map(at),
    leans: told.point.leans,
    strongest: position < outline.strongest.length,
    title: oneLine(told.point.title[lang], TITLE_LIMIT),
  });
  return [...outline.strongest, ...rest].map(numbered);
}
