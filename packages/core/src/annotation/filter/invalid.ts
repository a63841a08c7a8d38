import { AppError } from "../../error/index.ts";

/** What is wrong with a filter, and where. */
export const invalidFilter = (message: string, path: string): AppError =>
  new AppError("input", "filter.invalid", `${path}: ${message}.`, { fields: [{ path, message }] });
