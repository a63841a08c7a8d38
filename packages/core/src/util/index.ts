import type { z } from "zod";

/** A domain verb: parses its input once and keeps the schema for the edges (`verb.schema`). */
export function fn<S extends z.ZodType, R>(schema: S, run: (input: z.output<S>) => R) {
  const verb = (input: z.input<S>): R => run(schema.parse(input));
  verb.schema = schema;
  /** For input that was read by this schema just before: reading thousands of items again takes as long as the work. */
  verb.checked = run;
  return verb;
}

export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`Missing ${what}`);
  return value;
}

export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
