import { homedir } from "node:os";
import path from "node:path";

/** Where the archive is: as named, else in `$AYASHII_HOME`, else where programs keep data of a person (XDG Base Directory). */
export function archivePlace(named: string | undefined, environment: Readonly<Record<string, string | undefined>>): string {
  if (named !== undefined) return named;
  const home = environment["AYASHII_HOME"];
  if (home !== undefined && home !== "") return path.join(home, "archive.sqlite");
  return path.join(environment["HOME"] ?? homedir(), ".local", "share", "ayashii", "archive.sqlite");
}
