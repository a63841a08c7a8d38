import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";

// Only for tests.

/** A video of some frames, without a file. */
export async function makeMedia(projectID: string, { name = "Reef.mp4", frames = 100 } = {}): Promise<string> {
  const id = createID("media");
  const none = { type_id: null, file_id: null, fingerprint: null, run_id: null, source_url: null };
  const video = { width: 640, height: 360, frames, fps_num: 25, fps_den: 1, duration: frames / 25, start_time: 0 };
  await transaction(async (tx) => {
    await Entity.create({ id, kind: "media", parentID: projectID, name });
    await tx
      .insertInto("media")
      .values({
        ...{ id, dtype: "video", state: "ready", ...none, ...video },
        ...{ variable: false, codec: "h264", rotation: 0, multi: null, live: null },
      })
      .execute();
  });
  return id;
}
