import type { Generated, JSONColumnType } from "kysely";
import type { Parameter } from "../signature/schema.ts";

export type FunctionTable = {
  id: string;
  name: string;
  description: string;
  revision: Generated<number>;
  signature: JSONColumnType<{ inputs: Parameter[]; outputs: Parameter[] }>;
  created_at: Generated<Date>;
};
