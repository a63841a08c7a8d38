import type { Generated } from "kysely";

export type UploadTable = {
  id: string;
  project_id: string;
  file_id: string;
  created_by: string;
  name: string;
  bytes: number;
  content_type: string;
  sha256: string | null;
  part_bytes: number;
  part_count: number;
  key: string;
  multipart_id: string | null;
  state: "open" | "completed" | "aborted";
  created_at: Generated<Date>;
  expires_at: Date;
};
