import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** As `nice -n 10`: what is examined can wait, who hands a mail in cannot. */
const BEHIND = 10;

/**
 * Lets the thread that takes requests go first where both want the processor. Linux counts priority by thread
 * (https://man7.org/linux/man-pages/man2/setpriority.2.html, "C library/kernel differences"); elsewhere nothing is changed.
 */
export function stepBack(): void {
  try {
    const [, thread] = /\/task\/(\d+)$/.exec(readlinkSync("/proc/thread-self")) ?? [];
    if (thread !== undefined) setPriority(Number(thread), BEHIND);
  } catch {
    // No Linux, or not allowed: all threads stay equal.
  }
}
