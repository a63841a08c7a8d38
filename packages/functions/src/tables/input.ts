import { AppError } from "@atrium/core/error";
import { z } from "zod";
import { invalid } from "../api/invalid.ts";
import { Flag } from "../api/respond.ts";

const MAX_TEXT = 20_000;

/** Parts of a query string. */
export const text = z.string().max(MAX_TEXT);
export const whole = z
  .string()
  .regex(/^\d{1,15}$/, "A whole number is expected")
  .transform(Number);
export const version = whole.pipe(z.number().min(1));
export { Flag };

/** The input as the schema has it, or `input.invalid` naming the field. */
export function valid<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues);
}

/** A body as JSON. */
export async function jsonBody(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    throw new AppError("input", "request.malformed", "The body is not valid JSON.", { cause: error });
  }
}
