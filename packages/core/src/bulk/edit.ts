import { sql } from "kysely";
import { applied } from "../attribute/apply.ts";
import { typesAroundEach } from "../attribute/row.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { Patch } from "../entity/patch.ts";
import { fn } from "../util/index.ts";
import { commonPlace, lock, OfKind } from "./chosen.ts";

/** The same attributes and tags for many things; what is not named stays as each of them has it. */
export const edit = fn(
  OfKind.extend({ patch: Patch.pick({ attributes: true, resetAttributes: true, tags: true }) }),
  ({ patch: { attributes = {}, resetAttributes = [], tags }, ...chosen }) =>
    transaction(async (tx): Promise<{ count: number }> => {
      const rows = await lock(tx, chosen, "edit");
      const now = new Date();
      // Which attributes there are follows from where a thing lies.
      const types = await typesAroundEach([...new Set(rows.map((row) => row.parent_id))], chosen.kind);
      const after = rows.map((row) =>
        JSON.stringify(
          applied(types.get(row.parent_id) ?? [], row.attributes, { values: attributes, reset: resetAttributes }, now),
        ),
      );
      await sql`
        update entity e set attributes = w.attributes::jsonb, tags = coalesce(${tags ?? null}::text[], e.tags),
          revision = e.revision + 1, updated_at = now()
        from unnest(${rows.map(({ id }) => id)}::text[], ${after}::text[]) w (id, attributes) where e.id = w.id`.execute(
        tx,
      );
      const fields = [...Object.keys(attributes), ...resetAttributes, ...(tags ? ["tags"] : [])];
      const parameters = { ids: chosen.ids, count: rows.length, fields };
      await record({ type: `${chosen.kind}.changed`, ...commonPlace(rows), parameters });
      return { count: rows.length };
    }),
);
