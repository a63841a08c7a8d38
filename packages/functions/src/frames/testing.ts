import { Config } from "@atrium/core/config";
import { secret } from "@atrium/core/secret";
import { query } from "../../../core/src/database/index.ts";
import { storeNumbered } from "../../../core/src/frame/testing.ts";
import { Objects } from "../../../core/src/object/index.ts";
import { type Client, upload } from "../api/testing.ts";
import { app } from "./app.ts";

// Only for tests.

/** A video of a project with renditions whose frames carry their numbers, as a transcode would leave it. */
export async function makeVideo(by: Client, projectID: string, heights: number[], frames: number): Promise<string> {
  const file = await upload(by, projectID, "dive.gif", "GIF89a");
  const { media } = (await by.post("/media", { projectId: projectID, fileId: file.body.id })).body;
  const size = { width: 1_280, height: 720, frames, fps_num: 30_000, fps_den: 1_001, duration: 3.3, codec: "h264" };
  await query((db) =>
    db
      .updateTable("media")
      .set({ ...size, dtype: "video", state: "ready" })
      .where("id", "=", media.id)
      .execute(),
  );
  for (const height of heights) await addRendition(media.id, height, frames);
  return media.id;
}

async function addRendition(mediaID: string, height: number, frames: number): Promise<void> {
  const width = Math.round((height * 16) / 9 / 2) * 2;
  const { key, index, remove } = await storeNumbered({ width, height, frames, every: 30 });
  await remove();
  const indexKey = `${key}.json`;
  await Objects.putJSON(indexKey, index);
  const what = {
    media_id: mediaID,
    name: `${height}`,
    role: "streaming",
    mime: 'video/mp4; codecs="avc1.42c00b"',
  } as const;
  const rest = { bytes: 1, width, height, frames, codec: "h264", bit_rate: null, sha256: null, details: "{}" };
  await query((db) =>
    db
      .insertInto("media_rendition")
      .values({ ...what, ...rest, key, index_key: indexKey })
      .execute(),
  );
}

export type Answer = { status: number; headers: Headers; bytes: Buffer };

/** A request to the function, as the front door passes it on. */
export async function ask(
  by: Client,
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = {
    "x-origin-secret": await secret(Config.originSecretARN()),
    authorization: `Bearer ${by.key}`,
    ...init.headers,
  };
  const response = await app.request(`/api/v1${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
