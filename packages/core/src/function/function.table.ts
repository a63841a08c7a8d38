import type { Generated, JSONColumnType } from "kysely";

export type FunctionTable = {
  id: string;
  name: string;
  description: string;
  revision: Generated<number>;
  signature: JSONColumnType<{ inputs: Parameter[]; outputs: Parameter[] }>;
  created_at: Generated<Date>;
};

export type Parameter = { name: string; type: string; optional?: boolean };
