import { AppError } from "../../error/index.ts";
import { planParquet, readParquet } from "../parquet-source.ts";
import { damagedArrow } from "../probe.ts";
import { type Request, refuseTooMany, type Source } from "../source-types.ts";
import { type Parts, toParquet } from "./parts.ts";

/** DuckDB reads no Arrow here, so the rows become Parquet first; their types are the file's own. */
export async function arrowSource(path: string, request: Request): Promise<Source> {
  const { files, names } = await parts(path, request);
  refuseTooMany(names.length);
  return {
    files,
    format: "arrow",
    plan: async (session) => {
      const plan = await planParquet(session, readParquet(files));
      return { ...plan, columns: plan.columns.map((column, i) => ({ ...column, name: names[i] ?? "" })) };
    },
  };
}

async function parts(path: string, request: Request): Promise<Parts> {
  try {
    return await toParquet(path, request);
  } catch (error) {
    request.signal?.throwIfAborted();
    // A limit of ours says itself what to do; anything else went wrong because of what the file holds.
    throw error instanceof AppError ? error : damagedArrow(error);
  }
}
