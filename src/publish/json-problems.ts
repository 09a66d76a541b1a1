import type { z } from "zod";

/** What is wrong with a JSON text by a schema, and by rules that a schema cannot say; one line each. */
export function jsonProblems<T>(json: string, schema: z.ZodType<T>, rules: (value: T) => readonly string[] = () => []): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return ["not JSON"];
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? rules(parsed.data) : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
