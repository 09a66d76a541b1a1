import path from "node:path";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Brand } from "../../../brands/brand.ts";
import { readBrandFile } from "../../../brands/read.ts";
import type { WebEnv } from "../../web-context.ts";
import { withDone } from "../done.ts";
import { factFolder, mayEditFacts, readFact, refuseChanged, refuseReadOnly, versionOf, writeFact } from "../facts/fact-files.ts";
import type { Finding } from "../facts/finding.ts";
import { formOf, requireAdmin, requireEditor } from "../form.ts";
import { Refusal } from "../refusal.ts";
import { deskPage } from "../shell.tsx";
import { brandFindings, draftFrom, isBrandId, isFactKind, withFact } from "./edit.ts";
import { BrandList, BrandPage, NewBrand } from "./pages.tsx";
import { WORDS } from "./words.ts";

const SHOWN = 60;

/** Official facts of brands: looked up by editors, changed by admins. */
export function brandRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(requireEditor);
  app.get("/", (c) => list(c));
  app.get("/new", requireAdmin, (c) => {
    refuseReadOnly(c);
    return deskPage(c, { title: WORDS.new[c.var.lang], section: "brands", main: <NewBrand {...common(c)} /> });
  });
  app.post("/", requireAdmin, (c) => draft(c));
  app.get("/:id", (c) => show(c));
  app.post("/:id", requireAdmin, (c) => change(c));
  return app;
}

const common = (c: Context<WebEnv>) => ({
  lang: c.var.lang,
  csrf: c.var.csrf,
  writable: c.var.ports.dataFolder !== undefined,
  admin: c.var.account.role === "admin",
});

const today = (c: Context<WebEnv>): string => c.var.ports.now().slice(0, 10);

function list(c: Context<WebEnv>): Response | Promise<Response> {
  const q = (c.req.query("q") ?? "").trim().slice(0, 100);
  const registry = c.var.ports.registry();
  const named = q === "" ? undefined : registry.findBrand(q);
  const found = registry.brands.filter((brand) => brand === named || matches(brand, q.toLowerCase()));
  // What was asked for by its exact name stands first.
  const sorted = named === undefined ? found : [named, ...found.filter((brand) => brand !== named)];
  const main = <BrandList found={sorted.slice(0, SHOWN)} total={found.length} q={q} {...common(c)} />;
  return deskPage(c, { title: WORDS.title[c.var.lang], section: "brands", main });
}

function matches(brand: Brand, q: string): boolean {
  const texts = [brand.id, brand.label.ja, brand.label.en, ...brand.names.map(({ name }) => name), ...brand.siteDomains.map(({ domain }) => domain)];
  return texts.some((text) => text.toLowerCase().includes(q));
}

function fileOf(c: Context<WebEnv>): { readonly id: string; readonly file: string } {
  const id = c.req.param("id") ?? "";
  if (!isBrandId(id)) throw new Refusal(404, WORDS.unknown);
  return { id, file: path.join(factFolder(c, "brands"), `${id}.yaml`) };
}

function show(c: Context<WebEnv>): Response | Promise<Response> {
  const { id, file } = fileOf(c);
  const text = readFact(file);
  if (text === undefined) throw new Refusal(404, WORDS.unknown);
  const findings = mayEditFacts(c) ? brandFindings(id, text, c.var.ports.registry()) : undefined;
  return page(c, id, text, versionOf(text), findings);
}

interface Shown {
  readonly status?: 200 | 422;
}

function page(c: Context<WebEnv>, id: string, text: string, version: string, findings: readonly Finding[] | undefined, { status = 200 }: Shown = {}) {
  const brand = readBrandFile(id, text).brand ?? c.var.ports.registry().get(id);
  const main = <BrandPage id={id} brand={brand} text={text} version={version} findings={findings} {...common(c)} />;
  return deskPage(c, { title: brand?.label[c.var.lang] ?? id, section: "brands", main, status });
}

/** The file of a new brand, shown with what is wrong with it; saved from there. */
async function draft(c: Context<WebEnv>): Promise<Response> {
  refuseReadOnly(c);
  const form = await formOf(c);
  const id = form.text("id");
  if (!isBrandId(id)) throw new Refusal(422, WORDS.badId);
  if (readFact(path.join(factFolder(c, "brands"), `${id}.yaml`)) !== undefined) throw new Refusal(409, WORDS.exists);
  const text = draftFrom(form, today(c));
  return page(c, id, text, "", brandFindings(id, text, c.var.ports.registry()));
}

async function change(c: Context<WebEnv>): Promise<Response> {
  refuseReadOnly(c);
  const { id, file } = fileOf(c);
  const form = await formOf(c);
  const [text, version, asked] = [form.written("text"), form.text("version"), form.text("do")];
  const registry = c.var.ports.registry();
  if (asked === "add") {
    const kind = form.text("kind");
    const added = isFactKind(kind)
      ? withFact(text, { kind, value: form.text("value"), status: form.text("status"), source: form.text("source"), checked: today(c) })
      : undefined;
    if (added === undefined) throw new Refusal(422, WORDS.addBroken);
    return page(c, id, added, version, brandFindings(id, added, registry));
  }
  const findings = brandFindings(id, text, registry);
  const wrong = findings.some(({ kind }) => kind === "error");
  if (asked !== "save" || wrong) return page(c, id, text, version, findings, { status: asked === "save" ? 422 : 200 });
  refuseChanged(file, version);
  await c.var.ports.audit({ account: c.var.account.name, action: "edit-brand", on: id });
  writeFact(file, text.endsWith("\n") ? text : `${text}\n`);
  return c.redirect(withDone(`/desk/brands/${id}`, "brand-saved"), 303);
}
