// First: it teaches zod about OpenAPI, before anything else makes a schema.
import "@hono/zod-openapi";
import { expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { Media } from "../../../core/src/media/index.ts";
import { Objects } from "../../../core/src/object/index.ts";
import { makeVideo } from "../frames/testing.ts";
import { client, useAPI } from "./testing.ts";

useAPI();

const DAY_MS = 86_400_000;

test("objects of media that nothing names any more go after a week, and no others", async () => {
  const owner = await client("Sue");
  const project = (await owner.post("/projects", { name: "Sweeping" })).body.id;
  const media = await makeVideo(owner, project, [144], 5);
  const row = { media_id: media, rendition: "720", part: 0, made_with: "x", frames: 5 };
  await query((db) =>
    db
      .insertInto("media_part")
      .values({ ...row, key: `media/${media}/parts/kept.mp4` })
      .execute(),
  );
  const { key, index_key: indexKey } = await query((db) =>
    db.selectFrom("media_rendition").selectAll().where("media_id", "=", media).executeTakeFirstOrThrow(),
  );
  const orphans = [`media/${media}/144-run_x-1.mp4`, `media/${media}/144-run_x-1.mp4.json`];
  const named = [key, indexKey ?? "", `media/${media}/parts/kept.mp4`];
  for (const one of [...orphans, ...named.slice(2)]) await Objects.put(one, "x", "video/mp4");
  const there = async (keys: string[]) => (await Promise.all(keys.map(Objects.head))).map((one) => one !== undefined);

  const soon = new Date(Date.now() + 6 * DAY_MS);
  expect(await Media.sweep({ after: "media/", now: soon })).toEqual({ removed: 0 });
  expect(await there(orphans)).toEqual([true, true]);
  const later = new Date(Date.now() + 8 * DAY_MS);
  expect(await Media.sweep({ after: "media/", now: later })).toEqual({ removed: 2 });
  expect([await there(orphans), await there(named)]).toEqual([
    [false, false],
    [true, true, true],
  ]);
  // From a place that is drawn, and behind the last key from the first on.
  await Objects.put(orphans[0] ?? "", "x", "video/mp4");
  expect(await Media.sweep({ after: "media/z", now: later })).toEqual({ removed: 1 });
  expect(await Media.sweep({ now: later })).toEqual({ removed: 0 });
});
