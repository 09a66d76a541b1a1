// One build for the kill test: `site-writer FOLDER VERSION`. Each version replaces, adds and takes away some of the warnings.
import { publishFolder, siteFiles } from "../src/publish/site/index.ts";
import type { SiteFile } from "../src/publish/site/index.ts";
import { both, nthArticle } from "./site-articles.ts";

const [folder = "", version = "0"] = process.argv.slice(2);
const n = Number(version);
const articles = Array.from({ length: 25 }, (_, index) => nthArticle(index + n * 3)).map((article) => ({
  ...article,
  summary: both(`${n} 回目の要約`, `summary of build ${n}`),
  related: [{ slug: nthArticle(n * 3 + 24).slug, title: both("いちばん新しいもの", "the newest"), why: "brand" as const }],
}));

function* marked(files: Iterable<SiteFile>): Generator<SiteFile> {
  process.stdout.write("begun\n");
  for (const file of files)
    yield file.path === "index.html" ? { ...file, content: file.content.replace("</main>", `<p class="build">${n}</p>\n</main>`) } : file;
}

publishFolder(folder, marked(siteFiles({ articles, brands: [], base: undefined, title: { ja: "注意喚起", en: "Warnings" } })));
