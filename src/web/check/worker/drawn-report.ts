import { defaultAdvisories } from "../../../advisories/index.ts";
import type { Examined } from "../../../app/examine.ts";
import { mailView } from "../../../report/mail-view/index.ts";
import type { Language } from "../../../terms/index.ts";
import type { AppHints } from "../mail-apps.ts";
import type { DrawnReport } from "../protocol.ts";
import { drawReport } from "../report/report.ts";

/** The report of the examined mail, drawn in the worker so that the page itself stays small. */
export function drawnReport({ examination, evidence }: Examined, lang: Language): DrawnReport {
  return drawReport(
    examination,
    { hints: hintsOf({ examination, evidence }), advisories: defaultAdvisories().advisories.length, view: mailView(evidence, examination, lang) },
    lang,
  );
}

/** What the mail's way and the browser tell of the reader's mail app. */
function hintsOf({ examination, evidence }: Examined): AppHints {
  const trace = evidence.trace.kind === "found" ? evidence.trace.value : undefined;
  const { authentication } = evidence;
  const server = authentication.kind === "found" ? authentication.value.authservId : (trace?.top?.by ?? "");
  return { server: server.toLowerCase(), address: `@${examination.mail.to.split("@").at(-1) ?? ""}`.toLowerCase(), agent: navigator.userAgent };
}
