import type { ColumnType, Generated } from "kysely";
import type { Column, ImportOptions, ImportReport } from "./schema.ts";

export type TableTable = {
  id: string;
  file_id: string | null;
  run_id: string;
  options: ColumnType<ImportOptions, string, string>;
  current_version: number | null;
};

export type TableVersionTable = {
  table_id: string;
  version: number;
  run_id: string;
  key: string;
  bytes: number;
  etag: string;
  rows: number;
  columns: ColumnType<Column[], string, string>;
  report: ColumnType<ImportReport, string, string>;
  created_at: Generated<Date>;
};
