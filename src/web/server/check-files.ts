import { readFileSync } from "node:fs";
import path from "node:path";
import { Hono } from "hono";
import { CHECK_FOLDER, checkFiles } from "../check/index.ts";
import type { CheckFile } from "../check/index.ts";

/** Files of the check page, each sent in the smallest form that the browser takes; they are read once. */
export function checkFilesApp(folder: string = CHECK_FOLDER): Hono {
  const app = new Hono();
  for (const file of listed(folder)) {
    const forms = new Map<string, Uint8Array<ArrayBuffer>>();
    app.get(`/${file.path}`, (context) => {
      const common = {
        ...file.headers,
        ETag: `"${file.hash}"`,
        Vary: "Accept-Encoding",
        "Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
      };
      if ((context.req.header("If-None-Match") ?? "").includes(file.hash)) return context.body(null, 304, common);
      const coding = codingFor(file, context.req.header("Accept-Encoding") ?? "");
      const headers = { ...common, "Content-Type": file.type, ...(coding === undefined ? {} : { "Content-Encoding": coding }) };
      return context.body(form(folder, file, coding, forms), 200, headers);
    });
  }
  return app;
}

/** None when the page has not been built: everything else goes on working, and the page says so. */
function listed(folder: string): readonly CheckFile[] {
  try {
    return checkFiles(folder);
  } catch {
    return [];
  }
}

type Coding = "br" | "gzip" | undefined;

/** What the browser takes (RFC 9110 12.5.3), and what there is. A coding with `q=0` is one that it does not take. */
function codingFor(file: CheckFile, accepted: string): Coding {
  const takes = (coding: string): boolean => new RegExp(`(?:^|[,\\s])${coding}(?:\\s*;\\s*q=(?!0(?:\\.0*)?(?:[,\\s]|$))|\\s*(?:,|$))`, "i").test(accepted);
  if (file.br !== undefined && takes("br")) return "br";
  return file.gz !== undefined && takes("gzip") ? "gzip" : undefined;
}

function form(folder: string, file: CheckFile, coding: Coding, forms: Map<string, Uint8Array<ArrayBuffer>>): Uint8Array<ArrayBuffer> {
  const ending = coding === "br" ? ".br" : coding === "gzip" ? ".gz" : "";
  let bytes = forms.get(ending);
  if (bytes === undefined) forms.set(ending, (bytes = Uint8Array.from(readFileSync(path.join(folder, file.path + ending)))));
  return bytes;
}
