/**
 * Text as SQLite gives it back unchanged: it ends a text at NUL when read as a C string, and half a surrogate pair has
 * no UTF-8.
 */
export function storable(text: string): string {
  return (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed();
}
