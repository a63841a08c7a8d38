import { sql } from "kysely";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { commonPlace, lock, OfKind } from "./chosen.ts";

/** Many things to the trash; what still works for them is stopped. */
export const remove = fn(OfKind, (chosen) =>
  transaction(async (tx): Promise<{ count: number }> => {
    const rows = await lock(tx, chosen, "remove");
    const { ids } = chosen;
    await sql`update entity set deleted_at = now(), revision = revision + 1 where id = any (${ids}::text[])`.execute(
      tx,
    );
    await sql`update scope set deleted_at = now() where id = any (${ids}::text[]) and deleted_at is null`.execute(tx);
    await Run.cancelForAll(ids);
    const parameters = { ids, count: rows.length };
    await record({ type: `${chosen.kind}.trashed`, ...commonPlace(rows), parameters });
    return { count: rows.length };
  }),
);

/** And back again. What lies in a project that is itself in the trash comes back with the project. */
export const restore = fn(OfKind, (chosen) =>
  transaction(async (tx): Promise<{ count: number }> => {
    const rows = await lock(tx, chosen, "remove", { trash: true });
    const { ids } = chosen;
    await sql`
      update entity set deleted_at = null, revision = revision + 1, updated_at = now() where id = any (${ids}::text[])`.execute(
      tx,
    );
    await sql`
      update scope set deleted_at = null where id = any (${ids}::text[])
        and not exists (select from entity e where e.id = any (scope.ancestors) and e.deleted_at is not null)`.execute(
      tx,
    );
    await record({ type: `${chosen.kind}.restored`, ...commonPlace(rows), parameters: { ids, count: rows.length } });
    return { count: rows.length };
  }),
);
