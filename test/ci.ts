import { existsSync } from "node:fs";

/** In the continuous integration nothing may be skipped: what a test needs and does not find is an error there. */
export function skipUnless(present: boolean, what: string): string | false {
  if (present) return false;
  if (process.env["CI"] === "true") throw new Error(`CI must not skip a test: ${what} is missing`);
  return `${what} is missing`;
}

/** The command as a user starts it. */
export const COMMAND = "bin/ayashii";

/** Where Debian and others put the browser. */
export const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (file) => file !== undefined && file !== "" && existsSync(file),
);
