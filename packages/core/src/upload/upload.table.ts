import type { ColumnType, Generated } from "kysely";
import type { Given } from "../attribute/schema.ts";

export type UploadTable = {
  id: string;
  project_id: string;
  file_id: string;
  created_by: string;
  name: string;
  bytes: number;
  content_type: string;
  sha256: string | null;
  /** What the file will have beside defaults, as it was agreed to. */
  attributes: ColumnType<Given, string | undefined, never>;
  part_bytes: number;
  part_count: number;
  key: string;
  multipart_id: string | null;
  state: "open" | "completed" | "aborted";
  created_at: Generated<Date>;
  expires_at: Date;
};
