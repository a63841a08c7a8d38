import { AtriumError } from "@atrium/sdk/error";

export { AtriumError as Problem };

export const isProblem = (error: unknown, ...codes: string[]): error is AtriumError =>
  error instanceof AtriumError && (codes.length === 0 || codes.includes(error.code));

export const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** What the API says about one form field, by the last part of its path. */
export function fieldError(error: unknown, name: string): string | undefined {
  if (!isProblem(error)) return undefined;
  return error.errors.find(({ path }) => path.split(/[./]/).at(-1) === name)?.message;
}

/** Names of the attributes that are required and were not given. */
export function missingAttributes(error: unknown): string[] {
  if (!isProblem(error, "attribute.required")) return [];
  return error.errors.map(({ path }) => (path.split("/").at(-1) ?? "").replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** One sentence for a toast or a form, whatever was thrown. */
export function sentence(error: unknown): string {
  if (isProblem(error, "network.unreachable")) return "The server cannot be reached. Check that it is running.";
  if (isProblem(error)) return error.errors[0]?.message ?? error.detail;
  return error instanceof Error ? error.message : String(error);
}
