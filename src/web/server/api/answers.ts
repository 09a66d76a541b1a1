import type { z } from "@hono/zod-openapi";
import { PROBLEMS } from "../problems.ts";
import type { ProblemKind } from "../problems.ts";
import { problemSchema } from "./schemas.ts";

/** A JSON answer for the description of a route. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

/** What can come of every route beside its own problems: a wrong host, too many requests, a failure inside. */
const ALWAYS: readonly ProblemKind[] = ["wrong-host", "too-many", "internal"];

/** The problems of a route, by status, for its description. */
export function problems(...kinds: ProblemKind[]) {
  const byStatus = new Map<number, string[]>();
  for (const kind of [...kinds, ...ALWAYS]) {
    const { status, title } = PROBLEMS[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title.en} (${kind})`]);
  }
  const answers = [...byStatus].map(([status, titles]) => [status, problem(titles.join("; "))] as const);
  return Object.fromEntries(answers) as Record<number, ReturnType<typeof problem>>;
}

const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: problemSchema } } });

/** Both ways in: a session of the browser, a token of a program. */
export const SECURITY = [{ token: [] }, { session: [] }];
