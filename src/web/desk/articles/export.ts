import { zipSync } from "fflate";
import type { Article } from "../../../article/index.ts";
import type { ExportedFile, Reporter } from "../../../publish/exporter.ts";
import { exporters } from "../../../publish/exporters.generated.ts";
import { refangAddress } from "../../../publish/refang.ts";
import { publicPlace } from "../options.ts";
import type { DeskOptions } from "../options.ts";
import { Refusal } from "../refusal.ts";
import type { DeskContext } from "../shell.tsx";
import { WORDS } from "./words.ts";

/** The article in a format of another system, as one file: several are put into a ZIP. */
export function exported(
  c: DeskContext,
  article: Article,
  options: DeskOptions,
): { readonly name: string; readonly mediaType: string; readonly body: Uint8Array } {
  const exporter = exporters.find(({ id }) => id === c.req.query("format"));
  if (exporter === undefined) throw new Refusal(404, WORDS.unknownFormat);
  if (!exporter.takes.includes(article.state)) throw new Refusal(409, WORDS.wrongState);
  const reporter = reporterOf(c);
  if (exporter.needsReporter && reporter === undefined) throw new Refusal(422, WORDS.badReporter);
  const files = exporter.files([article], { lang: c.var.lang, at: c.var.ports.now(), reporter, addressOf: publicPlace(options).addressOf });
  const [only, ...others] = files;
  if (only === undefined) throw new Refusal(422, WORDS.nothing);
  return others.length === 0 ? one(only) : zipped(files, `${article.slug}.${exporter.id}.zip`);
}

function reporterOf(c: DeskContext): Reporter | undefined {
  const name = (c.req.query("reporter-name") ?? "").trim().slice(0, 200);
  const address = refangAddress((c.req.query("reporter-mail") ?? "").trim().slice(0, 254));
  return name === "" || address === undefined ? undefined : { name, address };
}

const one = ({ name, mediaType, text }: ExportedFile) => ({ name, mediaType, body: new TextEncoder().encode(text) });

/** The same bytes whenever: ZIP would write the time. */
function zipped(files: readonly ExportedFile[], name: string) {
  const mtime = "1980-01-02T00:00:00Z";
  const content = Object.fromEntries(files.map((file) => [file.name, [new TextEncoder().encode(file.text), { mtime }] as [Uint8Array, { mtime: string }]]));
  return { name, mediaType: "application/zip", body: zipSync(content) };
}
