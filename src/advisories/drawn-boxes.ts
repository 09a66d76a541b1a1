const TOP = /^[┌┏╔╭+＋][─━═\-－┬┳╦+＋]{3,}[┐┓╗╮+＋]?$/u;
const BOTTOM = /^[└┗╚╰+＋][─━═\-－┴┻╩+＋]{3,}[┘┛╝╯+＋]?$/u;
const BETWEEN = /^[├┣╠+＋│┃║|][─━═\-－┼╋╬+＋]{3,}[┤┫╣+＋│┃║|]?$/u;
const SIDE = /^[│┃║|｜]\s?/u;
const SIDE_BEHIND = /\s*[│┃║|｜]$/u;
/** Drawn as a rule in the place of a box's top and bottom. */
const RULE = "────────";

/**
 * Lines of a text without the boxes that are drawn around some with ┌ │ └ or + | +: top and bottom become rules, the
 * sides go, and lines between cells become `|`. As many lines as before, each in its place.
 */
export function withoutBoxes(lines: readonly string[]): readonly string[] {
  const result: string[] = [];
  let inside = false;
  for (const [i, line] of lines.entries()) {
    if (!inside && TOP.test(line) && SIDE.test(lines[i + 1] ?? "")) {
      inside = true;
      result.push(RULE);
    } else if (inside && BETWEEN.test(line) && SIDE.test(lines[i + 1] ?? "")) result.push(line.replace(/^.|.$/gu, "|").replace(/[^|]/gu, "-"));
    else if (inside && SIDE.test(line) && !BOTTOM.test(line)) result.push(insideOf(line));
    else if (!inside && isRow(line) && (isRow(lines[i - 1]) || isRow(lines[i + 1]))) result.push(insideOf(line));
    else {
      result.push(inside && BOTTOM.test(line) ? RULE : line);
      inside = false;
    }
  }
  return result;
}

/** A row that is drawn with upright lines alone. */
function isRow(line: string | undefined): boolean {
  return line !== undefined && /^[│┃║][^│┃║]{1,40}[│┃║]/u.test(line);
}

function insideOf(line: string): string {
  return line.replace(SIDE, "").replace(SIDE_BEHIND, "").replace(/[│┃║]/gu, "|").trim();
}
