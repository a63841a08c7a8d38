import { AppError } from "../../error/index.ts";

/** What makes a whole file useless. */
export const broken = (message: string, cause?: unknown) =>
  new AppError("unprocessable", "annotation_file.broken", message, { cause });
