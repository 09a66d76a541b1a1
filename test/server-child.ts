// A server process for tests: options as JSON in the first argument; prints its address; ends on SIGTERM.
import { startServer } from "../src/web/server/server.ts";
import type { ServerOptions } from "../src/web/server/options.ts";

const server = await startServer(JSON.parse(process.argv[2] ?? "{}") as ServerOptions, (line) => console.error(line));
console.log(server.url);
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
