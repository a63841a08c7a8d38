import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";
import { quoted } from "./read.ts";

/** What a job reads of a table, whatever it asks for. */
export function rowsGiven(tableID: string): { version: number; select?: string } {
  const given = Actor.job().tables[tableID];
  if (!given)
    throw new AppError("auth", "auth.invalid_key", "The token of a job opens what its run was given, nothing else.");
  const { version, columns } = given;
  return { version, ...(columns ? { select: [...new Set(columns)].map(quoted).join(",") } : {}) };
}
