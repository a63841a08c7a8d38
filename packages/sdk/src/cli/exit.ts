import { CommanderError } from "commander";
import { AtriumError } from "../error.ts";

/** Documented in the help and in the README of this package. */
export const Exit = { ok: 0, failure: 1, usage: 2, denied: 3, runFailed: 4, interrupted: 130 } as const;

/** Something the user typed cannot be meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command did its work; the run it waited for did not. */
export class RunFailedError extends Error {
  override readonly name = "RunFailedError";
}

export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return Exit.usage;
  if (error instanceof RunFailedError) return Exit.runFailed;
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.ok : Exit.usage;
  // One code for all three: the API does not tell what you may not see from what is not there.
  const denied = error instanceof AtriumError && [401, 403, 404].includes(error.status);
  return denied ? Exit.denied : Exit.failure;
}

export function describeError(error: unknown): string {
  if (!(error instanceof AtriumError)) return error instanceof Error ? error.message : String(error);
  const fields = error.errors.map(({ path, message }) => `\n  ${path}: ${message}`).join("");
  const request = error.requestId ? `, request ${error.requestId}` : "";
  return `${error.detail}${fields}\n  (${error.code}${request})`;
}
