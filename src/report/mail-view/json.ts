import type { MailView, SourceView } from "./view.ts";

/**
 * A view as text for `<script type="application/json">`: no `<` of the mail can end the block or open a comment
 * (HTML Standard §4.12.1.3), and line separators are written out.
 */
export function mailViewJson(view: MailView | SourceView): string {
  return JSON.stringify(view).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
