import type { Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Live, MediaDtype, MediaState, Multi, Problem, Role } from "./schema.ts";

export type MediaTable = {
  id: string;
  dtype: MediaDtype;
  type_id: string | null;
  file_id: string | null;
  fingerprint: string | null;
  state: Generated<MediaState>;
  width: number | null;
  height: number | null;
  frames: number | null;
  fps_num: number | null;
  fps_den: number | null;
  duration: number | null;
  /** The same as a whole number, to sort by. */
  duration_ms: GeneratedAlways<number>;
  start_time: number | null;
  variable: boolean | null;
  codec: string | null;
  rotation: number | null;
  probe: JSONColumnType<Record<string, unknown>, string | undefined, string>;
  problems: JSONColumnType<Problem[], string | undefined, string>;
  run_id: string | null;
  source_url: string | null;
  multi: JSONColumnType<Multi> | null;
  live: JSONColumnType<Live> | null;
};

export type MediaRenditionTable = {
  media_id: string;
  name: string;
  role: Role;
  key: string;
  index_key: string | null;
  bytes: number;
  width: number | null;
  height: number | null;
  frames: number | null;
  codec: string | null;
  mime: string;
  bit_rate: number | null;
  sha256: string | null;
  details: JSONColumnType<Record<string, unknown>, string | undefined, string>;
  created_at: Generated<Date>;
};

export type MediaPartTable = {
  media_id: string;
  rendition: string;
  part: number;
  made_with: string;
  key: string;
  frames: number;
  created_at: Generated<Date>;
};
