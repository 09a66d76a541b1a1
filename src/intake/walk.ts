import { type Dirent, promises as fs } from "node:fs";
import path from "node:path";

/**
 * Files of a folder and all folders in it, by name. A Maildir's `tmp` holds half-written mails and is left out, as are
 * files a mail program keeps beside them. Links to folders are not followed: they could lead in a circle.
 */
export async function* filesUnder(folder: string): AsyncGenerator<string> {
  const waiting = [folder];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(current, { withFileTypes: true });
    } catch {
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = new Set(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
    const maildir = names.has("cur") && names.has("new");
    const folders: string[] = [];
    for (const entry of entries) {
      const full = path.join(current, entry.name);
      if (entry.isDirectory()) {
        // Maildir++ folders begin with a dot, so hidden folders count inside of a Maildir only.
        const hidden = entry.name.startsWith(".") && !maildir;
        if (!hidden && !(maildir && entry.name === "tmp")) folders.push(full);
      } else if (!maildir && !entry.name.startsWith(".")) yield full;
    }
    waiting.push(...folders.reverse());
  }
}
