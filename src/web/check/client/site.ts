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
  if (answer.status === 401 || answer.status === 403) return TEXTS.sendLogin[lang];
  if (!answer.ok) return TEXTS.sendRefused[lang].replace("%", String(answer.status));
  const { case: kept, report } = (await answer.json().catch(() => ({}))) as { readonly case?: unknown; readonly report?: unknown };
  const number = kept ?? report;
  return typeof number === "string" ? `${TEXTS.sent[lang]} ${TEXTS.sentNumber[lang].replace("%", number)}` : TEXTS.sent[lang];
}

function waitOf(answer: Response, lang: Language): string {
  const seconds = Number(answer.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? TEXTS.seconds[lang].replace("%", String(Math.ceil(seconds))) : TEXTS.minute[lang];
}

/** A subject often names whom the mail was sent to. */
const ADDRESS = /[^\s()<>()「」【】]{1,100}@[^\s()<>()「」【】]{1,200}/g;

/** Asks for published warnings by the subject and nothing else; the answer as markup. */
export async function askKnown({ json }: Report, lang: Language): Promise<string> {
  const subject = json.mail.subject.slice(0, 300).replace(ADDRESS, " ");
  try {
    const answer = await fetch(`/api/v1/known?${new URLSearchParams({ subject })}`, { headers: { Accept: "application/json" } });
    return answer.ok ? siteWarnings(warningsIn(await answer.json(), lang), lang) : html`<p>${TEXTS.knownNothing[lang]}</p>`;
  } catch {
    return html`<p>${TEXTS.knownOffline[lang]}</p>`;
  }
}

type Warning = Parameters<typeof siteWarnings>[0][number];
/** An article as the API lists it (`Known` in /api/docs); nothing in it is relied on. */
interface Listed {
  readonly title?: { readonly ja?: unknown; readonly en?: unknown } | null;
  readonly href?: unknown;
  readonly published?: unknown;
}

/** The site's answer, as far as it is one: links that stay on this site alone. */
function warningsIn(answer: unknown, lang: Language): readonly Warning[] {
  const found = (answer as { readonly warnings?: unknown } | null)?.warnings;
  if (!Array.isArray(found)) return [];
  return (found as readonly (Listed | null)[]).flatMap((one): Warning[] => {
    const title = one?.title?.[lang];
    if (typeof title !== "string" || typeof one?.href !== "string" || !/^\/(?!\/)/.test(one.href)) return [];
    const href = lang === "en" ? one.href.replace(/^\/warnings\/w\//, "/warnings/en/w/") : one.href;
    return [{ title, href, day: typeof one.published === "string" ? one.published.slice(0, 10) : "" }];
  });
}
