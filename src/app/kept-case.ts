import type { CampaignMarks, CaseSummary } from "../archive/archive.ts";
import { campaignMarks } from "../archive/campaign-marks.ts";
import type { Evidence, Link } from "../evidence/evidence.ts";
import type { Examination } from "../report/examination.ts";
import type { Examined } from "./examine.ts";

/** What the archive keeps of a mail beside its bytes and its report. */
export interface KeptCase {
  readonly summary: Omit<CaseSummary, "id" | "mail" | "timesSeen" | "campaign" | "decision">;
  readonly marks: CampaignMarks;
  /** All a person may paste to find the mail. */
  readonly searchable: string;
}

/** Pure: the same mail and facts, the same case. */
export function keptCase({ examination, evidence }: Examined): KeptCase {
  const { mail, verdict } = examination;
  const links = evidence.links.kind === "found" ? evidence.links.value : [];
  return {
    summary: {
      level: verdict.level,
      brand: brandOf(examination),
      subject: mail.subject,
      fromAddress: mail.fromAddress,
      day: evidence.date?.slice(0, 10),
    },
    marks: campaignMarks({
      subject: mail.subject,
      visibleText: mail.visibleText,
      html: evidence.texts.filter((text) => text.kind === "html").map((text) => text.text),
      urls: links.flatMap((link) => link.targetUrl ?? link.url ?? []),
      brandNames: brandNames(examination),
      recipients: recipientsOf(evidence),
    }),
    searchable: [mail.fromName, ...repliesTo(evidence), ...addressesOf(links), mail.visibleText].join("\n"),
  };
}

/** The brand whose name the mail takes, or speaks for. */
export function brandOf({ verdict, claims }: Examination): string | undefined {
  const judged = "impersonates" in verdict ? verdict.impersonates : "brand" in verdict ? verdict.brand : undefined;
  return judged ?? claims.find((claim) => claim.kind === "speaks")?.brand;
}

/** Longest name of a brand taken for a variable; a longer quote is a sentence about it. */
const LONGEST_NAME = 40;

/** The same template goes out in the names of several brands: what it calls them is no part of it. */
function brandNames({ claims, mail }: Examination): string[] {
  const quoted = claims.flatMap((claim) => [claim.label.ja, claim.label.en, ...claim.quotes.map((quote) => quote.text)]);
  return [...quoted, mail.fromName].filter((name) => name.length <= LONGEST_NAME);
}

function recipientsOf({ sender }: Evidence): string[] {
  const to = sender.kind === "found" ? sender.value.to.slice(0, 5) : [];
  return to.flatMap(({ address, displayName }) => [address.split("@")[0] ?? "", displayName]);
}

function repliesTo({ sender }: Evidence): string[] {
  return sender.kind === "found" ? sender.value.replyTo.slice(0, 5).map((one) => one.address) : [];
}

const MOST_LINKS = 30;

function addressesOf(links: readonly Link[]): string[] {
  return [...new Set(links.flatMap((link) => [link.written.slice(0, 300), (link.targetUrl ?? "").slice(0, 300)]))].slice(0, MOST_LINKS);
}
