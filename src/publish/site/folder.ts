import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { SiteFile } from "./site.ts";

/**
 * A folder that always holds a whole site, whenever the writer is killed.
 *
 * Changed files are first written under `.ayashii/next`; renaming that to `.ayashii/commit` decides the publication. Then each
 * file is renamed into its place: first those that did not exist, which nothing leads to yet, then those that are replaced, which
 * may now lead to them, and at last what is no longer part of the site is taken away. So at every moment each page is whole and
 * what it leads to exists. A commit that was interrupted is finished by whoever opens the folder next.
 */
const CONTROL = ".ayashii";
const NEXT = `${CONTROL}/next`;
const COMMIT = `${CONTROL}/commit`;
const LOCK = `${CONTROL}/lock`;
/** The paths this program has written, one a line: nothing else in the folder is ever touched. */
const OWNED = `${CONTROL}/files`;

export interface Published {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly unchanged: number;
}

interface Plan {
  readonly moves: readonly string[];
  readonly removals: readonly string[];
  readonly owned: readonly string[];
}

/** Makes `folder` hold exactly these files (beside what others put there), at once. Throws when it cannot, changing nothing. */
export function publishFolder(folder: string, files: Iterable<SiteFile>): Published {
  const at = (name: string): string => path.join(folder, name);
  refuseForeign(folder);
  mkdirSync(at(CONTROL), { recursive: true });
  const unlock = lock(at(LOCK));
  try {
    finishCommit(folder);
    rmSync(at(NEXT), { recursive: true, force: true });
    const { plan, published } = stage(folder, files);
    if (plan.moves.length > 0 || plan.removals.length > 0) {
      renameSync(at(NEXT), at(COMMIT));
      finishCommit(folder);
    }
    rmSync(at(NEXT), { recursive: true, force: true });
    return published;
  } finally {
    unlock();
  }
}

/** Carries out a publication that was decided and interrupted. Nothing to do is no error. */
export function finishCommit(folder: string): void {
  const at = (name: string): string => path.join(folder, name);
  if (!existsSync(at(COMMIT))) return;
  // Without its plan the commit was already carried out, and only its folder is left.
  if (existsSync(at(`${COMMIT}/plan.json`))) {
    const plan = JSON.parse(readFileSync(at(`${COMMIT}/plan.json`), "utf8")) as Plan;
    for (const name of plan.moves) move(at(`${COMMIT}/site/${name}`), at(name));
    for (const name of plan.removals) remove(folder, name);
    writeFileSync(at(`${OWNED}.next`), plan.owned.map((name) => `${name}\n`).join(""));
    renameSync(at(`${OWNED}.next`), at(OWNED));
    rmSync(at(`${COMMIT}/plan.json`));
  }
  rmSync(at(COMMIT), { recursive: true, force: true });
}

/** A file that is no longer staged was moved before the interruption. */
function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  renameSync(from, to);
}

function remove(folder: string, name: string): void {
  rmSync(path.join(folder, name), { force: true });
  for (let parent = path.dirname(name); parent !== "."; parent = path.dirname(parent)) {
    try {
      rmdirSync(path.join(folder, parent));
    } catch {
      return; // not empty, or gone already
    }
  }
}

function stage(folder: string, files: Iterable<SiteFile>): { readonly plan: Plan; readonly published: Published } {
  const before = new Set(ownedIn(folder));
  const owned = new Set<string>();
  const added: string[] = [];
  const replaced: string[] = [];
  for (const { path: name, content, drawn } of files) {
    checkName(name);
    if (owned.has(name)) throw new Error(`two files of the site are called ${name}`);
    owned.add(name);
    const place = path.join(folder, name);
    const exists = existsSync(place);
    if (exists && !before.has(name)) throw new Error(`${place} was not written by ayashii; move it away or choose another folder`);
    if (exists && drawn !== undefined) continue;
    const bytes = drawn?.() ?? Buffer.from(content, "utf8");
    if (exists && sameContent(place, bytes)) continue;
    (exists ? replaced : added).push(name);
    const staged = path.join(folder, NEXT, "site", name);
    mkdirSync(path.dirname(staged), { recursive: true });
    writeFileSync(staged, bytes);
  }
  const removals = [...before].filter((name) => !owned.has(name));
  const plan: Plan = { moves: [...added, ...replaced], removals, owned: [...owned].sort() };
  mkdirSync(path.join(folder, NEXT), { recursive: true });
  writeFileSync(path.join(folder, NEXT, "plan.json"), JSON.stringify(plan));
  const counts = { added: added.length, replaced: replaced.length, removed: removals.length };
  return { plan, published: { ...counts, unchanged: owned.size - added.length - replaced.length } };
}

const sameContent = (file: string, bytes: Uint8Array): boolean => statSync(file).size === bytes.length && readFileSync(file).equals(bytes);

function checkName(name: string): void {
  const steps = name.split("/");
  if (steps.some((step) => step === "" || step.startsWith(".") || !/^[\w.-]+$/.test(step)))
    throw new Error(`no name for a file of the site: ${JSON.stringify(name)}`);
}

const ownedIn = (folder: string): readonly string[] =>
  existsSync(path.join(folder, OWNED))
    ? readFileSync(path.join(folder, OWNED), "utf8")
        .split("\n")
        .filter((name) => name !== "")
    : [];

/** A folder with somebody's files in it is not taken over. */
function refuseForeign(folder: string): void {
  if (existsSync(path.join(folder, CONTROL)) || !existsSync(folder)) return;
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty and holds no site made by ayashii; choose an empty or a new folder`);
}

/** Two writers at once would mix their files; the lock of a killed one is taken over. */
function lock(file: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, "wx");
      writeSync(handle, `${process.pid}\n`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = Number(readFileSync(file, "utf8"));
      if (isRunning(holder)) throw new Error(`another build writes this folder (process ${holder}); if it does not, delete ${file}`);
      rmSync(file, { force: true });
    }
  }
  throw new Error(`another build writes this folder: ${file}`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
