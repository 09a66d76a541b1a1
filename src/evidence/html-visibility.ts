/**
 * What hides a text. `gone` cannot be undone by a descendant (display:none, the hidden attribute, opacity:0);
 * `tiny` (font-size:0) and `invisible` (visibility:hidden) are inherited and can be set back: newsletters put
 * font-size:0 on a table cell to close gaps and give the text inside its size again.
 */
export interface Visibility {
  readonly gone: boolean;
  readonly tiny: boolean;
  readonly invisible: boolean;
}

export const VISIBLE: Visibility = { gone: false, tiny: false, invisible: false };

/** One of these stands in every style that hides or shows. */
const HIDING = /none|opacity|font-size|visibility/i;
const GONE = /(?:^|[;\s])(?:display\s*:\s*none|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))/i;
const FONT_SIZE = /(?:^|[;\s])font-size\s*:\s*([\d.]+)/i;
const VISIBILITY = /(?:^|[;\s])visibility\s*:\s*([a-z]+)/i;
/** Style rules longer than this are read up to here: no layout needs more. */
const LONGEST_STYLE = 4000;

/** How an element's own style and hidden attribute change the visibility it inherits. Style sheets are not read. */
export function shownBy(inherited: Visibility, style: string | undefined, hidden: string | undefined): Visibility {
  if (style === undefined && hidden === undefined) return inherited;
  if (hidden === undefined && style !== undefined && !HIDING.test(style)) return inherited;
  const text = (style ?? "").slice(0, LONGEST_STYLE);
  const size = FONT_SIZE.exec(text)?.[1];
  const visibility = VISIBILITY.exec(text)?.[1]?.toLowerCase();
  const gone = inherited.gone || hidden !== undefined || GONE.test(text);
  const tiny = size === undefined ? inherited.tiny : Number(size) === 0;
  const invisible = visibility === undefined ? inherited.invisible : visibility === "hidden" || visibility === "collapse";
  if (gone === inherited.gone && tiny === inherited.tiny && invisible === inherited.invisible) return inherited;
  return { gone, tiny, invisible };
}
