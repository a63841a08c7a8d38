import { AppError, type FieldError } from "@atrium/core/error";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What zod found, by JSON pointer. Unknown keys are named one by one, at their own place. */
export function invalid(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): AppError {
  const fields = issues.flatMap((issue) => faults(issue, prefix));
  const first = fields[0];
  const detail = first ? `${first.path || "The input"}: ${first.message}` : "The input is not valid.";
  return new AppError("input", "input.invalid", detail, { fields });
}

function faults(issue: Issue, prefix: readonly PropertyKey[]): FieldError[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "unrecognized_keys") return [{ path: pointer(path), message: issue.message }];
  return issue.keys.map((key) => ({ path: pointer([...path, key]), message: "There is no such field" }));
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
