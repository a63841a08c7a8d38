import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { tableState } from "../table/state.ts";
import { Info, type Kind } from "./schema.ts";

/** An entity in a list, with the few facts of its kind that a list shows. */
export const Item = Info.extend({
  bytes: z.number().int().nullable().optional(),
  contentType: z.string().optional(),
  state: z.enum(["importing", "ready", "failed"]).optional(),
  rows: z.number().int().nullable().optional(),
  version: z.number().int().nullable().optional(),
});
export type Item = z.infer<typeof Item>;

export type EntityRow = {
  id: string;
  kind: Kind;
  name: string;
  slug: string;
  description: string;
  parent_id: string | null;
  tags: string[];
  attributes: Record<string, unknown>;
  created_by: string;
  creator: string;
  created_at: Date;
  updated_at: Date;
  revision: number;
  privileges: number;
};

/** The columns of `EntityRow`, from entity `e`, its creator `u` and the privileges `p`. */
export const entityColumns =
  () => sql`e.id, e.kind, e.name, e.slug, e.description, ${parent()} as parent_id, e.tags, e.attributes, e.created_by, e.created_at,
  e.updated_at, e.revision, u.name as creator, p.privileges`;

/**
 * Where `e` lies. Who has no account and was let in to one thing is not told of what is around it; what is no scope of its own has
 * the rights of where it lies, so that they see that as well.
 */
const parent = (): RawBuilder<unknown> =>
  Actor.current().type === "public"
    ? sql`case when e.scope_id <> e.id then e.parent_id else (select o.id from entity o where o.id = e.parent_id and exists (
        select from ${Access.effectivePrivileges()} f where f.scope_id = o.scope_id and f.privileges & 1 <> 0)) end`
    : sql`e.parent_id`;

export type ItemRow = EntityRow & {
  file_bytes: number | null;
  content_type: string | null;
  state: "importing" | "ready" | "failed";
  rows: number | null;
  bytes: number | null;
  version: number | null;
};

export const details = () =>
  sql`${entityColumns()}, f.bytes as file_bytes, f.content_type, ${tableState} as state, v.rows, v.bytes, t.current_version as version`;

export const toInfo = (row: EntityRow): Info => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  slug: row.slug,
  description: row.description,
  projectId: row.parent_id,
  tags: row.tags,
  // Like what it holds, they take the right to read it.
  attributes: Access.has(row.privileges, "read") ? row.attributes : {},
  createdBy: { id: row.created_by, name: row.creator },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  revision: row.revision,
  privileges: Access.names(row.privileges),
});

export function toItem(row: ItemRow): Item {
  const info = toInfo(row);
  if (row.kind === "file") return { ...info, bytes: row.file_bytes, contentType: row.content_type ?? "" };
  if (row.kind === "table")
    return { ...info, state: row.state, rows: row.rows, bytes: row.bytes, version: row.version };
  return info;
}
