import { STATE_NAMES } from "../../../article/index.ts";
import type { Article, ArticleState } from "../../../article/index.ts";
import type { Language } from "../../../terms/index.ts";
import { When } from "../parts.tsx";
import { WORDS } from "./words.ts";

const STATES = Object.keys(STATE_NAMES) as readonly ArticleState[];
export const isState = (text: string | undefined): text is ArticleState => text !== undefined && Object.hasOwn(STATE_NAMES, text);

const SHOWN = 200;

export function ArticleList({ articles, state, lang }: { articles: readonly Article[]; state: ArticleState | undefined; lang: Language }) {
  const shown = state === undefined ? articles : articles.filter((one) => one.state === state);
  return (
    <>
      <h1>{WORDS.title[lang]}</h1>
      <nav aria-label={WORDS.state[lang]}>
        <ul class="legend">
          <li>
            <a href="/desk/articles" aria-current={state === undefined ? "true" : undefined}>
              {WORDS.all[lang]} ({articles.length})
            </a>
          </li>
          {STATES.map((one) => (
            <li>
              <a href={`/desk/articles?state=${one}`} aria-current={state === one ? "true" : undefined}>
                {STATE_NAMES[one][lang]} ({articles.filter((article) => article.state === one).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? <NoArticle none={articles.length === 0} lang={lang} /> : ""}
      <ol class="queue">
        {shown.slice(0, SHOWN).map((article) => (
          <ArticleLine article={article} lang={lang} />
        ))}
      </ol>
    </>
  );
}

function NoArticle({ none, lang }: { none: boolean; lang: Language }) {
  return (
    <p class="notice">
      {(none ? WORDS.none : WORDS.noneOfState)[lang]} <a href="/desk?state=all">{WORDS.toReports[lang]}</a>
    </p>
  );
}

function ArticleLine({ article, lang }: { article: Article; lang: Language }) {
  const { slug, title, state, brandLabel, created, published, updated } = article;
  return (
    <li class="alone">
      <div>
        <p>
          <span class="tag">{STATE_NAMES[state][lang]}</span>{" "}
          <a class="subject" href={`/desk/articles/${slug}`}>
            {title[lang]}
          </a>
        </p>
        <p class="about">
          <span>{brandLabel[lang]}</span>
          <span>
            {WORDS.created[lang]}: <When at={created} lang={lang} />
          </span>
          {published === undefined ? (
            ""
          ) : (
            <span>
              {WORDS.firstPublished[lang]}: <When at={published} lang={lang} />
            </span>
          )}
          {updated === undefined ? (
            ""
          ) : (
            <span>
              {WORDS.updated[lang]}: <When at={updated} lang={lang} />
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
