import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/**
 * A password: typed twice at a terminal without being shown, else the first line of standard input. Undefined when the two
 * differ. Rejects when nothing is typed (Ctrl-C, end of input).
 */
export async function askPassword(prompts: { readonly first: string; readonly again: string }, err: (text: string) => void): Promise<string | undefined> {
  if (!process.stdin.isTTY) return line(process.stdin, undefined);
  err(prompts.first);
  const password = await line(process.stdin, err);
  err(prompts.again);
  return (await line(process.stdin, err)) === password ? password : undefined;
}

function line(input: NodeJS.ReadStream, err: ((text: string) => void) | undefined): Promise<string> {
  // What is typed goes nowhere: readline would show it.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: err !== undefined });
  return new Promise((resolve, reject) => {
    reader.once("line", (text) => {
      reader.removeAllListeners("close");
      reader.close();
      err?.("\n");
      resolve(text);
    });
    reader.once("SIGINT", () => reader.close());
    reader.once("close", () => reject(new Error("no password")));
  });
}
