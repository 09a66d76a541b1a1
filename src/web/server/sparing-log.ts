/** The same line is not written again for so long, in milliseconds. */
const QUIET_MS = 30_000;
/** Different lines remembered: a log must not fill the memory. */
const MOST = 200;

/**
 * A log in which what happens a hundred times a second (a full disk) stands once in half a minute, with how often it happened in
 * between. `now` in milliseconds.
 */
export function sparing(write: (line: string) => void, now: () => number): (line: string) => void {
  const written = new Map<string, { at: number; unsaid: number }>();
  return (line) => {
    const before = written.get(line);
    if (before !== undefined && now() - before.at < QUIET_MS) return void before.unsaid++;
    written.delete(line);
    if (written.size >= MOST) written.delete(written.keys().next().value ?? "");
    written.set(line, { at: now(), unsaid: 0 });
    write(before === undefined || before.unsaid === 0 ? line : `${line} (${before.unsaid} more times since)`);
  };
}
