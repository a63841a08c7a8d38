import type { Generated, JSONColumnType } from "kysely";
import type { Parameter } from "../signature/schema.ts";
import type { FunctionKind } from "./schema.ts";

export type FunctionTable = {
  id: string;
  kind: FunctionKind;
  entity_id: string | null;
  name: string;
  description: string;
  revision: Generated<number>;
  signature: JSONColumnType<{ inputs: Parameter[]; outputs: Parameter[] }>;
  created_at: Generated<Date>;
};
