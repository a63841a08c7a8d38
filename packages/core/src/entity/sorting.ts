import { sql } from "kysely";
import type * as Paging from "../paging/index.ts";

/** Orders of every list of entities. */
export const sortKeys = {
  name: { by: sql`e.name_key`, type: "text" },
  createdAt: { by: sql`e.created_at`, type: "timestamptz" },
  updatedAt: { by: sql`e.updated_at`, type: "timestamptz" },
} as const satisfies Record<string, Paging.SortKey>;

/** And of what was searched by words: the best match first. */
export const relevance = { relevance: { by: sql`e.score`, type: "bigint" } } as const satisfies Record<
  string,
  Paging.SortKey
>;
