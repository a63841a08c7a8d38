import type { Generated, JSONColumnType } from "kysely";
import type { Dtype, Transcode } from "./schema.ts";

export type MediaTypeTable = {
  id: string;
  project_id: string;
  name: string;
  dtype: Dtype;
  description: string;
  transcode: JSONColumnType<Transcode>;
  volume: number;
  overlay: string;
  visible: boolean;
  position: number;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  deleted_at: Date | null;
};
