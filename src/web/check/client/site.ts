import { html } from "../../../report/html-escape.ts";
import type { Language } from "../../../terms/index.ts";
import type { Report } from "../protocol.ts";
import { siteWarnings } from "../report/known.ts";
import { TEXTS } from "../texts.ts";

/** The only two questions the page ever sends, each when its button is pressed. */

/** Sends the mail as it is to the desk of this site, and says in one sentence what came of it. */
export async function sendToDesk(bytes: Uint8Array, pasted: boolean, lang: Language): Promise<string> {
  try {
    const answer = await fetch("/api/v1/reports", {
      method: "POST",
      headers: { "Content-Type": pasted ? "text/plain; charset=utf-8" : "message/rfc822", Accept: "application/json", "Accept-Language": lang },
      body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
    });
    return await saidOf(answer, lang);
  } catch {
    return TEXTS.sendOffline[lang];
  }
}

async function saidOf(answer: Response, lang: Language): Promise<string> {
  if (answer.status === 413) return TEXTS.sendTooLarge[lang];
  if (answer.status === 429 || answer.status === 503) return TEXTS.sendTooMany[lang].replace("%", waitOf(answer, lang));
  if (!answer.ok) return TEXTS.sendRefused[lang].replace("%", String(answer.status));
  const number = ((await answer.json().catch(() => ({}))) as { readonly id?: unknown }).id;
  return typeof number === "string" ? `${TEXTS.sent[lang]} ${TEXTS.sentNumber[lang].replace("%", number)}` : TEXTS.sent[lang];
}

function waitOf(answer: Response, lang: Language): string {
  const seconds = Number(answer.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? TEXTS.seconds[lang].replace("%", String(Math.ceil(seconds))) : TEXTS.minute[lang];
}

/** Asks for published warnings by what the button says, and nothing else; the answer as markup. */
export async function askKnown({ json }: Report, lang: Language): Promise<string> {
  const query = new URLSearchParams({ subject: json.mail.subject.slice(0, 300), lang });
  const brand = json.verdict.impersonates ?? json.claims.find((claim) => claim.kind === "speaks")?.brand;
  if (brand !== undefined) query.set("brand", brand);
  try {
    const answer = await fetch(`/api/v1/known?${query}`, { headers: { Accept: "application/json" } });
    return answer.ok ? siteWarnings(warningsIn(await answer.json()), lang) : html`<p>${TEXTS.knownNothing[lang]}</p>`;
  } catch {
    return html`<p>${TEXTS.knownOffline[lang]}</p>`;
  }
}

type Warning = Parameters<typeof siteWarnings>[0][number];

/** The site's answer, as far as it is one: links that stay on this site alone. */
function warningsIn(answer: unknown): readonly Warning[] {
  const found = (answer as { readonly warnings?: unknown } | null)?.warnings;
  if (!Array.isArray(found)) return [];
  return found.flatMap((one: { readonly title?: unknown; readonly href?: unknown; readonly day?: unknown } | null): Warning[] => {
    if (typeof one?.title !== "string" || typeof one.href !== "string" || !/^\/(?!\/)/.test(one.href)) return [];
    return [{ title: one.title, href: one.href, day: typeof one.day === "string" ? one.day.slice(0, 10) : "" }];
  });
}
