import type { Generated } from "kysely";

export type PlaylistTable = {
  id: string;
  project_id: string;
  name: string;
  description: Generated<string>;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  deleted_at: Date | null;
};

export type PlaylistItemTable = { playlist_id: string; position: number; media_id: string };
