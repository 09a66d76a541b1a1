import type { Link } from "../../evidence/evidence.ts";
import type { Check } from "../check.ts";
import { resultOf, unknownOf } from "../file-point.ts";
import { TEXTS } from "./text.ts";

const ID = "data-or-script-link";

/** Links that hold a page (`data:`, RFC 2397) or a script (`javascript:`) instead of an address to look at. */
export const dataOrScriptLink: Check = {
  id: ID,
  title: { ja: "リンクに Web ページや命令が埋め込まれていないか", en: "Does a link hold a page or a script instead of an address?" },
  question: { ja: "行き先の代わりに、ページそのものや命令が書かれたリンクがありますか。", en: "Is there a link with a page or script in place of an address?" },
  needs: ["links"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.links.kind === "failed") return unknownOf(ID, "links");
    const link = evidence.links.kind === "found" ? evidence.links.value.find(holdsPage) : undefined;
    if (link === undefined) return { kind: "clear", check: ID };
    const isData = link.scheme === "data";
    const seen = {
      ja: `「${link.visibleText.slice(0, 40)}」というリンクの中身は ${link.written.slice(0, 60)} です。`,
      en: `The link "${link.visibleText.slice(0, 40)}" holds ${link.written.slice(0, 60)}.`,
    };
    const quotes = [{ text: link.written.slice(0, 200), where: link.where }];
    return resultOf(
      ID,
      [{ kind: isData ? "data-link" : "script-link", severity: isData ? "high" : "medium", confidence: isData ? "strong" : "weak", text: TEXTS, seen, quotes }],
      evidence,
      facts,
    );
  },
};

/** `javascript:void(0)` and an empty script do nothing; a `data:` picture is only a picture. */
function holdsPage({ scheme, url, source }: Link): boolean {
  if (source === "text" || url === undefined) return false;
  if (scheme === "data") return /^data:(?:text\/(?:html|javascript|xml)|application\/(?:xhtml|javascript|octet-stream)|image\/svg)/i.test(url);
  if (scheme !== "javascript" && scheme !== "vbscript") return false;
  return !/^\w+script:(?:\s|%20)*(?:void\s*\(?\s*0\s*\)?|history\.\w+\([^)]{0,5}\)|window\.(?:print|close)\(\)|return (?:false|true))?;?(?:\s|%20)*$/i.test(
    url.slice(0, 200),
  );
}
