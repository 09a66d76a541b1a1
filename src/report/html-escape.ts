const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A template whose values are all escaped. Trusted pieces are joined outside of it. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return strings.reduce((out, piece, index) => out + escapeHtml(String(values[index - 1] ?? "")) + piece);
}
