import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { archiveContract } from "./archive-contract.ts";
import { openSqliteArchive } from "./sqlite-archive.ts";

archiveContract("SQLite", async (clock) => {
  const folder = mkdtempSync(path.join(tmpdir(), "archive-"));
  const open = () => openSqliteArchive(path.join(folder, "archive.sqlite"), { create: true, now: () => clock.now });
  let archive = await open();
  return {
    archive,
    reopen: async () => {
      await archive.close();
      return (archive = await open());
    },
    dispose: async () => {
      await archive.close();
      rmSync(folder, { recursive: true });
    },
  };
});
