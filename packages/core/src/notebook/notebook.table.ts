import type { Generated, JSONColumnType } from "kysely";
import type { CellProblem } from "./schema.ts";

export type NotebookTable = {
  id: string;
  version: number;
  problems: JSONColumnType<CellProblem[]>;
};

export type NotebookVersionTable = {
  notebook_id: string;
  version: number;
  key: string;
  bytes: number;
  sha256: string;
  kernel: string | null;
  language: string;
  cells: number;
  restored_from: number | null;
  created_by: string;
  created_at: Generated<Date>;
};
