import type { JsonReport } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Quoted } from "../parts.tsx";
import { PLACES, WORDS } from "./words.ts";

const MOST = 12;
const MOST_QUOTES = 4;

/** Whom the mail says it is, with the words that say so. */
export function Claims({ claims, lang }: { claims: JsonReport["claims"]; lang: Language }) {
  if (claims.length === 0) return <p>{WORDS.noClaims[lang]}</p>;
  return (
    <ul>
      {claims.slice(0, MOST).map((claim) => (
        <li>
          <a href={`/desk/brands/${claim.brand}`}>{claim.label[lang]}</a>{" "}
          <span class="dim">({claim.kind === "speaks" ? WORDS.speaks[lang] : WORDS.mention[lang]})</span>
          <ul class="quotes">
            {claim.quotes.slice(0, MOST_QUOTES).map((quote) => (
              <li>
                {PLACES[quote.place]?.[lang] ?? quote.place}:{" "}
                <q>
                  <Quoted text={quote.text} most={120} />
                </q>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
