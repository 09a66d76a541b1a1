/** A plain table for the terminal: first column left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "))
    .join("\n");
}

/** `part` of `whole` in percent with one digit, or a dash when there is nothing to divide. */
export function percent(part: number, whole: number, digits = 1): string {
  return whole === 0 ? "-" : `${((part * 100) / whole).toFixed(digits)} %`;
}
