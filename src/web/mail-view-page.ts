// The script of a page that the server draws: `<div data-mail-view="id">` and, anywhere, `<script type="application/json" id="id">`
// with the view as `mailViewJson` writes it. A block of data is never run, so no policy has to allow it.
import type { MailView } from "../report/mail-view/view.ts";
import { showMailView } from "./mail-view-client.ts";

for (const host of document.querySelectorAll<HTMLElement>("[data-mail-view]")) {
  const data = document.querySelector(`script[type="application/json"]#${CSS.escape(host.dataset["mailView"] ?? "")}`);
  if (data !== null) showMailView(host, JSON.parse(data.textContent ?? "") as MailView);
}
