const USAGE = `npm run site:kills [-- RUNS]

Kills builds of the public site at random moments and looks at what a visitor would see then.

  RUNS    builds to start, one after another (200)
  --help  this text

Example:
  npm run site:kills -- 20

Figures: whole are killed builds that left staged or moving files behind; every page must be whole after each, else the command fails.`;
import { killRuns } from "../test/site-kill.ts";
import { commandLine, Fault, wholeNumber } from "./command-line.ts";

const { words } = commandLine(USAGE, {}, { most: 1 });
const runs = wholeNumber("RUNS", words[0], 200);
const { killed, whole, recovered } = await killRuns(runs);
if (killed === 0) throw new Fault(`all of ${runs} builds ended before they could be killed: nothing was measured; give more RUNS`);
console.log(`${runs} builds: ${killed} killed with SIGKILL, ${whole} of them in the middle of staging or moving, ${recovered} finished by the next build`);
console.log("every page that the home page leads to was whole, and no link led nowhere");
