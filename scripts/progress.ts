/** A line on stderr that says how far a long run is; overwrites itself on a terminal, else speaks every 10 %. */
export function progress(what: string, total: number): (done: number) => void {
  let last = -1;
  const step = process.stderr.isTTY === true ? 1 : 10;
  return (done) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
    if (percent < last + step && done !== total) return;
    last = percent;
    const line = `${what}: ${done} of ${total} (${percent} %)`;
    process.stderr.write(process.stderr.isTTY === true ? `\r${line}${done === total ? "\n" : ""}` : `${line}\n`);
  };
}
