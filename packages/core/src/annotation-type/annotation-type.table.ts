import type { ColumnType, Generated } from "kysely";
import type { Definition, Interpolation, Shape } from "./schema.ts";

export type AnnotationTypeTable = {
  id: string;
  project_id: string;
  name: string;
  shape: Shape;
  color: string;
  hotkey: string | null;
  attributes: ColumnType<Definition["attributes"], string, string>;
  interpolation: Generated<Interpolation>;
  position: Generated<number>;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: ColumnType<Date, never, unknown>;
  deleted_at: Date | null;
};
