import { sql } from "kysely";

/**
 * A table's state, from table `t` and its latest run `r`. It is not stored: a run that ends, however it ends, cannot leave
 * a table importing for ever.
 */
export const tableState = sql<"importing" | "ready" | "failed">`case
  when t.current_version is not null then 'ready' when r.state in ('queued', 'running') then 'importing' else 'failed' end`;
