import { quoteIdentifier, quoteList, type Session } from "../duckdb/index.ts";
import { parquetColumns } from "./parquet.ts";
import { type Plan, refuseTooMany, type Source } from "./source-types.ts";

export const readParquet = (files: readonly string[]): string => `read_parquet(${quoteList(files)})`;

export function parquetSource(files: string[], relation = readParquet(files)): Source {
  return { files, format: "parquet", plan: (session) => planParquet(session, relation) };
}

export async function planParquet(session: Session, relation: string): Promise<Plan> {
  const columns = await parquetColumns(session, relation);
  refuseTooMany(columns.length);
  return {
    relation,
    columns: columns.map(({ name, decision }) => ({
      name,
      decision,
      expression: decision.cast(quoteIdentifier(name)),
    })),
    about: { encoding: "utf-8" },
    rejected: async () => ({ count: 0, rows: [] }),
  };
}
