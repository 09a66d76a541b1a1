const USAGE = `npm run bench:load [-- options]

How many uploads a second the server acknowledges (each is on disk by then), where it gives in, and what it says beyond its limits.

  --short      a quick look: two rates, 2 s each, and 5 s at one rate
  --rates N,N  rising uploads a second, parted by commas (100,200,300,500,800,1000,1500,2000,2500,3000)
  --hold N     uploads a second while memory is watched (300)
  --seconds N  how long that is kept up, from 2 (60; 5 with --short)
  --json       the figures as JSON
  --help       this text

Examples:
  npm run bench:load -- --short
  npm run bench:load -- --rates 200,400 --seconds 10

Figures: the knee is the last rate without errors, of which 97 % were reached and 99 of 100 answers came within a second. Exit code 1
when anything acknowledged was lost, an upload failed at the held rate, or one beyond the limits was not refused properly.`;
import { amount, commandLine, flag, text, wholeNumber } from "../scripts/command-line.ts";
import { run } from "./load-client.ts";
import type { Run } from "./load-client.ts";
import { LoadMails } from "./load-mails.ts";
import { LoadServer } from "./load-server.ts";

const { values } = commandLine(USAGE, { short: flag, rates: text, hold: amount(300), seconds: amount(undefined, 2), json: flag });
const RATES = (values.rates ?? (values.short ? "100,300" : "100,200,300,500,800,1000,1500,2000,2500,3000"))
  .split(",")
  .map((rate) => wholeNumber("each of --rates", rate, 0));
const STEP_S = values.short ? 2 : 5;
const HOLD_RATE = values.hold;
const HOLD_S = values.seconds ?? (values.short ? 5 : 60);
/** Beyond the knee: errors, less than this share of what was sent, or an answer in a hundred later than this (milliseconds). */
const LEAST_SHARE = 0.97;
const LATE_MS = 1_000;
const MB = 1024 * 1024;
/** No limit of the server counts while its speed is measured. */
const UNLIMITED = ["--uploads", "10000000"];

const say = (line: string): void => void (values.json === true || process.stdout.write(`${line}\n`));
const mb = (bytes: number): number => Math.round(bytes / MB);

function line(one: Run, memory: number): string {
  const { rate, achieved, p50, p99, worst, errors, megabytes } = one;
  return [rate, achieved, p50, p99, worst, errors, megabytes, mb(memory)].map((value) => String(value).padStart(9)).join("");
}
const HEAD = ["sent/s", "202/s", "p50 ms", "p99 ms", "worst ms", "errors", "MB", "RSS MB"].map((head) => head.padStart(9)).join("");

/** The public site is built at the start, and code that has not run yet is slow: a server runs longer than its first seconds. */
async function warmUp(server: LoadServer, mails: LoadMails): Promise<void> {
  while ((await fetch(`${server.url}warnings/`)).status === 404) await new Promise((resolve) => setTimeout(resolve, 200));
  await run(server.url, 50, 3, () => mails.next());
}

/** Rising rates until one is too much; the knee is the last that was not. */
async function ramp(mails: LoadMails): Promise<{ readonly steps: readonly Run[]; readonly knee: number }> {
  const server = await new LoadServer().start(...UNLIMITED);
  const steps: Run[] = [];
  let knee = 0;
  try {
    await warmUp(server, mails);
    for (const rate of RATES) {
      const step = await run(server.url, rate, STEP_S, () => mails.next());
      steps.push(step);
      say(line(step, (await server.figures()).memoryBytes));
      if (step.errors > 0 || step.achieved < rate * LEAST_SHARE || step.p99 > LATE_MS) break;
      knee = rate;
    }
    return { steps, knee };
  } finally {
    await server.stop();
  }
}

/** One rate for a minute: no error, and memory that does not grow with what was taken in. */
async function hold(mails: LoadMails) {
  const server = await new LoadServer().start(...UNLIMITED);
  const memory: ReturnType<LoadServer["memory"]>[] = [];
  try {
    await warmUp(server, mails);
    const before = await server.figures();
    const watch = setInterval(() => memory.push(server.memory()), 1_000);
    const held = await run(server.url, HOLD_RATE, HOLD_S, () => mails.next());
    clearInterval(watch);
    const after = await server.figures();
    const handed = (held.byStatus["202"] ?? 0) + before.queue.waiting + before.queue.examined;
    const kept = after.queue.waiting + after.queue.examined;
    const third = Math.max(1, Math.floor(memory.length / 3));
    const mean = (part: readonly (typeof memory)[number][]): number => mb(part.reduce((sum, one) => sum + one.server, 0) / Math.max(1, part.length));
    return {
      held,
      memoryMb: {
        firstThird: mean(memory.slice(0, third)),
        lastThird: mean(memory.slice(-third)),
        most: mb(Math.max(...memory.map((one) => one.server))),
        workersMost: mb(Math.max(...memory.map((one) => one.workers))),
      },
      lost: handed - kept,
      waiting: after.queue.waiting,
      examinedASecond: Math.round((after.examinedSinceStart - before.examinedSinceStart) / (after.uptimeSeconds - before.uptimeSeconds)),
    };
  } finally {
    await server.stop();
  }
}

const ALLOWED = 300;
const ASKED = 500;
const TOO_LARGE = 20;

/** What the server says to one who sends more, or larger, than it takes. */
async function beyond(mails: LoadMails) {
  const server = await new LoadServer().start("--uploads", String(ALLOWED), "--mail-mb", "1");
  try {
    const many = await run(server.url, 250, ASKED / 250, () => mails.next());
    const free = await new LoadServer().start("--mail-mb", "1");
    try {
      const large = Buffer.alloc(2 * MB, "x");
      return { many, large: await run(free.url, 20, TOO_LARGE / 20, () => large), memoryMb: mb((await free.figures()).memoryBytes) };
    } finally {
      await free.stop();
    }
  } finally {
    await server.stop();
  }
}

const mails = new LoadMails();
say(`Uploads of 2 to 100 KB over loopback, ${STEP_S} s a rate\n${HEAD}`);
const { steps, knee } = await ramp(mails);
say(`knee: ${knee} a second (the last rate without errors, with ${LEAST_SHARE * 100} % of it reached and p99 under ${LATE_MS} ms)\n`);
say(`${HOLD_RATE} a second for ${HOLD_S} s\n${HEAD}`);
const held = await hold(mails);
say(line(held.held, held.memoryMb.most * MB));
say(
  `RSS: ${held.memoryMb.firstThird} MB in the first third, ${held.memoryMb.lastThird} MB in the last, at most ${held.memoryMb.most} MB; processes that examine: at most ${held.memoryMb.workersMost} MB together`,
);
say(`acknowledged and lost: ${held.lost}; examined meanwhile: ${held.examinedASecond} a second; waiting at the end: ${held.waiting}\n`);
const limits = await beyond(mails);
say(`${ASKED} uploads where ${ALLOWED} a minute are allowed: ${JSON.stringify(limits.many.byStatus)}, ${limits.many.retryAfter} with Retry-After`);
say(`${TOO_LARGE} uploads of 2 MB where 1 MB is allowed: ${JSON.stringify(limits.large.byStatus)}, p99 ${limits.large.p99} ms, RSS ${limits.memoryMb} MB`);
if (values.json === true) process.stdout.write(`${JSON.stringify({ steps, knee, hold: held, beyond: limits })}\n`);
const refusedRight = limits.many.byStatus["202"] === ALLOWED && limits.many.byStatus["429"] === ASKED - ALLOWED && limits.many.retryAfter === ASKED - ALLOWED;
if (held.held.errors > 0 || held.lost !== 0 || !refusedRight || (limits.large.byStatus["413"] ?? 0) === 0) process.exitCode = 1;
