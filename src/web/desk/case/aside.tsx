import type { CaseSummary } from "../../../archive/archive.ts";
import { STATE_NAMES } from "../../../article/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Csrf, Quoted, subjectText, When } from "../parts.tsx";
import { DecisionFields } from "../queue/decision-fields.tsx";
import { DecisionWords } from "../queue/entry.tsx";
import { queryPath } from "../queue/query.ts";
import type { CampaignData, CaseData } from "./load.ts";
import { WORDS } from "./words.ts";

interface AsideView {
  readonly data: CaseData;
  readonly lang: Language;
  readonly csrf: string;
}

/** Agree or overrule. */
export function DecisionBox({ data, lang, csrf }: AsideView) {
  const { one } = data;
  const { decision } = one;
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{WORDS.decision[lang]}</h2>
      {decision === undefined ? (
        ""
      ) : (
        <p>
          {WORDS.decisionNow[lang]}: <DecisionWords one={one} lang={lang} />
          {decision.reason === "" ? (
            ""
          ) : (
            <>
              {" "}
              <q>
                <Quoted text={decision.reason} most={300} />
              </q>
            </>
          )}
        </p>
      )}
      <form method="post" action={`/desk/cases/${one.id}/decide`}>
        <Csrf token={csrf} />
        <DecisionFields lang={lang} level={decision?.level ?? ""} reason={decision?.reason ?? ""} overrules={decision?.agrees === false} />
        <div class="actions">
          <button>{WORDS.decide[lang]}</button>
        </div>
        <p class="dim">{WORDS.kept[lang]}</p>
      </form>
    </section>
  );
}

export function ArticleBox({ data, lang, csrf }: AsideView) {
  const { one, article } = data;
  return (
    <section aria-labelledby="article">
      <h2 id="article">{WORDS.article[lang]}</h2>
      {article === undefined ? (
        <form method="post" action={`/desk/cases/${one.id}/article`}>
          <p>{WORDS.noArticle[lang]}</p>
          <Csrf token={csrf} />
          <button>{WORDS.makeArticle[lang]}</button>
        </form>
      ) : (
        <p>
          {STATE_NAMES[article.state][lang]}: <a href={`/desk/articles/${article.slug}`}>{article.title[lang]}</a>
        </p>
      )}
    </section>
  );
}

/** Size, days, relatives and warnings of the campaign. */
export function CampaignBox({ found, subject, lang, editor }: { found: CampaignData | undefined; subject: string; lang: Language; editor: boolean }) {
  return (
    <section aria-labelledby="campaign">
      <h2 id="campaign">{WORDS.campaign[lang]}</h2>
      {found === undefined || found.campaign.size < 2 ? <p>{WORDS.alone[lang]}</p> : <Relatives found={found} subject={subject} lang={lang} editor={editor} />}
    </section>
  );
}

function Relatives({ found, subject, lang, editor }: { found: CampaignData; subject: string; lang: Language; editor: boolean }) {
  const { campaign, relatives, warnings } = found;
  const { size, firstDay, lastDay } = campaign;
  return (
    <>
      <p>{lang === "ja" ? `${firstDay} から ${lastDay} までに ${size} 通` : `${size} mails from ${firstDay} to ${lastDay}`}</p>
      <ul>
        {relatives.map((one) => (
          <Relative one={one} subject={subject} lang={lang} />
        ))}
      </ul>
      {editor ? (
        <p>
          <a href={queryPath({ campaign: campaign.id })}>{WORDS.allOfCampaign[lang]}</a>
        </p>
      ) : (
        ""
      )}
      {warnings.length === 0 ? (
        ""
      ) : (
        <>
          <h3>{WORDS.warnings[lang]}</h3>
          <ul>
            {warnings.map((article) => (
              <li>
                <a href={editor ? `/desk/articles/${article.slug}` : `/warnings/w/${article.slug}/`}>{article.title[lang]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Mails of a campaign mostly have one subject: told again only where it differs. */
function Relative({ one, subject, lang }: { one: CaseSummary; subject: string; lang: Language }) {
  const { reporter } = one.mail;
  return (
    <li>
      <a href={`/desk/cases/${one.id}`}>
        <When at={one.mail.received} lang={lang} /> {one.subject === subject ? "" : <bdi>{subjectText(one.subject, lang)}</bdi>}
      </a>{" "}
      <span class="dim">{reporter === undefined ? "" : <Quoted text={reporter} most={40} />}</span>
    </li>
  );
}

/** Source, new examination, and forgetting who handed it in. */
export function ToolBox({ data, lang, csrf, editor }: AsideView & { readonly editor: boolean }) {
  const { one, reporters } = data;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">{WORDS.tools[lang]}</h2>
      <p>
        <a href={`/desk/cases/${one.id}/source`} download={`${one.id}.eml`}>
          {WORDS.download[lang]}
        </a>
        <br />
        <span class="dim">{WORDS.downloadNote[lang]}</span>
      </p>
      {editor ? (
        <form method="post" action={`/desk/cases/${one.id}/reexamine`}>
          <Csrf token={csrf} />
          <button class="second">{WORDS.again[lang]}</button>
        </form>
      ) : (
        ""
      )}
      {editor ? reporters.slice(0, 5).map((reporter) => <Forget id={one.id} reporter={reporter} lang={lang} csrf={csrf} />) : ""}
    </section>
  );
}

function Forget({ id, reporter, lang, csrf }: { id: string; reporter: string; lang: Language; csrf: string }) {
  const [before = "", after = ""] = WORDS.forgetNote[lang].split("%");
  return (
    <details>
      <summary>
        {WORDS.forget[lang]}: <Quoted text={reporter} most={60} />
      </summary>
      <form method="post" action={`/desk/cases/${id}/forget`}>
        <Csrf token={csrf} />
        <input type="hidden" name="reporter" value={reporter} />
        <p>
          {before}
          <b>
            <Quoted text={reporter} most={60} />
          </b>
          {after}
        </p>
        <label class="tick">
          <input type="checkbox" name="sure" value="yes" /> {WORDS.forgetSure[lang]}
        </label>
        <button class="danger">{WORDS.forget[lang]}</button>
      </form>
    </details>
  );
}
