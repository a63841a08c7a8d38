import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { welcomed } from "../attribute/welcomed.ts";
import { record } from "../audit/record.ts";
import { lock } from "../bulk/chosen.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { requirePlace } from "../project/place.ts";
import { fn, must } from "../util/index.ts";

const MOST = 500;
export const Clone = z.strictObject({
  ids: z.array(z.string().max(64)).min(1).max(MOST),
  projectId: z.string().max(64),
});

/** The same media in another project: rows, which share the bytes, so that it takes as long for a terabyte as for nothing. */
export const clone = fn(Clone, ({ ids, projectId }) =>
  transaction(async (tx): Promise<string[]> => {
    const rows = await lock(tx, { ids, count: ids.length, kind: "media" }, "transfer");
    for (const { privileges } of rows) Access.check(privileges, "read");
    const to = must((await requirePlace({ parentId: projectId })).parentID, "project to clone to");
    await refuseUnfinished(ids);
    const made = rows.map(() => createID("media"));
    const attributes = (await welcomed(rows, { kind: "media", to })).map((one) => JSON.stringify(one));
    const pairs = sql`unnest(${ids}::text[], ${made}::text[], ${attributes}::text[]) as w (old_id, new_id, attributes)`;
    await sql`
      insert into entity (id, kind, parent_id, scope_id, slug, name, description, attributes, tags, created_by)
      select w.new_id, e.kind, ${to}, ${to}, e.slug, e.name, e.description, w.attributes::jsonb, e.tags, ${Actor.userID()}
      from ${pairs} join entity e on e.id = w.old_id`.execute(tx);
    // A type of media is the project's own; where it does not hold, a clone has none.
    await sql`
      insert into media (id, dtype, type_id, file_id, fingerprint, state, width, height, frames, fps_num, fps_den, duration,
        start_time, variable, codec, rotation, probe, problems, source_url, multi, live)
      select w.new_id, m.dtype, t.id, m.file_id, m.fingerprint, m.state, m.width, m.height, m.frames, m.fps_num, m.fps_den,
        m.duration, m.start_time, m.variable, m.codec, m.rotation, m.probe, m.problems, m.source_url, m.multi, m.live
      from ${pairs} join media m on m.id = w.old_id
      left join media_type t on t.id = m.type_id and t.project_id in (
        select ancestor_id from scope_above where scope_id = ${to})`.execute(tx);
    await sql`
      insert into media_rendition (media_id, name, role, key, index_key, bytes, width, height, frames, codec, mime, bit_rate,
        sha256, details)
      select w.new_id, r.name, r.role, r.key, r.index_key, r.bytes, r.width, r.height, r.frames, r.codec, r.mime, r.bit_rate,
        r.sha256, r.details
      from ${pairs} join media_rendition r on r.media_id = w.old_id`.execute(tx);
    await record({ type: "media.cloned", entityID: to, parameters: { ids, made, count: made.length } });
    return made;
  }),
);

/** What is still being made would be missing in the clone for ever. */
const refuseUnfinished = (ids: string[]): Promise<void> =>
  transaction(async (tx) => {
    const open = await tx
      .selectFrom("media as m")
      .innerJoin("run as r", "r.id", "m.run_id")
      .select("m.id")
      .where("m.id", "in", ids)
      .where("r.state", "in", ["queued", "running"])
      .executeTakeFirst();
    if (!open) return;
    throw new AppError("conflict", "media.processing", "Some are still being made. Clone them when they are ready.", {
      fields: [{ path: `/ids/${ids.indexOf(open.id)}`, message: "Is still being made" }],
    });
  });
