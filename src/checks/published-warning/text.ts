import type { AdvisoryMatch, ComparedLine } from "../../advisories/advisory.ts";
import type { Bilingual } from "../../terms/index.ts";

/** How the texts of the point begin: by what of the mail the warning describes, and whose word the warning is. */
export function titleOf(match: AdvisoryMatch): Bilingual {
  const source = SOURCES[match.advisory.issuerRole ?? "brand"];
  const { ja, en } = TITLES[match.strength];
  return { ja: ja.replace("{source}", source.ja), en: en.replace("{source}", source.en) };
}

const SOURCES: Readonly<Record<NonNullable<AdvisoryMatch["advisory"]["issuerRole"]>, Bilingual>> = {
  brand: { ja: "公式サイトの注意喚起", en: "the company's own warning" },
  authority: { ja: "公的な団体の注意喚起", en: "a warning of a public body" },
  reporter: { ja: "公開された報告", en: "a published report" },
};

const TITLES: Readonly<Record<AdvisoryMatch["strength"], Bilingual>> = {
  whole: { ja: "{source}に、このメールがそのまま載っています", en: "This very mail stands in {source}" },
  "subject-and-part": {
    ja: "{source}に載っているメールと、件名と本文の一部が同じです",
    en: "Subject and part of the text are those of a mail in {source}",
  },
  body: { ja: "{source}に載っているメールと、本文が同じです", en: "The text is that of a mail in {source}" },
  "subject-and-source": {
    ja: "{source}に載っているメールと、件名と差出人(またはリンク先)が同じです",
    en: "Subject and sender (or a link) are those of a mail in {source}",
  },
  subject: { ja: "{source}に載っているメールと、件名が同じです", en: "The subject is that of a mail in {source}" },
  "subject-listed": { ja: "{source}に、この件名の偽メールが載っています", en: "A fake mail with this subject is listed in {source}" },
  link: { ja: "{source}に載っている偽のリンク先があります", en: "A link leads to a host named as fake in {source}" },
  sender: { ja: "{source}に載っている偽の差出人から届いています", en: "The sender is one named as fake in {source}" },
};

export function seenText(match: AdvisoryMatch): Bilingual {
  const of = (kind: ComparedLine["kind"]): number => count(match.lines, kind);
  const [equal, variable, different, missing] = [of("equal"), of("variable"), of("different"), of("missing")];
  const changed = variablesOf(match);
  const example = changed === "" ? "" : ` (${changed})`;
  const parts: readonly (readonly [lines: number, ja: string, en: string])[] = [
    [equal, `同じ行が${equal}`, `${equal} are the same`],
    [variable, `宛先・日付・数などだけが違う行が${variable}${example}`, `${variable} differ only in address, date or number${example}`],
    [different, `違う行が${different}`, `${different} differ`],
    [missing, `このメールに無い行が${missing}`, `${missing} are not in this mail`],
  ];
  const told = parts.filter(([lines]) => lines > 0);
  const total = equal + variable + different + missing;
  return {
    ja: `「${match.case.name}」の${total}行と並べると、${told.map(([, ja]) => ja).join("、")}です。`,
    en: `Beside the ${total} lines of “${match.case.name}”, ${told.map(([, , en]) => en).join(", ")}.`,
  };
}

function count(lines: readonly ComparedLine[], kind: ComparedLine["kind"]): number {
  // URLs change from mail to mail of one campaign: shown in the comparison, not counted.
  return lines.filter((line) => line.kind === kind && line.field !== "url").length;
}

/** Up to three differences as `8 → 12`; addresses are left out, they are the reader's own. */
function variablesOf(match: AdvisoryMatch): string {
  const pairs = match.lines.flatMap((line) => line.variables).filter(([, mail]) => mail !== "" && !mail.includes("@"));
  return [...new Set(pairs.map(([template, mail]) => `${template.slice(0, 40)} → ${mail.slice(0, 40)}`))].slice(0, 3).join(", ");
}

export function officialText(match: AdvisoryMatch): Bilingual {
  const { advisory } = match;
  const day = match.case.observed ?? advisory.published;
  const basis = BASES[advisory.basis ?? "page"];
  return {
    ja: `${advisory.issuer.ja}は、${day === undefined ? "" : `${day}に確認した例として、`}このようなメールを偽物として注意を呼びかけています: ${advisory.url} (${basis.ja}${advisory.checked} 確認)`,
    en: `${advisory.issuer.en} warns of such mails as fake${day === undefined ? "" : `, seen on ${day}`}: ${advisory.url} (${basis.en}looked at on ${advisory.checked})`,
  };
}

/** How the facts were got at, when not on the page itself. */
const BASES: Readonly<Record<NonNullable<AdvisoryMatch["advisory"]["basis"]>, Bilingual>> = {
  page: { ja: "", en: "" },
  quoted: { ja: "公開記事での引用による、", en: "as quoted in a public article, " },
  noted: { ja: "ページの要点の控えによる、", en: "from notes taken of the page, " },
};

export const WHY: Bilingual = {
  ja: "同じ文面のメールは、宛先や日付、件数を変えて何度もばらまかれます。名乗られた会社自身が偽物だと言っている文面です。",
  en: "Such a text is sent out again and again with another address, date or number. The company it claims to be from says itself that it is fake.",
};

export const WHY_REPORTED: Bilingual = {
  ja: "同じ文面のメールは、宛先や日付、件数を変えて何度もばらまかれます。同じメールが偽物として公開されています。",
  en: "Such a text is sent out again and again with another address, date or number. The same mail has been published as fake.",
};

export const WHY_IN_PART: Bilingual = {
  ja: "注意喚起の例と同じところは一部だけです。これだけで偽物とは言い切れませんが、ほかの点とあわせて確かめてください。",
  en: "Only a part is as in the warning. This alone does not prove the mail to be fake; look at the other points too.",
};

export const ACTION: Bilingual = {
  ja: "メールの中のリンクやボタンは押さず、上の公式ページを自分で開いて見比べてください。",
  en: "Do not follow the links or buttons in the mail; open the official page above yourself and compare.",
};
