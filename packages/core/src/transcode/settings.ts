import { query, type Row } from "../database/index.ts";
import type { MediaType } from "../media-type/index.ts";
import { LADDER } from "./ladder.ts";

export type Settings = MediaType.Transcode;

/** Of media without a type. The original is kept, so nothing else is to work from. */
const DEFAULTS: Settings = { codec: "h264", crf: 23, preset: "veryfast", heights: LADDER, archival: "none" };

/** How renditions of it are to be made. A type that was deleted still says it. */
export async function settingsOf({ type_id }: Row<"media">): Promise<Settings> {
  if (type_id === null) return DEFAULTS;
  const type = await query((db) =>
    db.selectFrom("media_type").select("transcode").where("id", "=", type_id).executeTakeFirst(),
  );
  return type?.transcode ?? DEFAULTS;
}
