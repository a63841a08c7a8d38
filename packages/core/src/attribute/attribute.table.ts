import type { ColumnType, Generated } from "kysely";

export type AttributeTypeTable = {
  id: string;
  project_id: string;
  name: string;
  dtype: string;
  description: Generated<string>;
  required: Generated<boolean>;
  visible: Generated<boolean>;
  position: Generated<number>;
  section: Generated<string>;
  style: Generated<string>;
  kinds: string[];
  options: ColumnType<Record<string, unknown>, string, string>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  deleted_at: Date | null;
  revision: Generated<number>;
};

export type AttributeTrashTable = { type_id: string; entity_id: string; value: unknown };
