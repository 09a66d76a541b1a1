import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Hono } from "hono";
import type { Context } from "hono";
import { readNotice } from "../../../advisories/notice.ts";
import { draftRecord, recordYaml } from "../../../advisories/notice-record.ts";
import { loadAdvisories } from "../../../cli/advisories-files.ts";
import type { AdvisoryFile } from "../../../cli/advisories-files.ts";
import { stateFolder } from "../../../cli/advisories-watch.ts";
import { pendingDrafts } from "../../../cli/watch/pending.ts";
import type { PendingDraft } from "../../../cli/watch/pending.ts";
import type { WebEnv } from "../../web-context.ts";
import { withDone } from "../done.ts";
import { factFolder, readFact, refuseChanged, refuseReadOnly, versionOf, writeFact } from "../facts/fact-files.ts";
import { formOf, requireAdmin, requireEditor } from "../form.ts";
import type { Form } from "../form.ts";
import type { DeskOptions } from "../options.ts";
import { Refusal } from "../refusal.ts";
import { deskPage } from "../shell.tsx";
import { AdvisoryList, ImportForm, RecordPage } from "./pages.tsx";
import type { RecordView } from "./pages.tsx";
import { fileText, isName, recordFile, recordFindings } from "./record.ts";
import { WORDS } from "./words.ts";

type C = Context<WebEnv>;

/** Official warnings: looked at by editors; read in, approved and changed by admins. */
export function advisoryRoutes(options: DeskOptions): Hono<WebEnv> {
  const watch = (): string => stateFolder(options.watchFolder, process.env);
  const app = new Hono<WebEnv>();
  app.use(requireEditor);
  app.get("/", (c) => list(c, pendingDrafts(watch())));
  app.get("/import", requireAdmin, (c) => {
    refuseReadOnly(c);
    return deskPage(c, { title: WORDS.import[c.var.lang], section: "advisories", main: <ImportForm {...common(c)} /> });
  });
  app.post("/import", requireAdmin, (c) => importNotice(c));
  app.get("/pending/:file", (c) => showPending(c, draftNamed(watch(), c.req.param("file"))));
  app.post("/", requireAdmin, (c) => change(c, watch()));
  app.get("/:brand/:id", (c) => show(c));
  return app;
}

const common = (c: C) => ({
  lang: c.var.lang,
  csrf: c.var.csrf,
  writable: c.var.ports.dataFolder !== undefined,
  admin: c.var.account.role === "admin",
});

function list(c: C, pending: readonly PendingDraft[]): Response | Promise<Response> {
  const q = (c.req.query("q") ?? "").trim().slice(0, 100);
  const folder = factFolder(c, "advisories");
  const records = existsSync(folder) ? loadAdvisories(folder).filter((record) => matches(record, q.toLowerCase())) : [];
  const main = <AdvisoryList records={records} pending={pending} q={q} {...common(c)} />;
  return deskPage(c, { title: WORDS.title[c.var.lang], section: "advisories", main });
}

function matches({ brand, id, advisory }: AdvisoryFile, q: string): boolean {
  const texts = [brand, id, advisory?.title ?? "", advisory?.issuer.ja ?? "", advisory?.issuer.en ?? ""];
  return texts.some((text) => text.toLowerCase().includes(q));
}

function recordPage(c: C, view: Pick<RecordView, "brand" | "id" | "text" | "version" | "findings" | "notice" | "pending">, status: 200 | 422 = 200) {
  const main = <RecordPage {...view} {...common(c)} />;
  return deskPage(c, { title: `${view.brand}/${view.id}`, section: "advisories", main, status });
}

const findingsOf = (c: C, text: string, brand: string, id: string) => recordFindings(text, brand === "" ? "unknown" : brand, id, c.var.ports.registry());

function show(c: C): Response | Promise<Response> {
  const [brand, id] = [c.req.param("brand") ?? "", c.req.param("id") ?? ""];
  const text = isName(brand) && isName(id) ? readFact(recordFile(factFolder(c, "advisories"), brand, id)) : undefined;
  if (text === undefined) throw new Refusal(404, WORDS.unknown);
  return recordPage(c, { brand, id, text, version: versionOf(text), findings: findingsOf(c, text, brand, id) });
}

/** A draft is named by its file, which must be among those that wait. */
function draftNamed(directory: string, name: string): PendingDraft {
  const draft = pendingDrafts(directory).find(({ file }) => path.basename(file) === name);
  if (draft === undefined) throw new Refusal(404, WORDS.unknown);
  return draft;
}

function showPending(c: C, { file, brand = "", id, yaml }: PendingDraft): Response | Promise<Response> {
  return recordPage(c, { brand, id, text: yaml, version: "", findings: findingsOf(c, yaml, brand, id), pending: path.basename(file) });
}

async function importNotice(c: C): Promise<Response> {
  refuseReadOnly(c);
  const form = await formOf(c);
  const content = form.written("notice");
  if (content.trim() === "") throw new Refusal(422, WORDS.noNotice);
  const notice = readNotice(content);
  const url = form.text("url");
  const given = { checked: c.var.ports.now().slice(0, 10), brand: form.text("brand") || undefined, url: url === "" ? undefined : url };
  const draft = draftRecord(notice, given, c.var.ports.registry());
  const text = recordYaml(draft);
  const brand = draft.brand ?? "";
  return recordPage(c, { brand, id: draft.id, text, version: "", findings: findingsOf(c, text, brand, draft.id), notice });
}

async function change(c: C, directory: string): Promise<Response> {
  refuseReadOnly(c);
  const form = await formOf(c);
  const asked = form.text("do");
  const waiting = form.has("pending") ? draftNamed(directory, form.text("pending")) : undefined;
  if (asked === "reject" && waiting !== undefined) return reject(c, waiting);
  const { brand, id, text, version } = fieldsOf(form);
  const findings = findingsOf(c, text, brand, id);
  const wrong = findings.some(({ kind }) => kind === "error");
  const view = { brand, id, text, version, findings, pending: waiting === undefined ? undefined : path.basename(waiting.file) };
  if (asked !== "save" || wrong) return recordPage(c, view, asked === "save" ? 422 : 200);
  if (!isName(brand) || !isName(id)) throw new Refusal(422, WORDS.badName);
  const file = recordFile(factFolder(c, "advisories"), brand, id);
  refuseChanged(file, version);
  await c.var.ports.audit({ account: c.var.account.name, action: waiting === undefined ? "edit-advisory" : "approve-advisory", on: `${brand}/${id}` });
  writeFact(file, fileText(text));
  if (waiting !== undefined) rmSync(waiting.file);
  return c.redirect(withDone(`/desk/advisories/${brand}/${id}`, "advisory-saved"), 303);
}

const fieldsOf = (form: Form) => ({ brand: form.text("brand"), id: form.text("id"), text: form.written("text"), version: form.text("version") });

/** Kept beside, so that a slip can be undone; the watcher does not show its cases again. */
async function reject(c: C, { file, id, brand = "" }: PendingDraft): Promise<Response> {
  await c.var.ports.audit({ account: c.var.account.name, action: "reject-advisory", on: `${brand}/${id}` });
  const folder = path.join(path.dirname(path.dirname(file)), "rejected");
  mkdirSync(folder, { recursive: true });
  renameSync(file, path.join(folder, path.basename(file)));
  return c.redirect(withDone("/desk/advisories", "rejected"), 303);
}
