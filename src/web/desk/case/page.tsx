import type { Registry } from "../../../brands/registry.ts";
import { EVIDENCE_LEVEL } from "../../../report/lang.ts";
import type { JsonReport } from "../../../report/index.ts";
import type { Language } from "../../../terms/index.ts";
import { Fact, LevelTag, Quoted, subjectText, When } from "../parts.tsx";
import { ArticleBox, CampaignBox, DecisionBox, ToolBox } from "./aside.tsx";
import { Claims } from "./claims.tsx";
import { Comparison } from "./comparison.tsx";
import { History } from "./history.tsx";
import type { CaseData } from "./load.ts";
import type { NumberedPoint } from "../../../report/mail-view/index.ts";
import type { Marked } from "./marks.ts";
import { MarkedMail } from "./marked-mail.tsx";
import { Points } from "./points.tsx";
import { WORDS } from "./words.ts";

export interface CaseView {
  readonly data: CaseData;
  readonly marked: Marked | undefined;
  readonly lang: Language;
  readonly registry: Registry;
  readonly csrf: string;
  readonly editor: boolean;
}

/** One reported mail with everything known about it and everything that can be done. */
export function CasePage(view: CaseView) {
  const { data, lang, editor } = view;
  const { one, report } = data;
  return (
    <>
      <p class="dim">
        <a href="/desk">{WORDS.crumb[lang]}</a> › <code>{one.id}</code>
      </p>
      <h1>
        <bdi>{subjectText(one.subject, lang)}</bdi>
      </h1>
      <VerdictBox report={report} level={one.level} lang={lang} />
      {editor ? <Jumps lang={lang} /> : ""}
      <div class="columns">
        <div>
          <HeadFacts {...view} />
          {view.marked === undefined ? "" : <MarkedMail marked={view.marked} lang={lang} />}
          {report === undefined ? "" : <Findings report={report} numbered={view.marked?.numbered ?? []} lang={lang} />}
          <h2>{WORDS.history[lang]}</h2>
          <History data={data} lang={lang} />
        </div>
        <div class="aside">
          {editor ? <DecisionBox {...view} /> : ""}
          {editor ? <ArticleBox {...view} /> : ""}
          <CampaignBox found={data.campaign} subject={one.subject} lang={lang} editor={editor} />
          <ToolBox {...view} />
        </div>
      </div>
    </>
  );
}

function VerdictBox({ report, level, lang }: { report: JsonReport | undefined; level: string; lang: Language }) {
  if (report === undefined) return <p class="notice warn">{WORDS.unreadable[lang]}</p>;
  const { headline, action } = report.verdict;
  return (
    <div class={`verdict ${level}`}>
      <p class="headline">{headline[lang]}</p>
      <p>{action[lang]}</p>
    </div>
  );
}

function HeadFacts({ data, lang, registry, editor }: CaseView) {
  const { one, report, reporters } = data;
  const brand = one.brand === undefined ? undefined : registry.get(one.brand);
  return (
    <dl class="facts">
      <Fact name={WORDS.from[lang]}>
        {report === undefined || report.mail.from.name === "" ? (
          ""
        ) : (
          <>
            <Quoted text={report.mail.from.name} most={120} />{" "}
          </>
        )}
        <code>
          <Quoted text={one.fromAddress} most={120} />
        </code>
      </Fact>
      {brand === undefined ? (
        ""
      ) : (
        <Fact name={WORDS.claims[lang]}>
          <a href={`/desk/brands/${brand.id}`}>{brand.label[lang]}</a> <LevelTag level={one.level} lang={lang} />
        </Fact>
      )}
      <Fact name={WORDS.sent[lang]}>
        <SentAt report={report} lang={lang} />
      </Fact>
      <Fact name={WORDS.arrived[lang]}>
        <When at={one.mail.received} lang={lang} /> {one.timesSeen > 1 ? `(${WORDS.times[lang]}: ${one.timesSeen})` : ""}
      </Fact>
      {editor ? (
        <Fact name={WORDS.reporters[lang]}>
          {reporters.length === 0 ? WORDS.noReporter[lang] : <Quoted text={reporters.slice(0, 20).join(", ")} most={400} />}
        </Fact>
      ) : (
        ""
      )}
      {report === undefined ? (
        ""
      ) : (
        <Fact name={WORDS.evidence[lang]}>
          {EVIDENCE_LEVEL[report.evidenceLevel]?.[lang] ?? report.evidenceLevel} <span class="dim">({one.mail.bytes.toLocaleString("en-GB")} bytes)</span>
        </Fact>
      )}
    </dl>
  );
}

function Findings({ report, numbered, lang }: { report: JsonReport; numbered: readonly NumberedPoint[]; lang: Language }) {
  return (
    <>
      <h2>{WORDS.points[lang]}</h2>
      <Points points={report.points} numbered={numbered} lang={lang} />
      <Comparison points={report.points} lang={lang} />
      <h2>{WORDS.claims[lang]}</h2>
      <Claims claims={report.claims} lang={lang} />
      {report.notChecked.length === 0 ? (
        ""
      ) : (
        <>
          <h2>{WORDS.notChecked[lang]}</h2>
          <ul>
            {report.notChecked.map((missing) => (
              <li>{missing.why[lang]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function SentAt({ report, lang }: { report: JsonReport | undefined; lang: Language }) {
  const date = report?.mail.date ?? undefined;
  return date === undefined ? <>–</> : <When at={date} lang={lang} />;
}

/** On a phone what can be done stands below everything that was found. */
function Jumps({ lang }: { lang: Language }) {
  const places = [
    ["decision", WORDS.decision],
    ["article", WORDS.article],
    ["campaign", WORDS.campaign],
    ["tools", WORDS.tools],
  ] as const;
  return (
    <nav class="jump" aria-label={lang === "ja" ? "このページの中" : "On this page"}>
      {places.map(([id, words]) => (
        <a href={`#${id}`}>{words[lang]}</a>
      ))}
    </nav>
  );
}
