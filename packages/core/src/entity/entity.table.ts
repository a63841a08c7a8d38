import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Kind } from "./schema.ts";

export type EntityTable = {
  id: string;
  kind: Kind;
  parent_id: string | null;
  scope_id: string;
  namespace_id: string | null;
  slug: string;
  name: string;
  name_key: GeneratedAlways<string>;
  description: Generated<string>;
  attributes: ColumnType<Record<string, unknown>, string | undefined, string>;
  tags: Generated<string[]>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  revision: Generated<number>;
  deleted_at: Date | null;
  document: GeneratedAlways<string>;
};
