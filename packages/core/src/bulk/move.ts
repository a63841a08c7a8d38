import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { welcomed } from "../attribute/welcomed.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { requirePlace } from "../project/place.ts";
import { fn, must } from "../util/index.ts";
import { lock, OfKind } from "./chosen.ts";

/** Puts many things into one project: all of them, or none. What lies there already stays. */
export const move = fn(
  OfKind.extend({ projectID: z.string(), attributes: Attribute.Given.optional() }),
  ({ projectID, attributes, ...chosen }) =>
    transaction(async (tx): Promise<{ count: number }> => {
      const locked = await lock(tx, chosen, "remove");
      const { parentID } = await requirePlace({ parentId: projectID });
      const to = must(parentID, "project to move to");
      const rows = locked.filter((row) => row.parent_id !== to);
      const ids = rows.map(({ id }) => id);
      const after = await welcomed(rows, { kind: chosen.kind, to, given: attributes });
      await sql`
        update entity e set parent_id = ${to}, attributes = w.attributes::jsonb,
          scope_id = case when e.scope_id = e.id then e.id else ${to} end, revision = e.revision + 1, updated_at = now()
        from unnest(${ids}::text[], ${after.map((one) => JSON.stringify(one))}::text[]) w (id, attributes)
        where e.id = w.id`.execute(tx);
      // What was shared by itself keeps its grants, below the new place.
      for (const { id, scope_id } of rows) if (scope_id === id) await Access.moveScope(tx, id, to);
      await sql`update run set project_id = ${to} where subject_id = any (${ids}::text[])`.execute(tx);
      const from = [...new Set(rows.map((row) => row.parent_id))];
      if (rows.length > 0)
        await record({ type: `${chosen.kind}.moved`, entityID: to, parameters: { ids, count: rows.length, from, to } });
      return { count: rows.length };
    }),
);
