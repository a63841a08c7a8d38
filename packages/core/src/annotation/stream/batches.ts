import { type RawBuilder, sql } from "kysely";
import { query } from "../../database/index.ts";
import { tableOf } from "../rows.ts";
import type { Kind } from "../schema.ts";
import { type Selected, type Selection, select } from "../select.ts";

/** Batches this large keep the share of round trips small and the memory flat. */
const BATCH_ROWS = 16_384;

type Strings = (string | null)[];
type Numbers = (number | null)[];
/** Annotations as columns: PostgreSQL makes one text of each, which is read many times faster than row by row. */
export type Batch = {
  kind: Kind;
  rows: number;
  id: number[];
  elemental_id: string[];
  type_id: string[];
  layer_id: string[];
  frame: Numbers;
  end_frame: Numbers;
  x: Numbers;
  y: Numbers;
  width: Numbers;
  height: Numbers;
  u: Numbers;
  v: Numbers;
  points: Strings;
  attributes: string[];
  track_ids: Strings;
  mark: number[];
  key: (boolean | null)[];
  modified_at: number[];
};

type Asked = Omit<Selection, "kind" | "projectID" | "mediaID"> & { mediaID: string };

/**
 * All annotations of a media that the actor sees: localizations in the order of layers and frames, then states. What the actor may see
 * is settled before the first batch: who reads the batches is not somebody.
 */
export async function batches({ frames, ...asked }: Asked): Promise<AsyncGenerator<Batch>> {
  const localizations = await select({ ...asked, frames, kind: "localization" });
  // Whatever frames are asked for: a track says where it is by its members.
  const states = await select({ ...asked, kind: "state" });
  return all(localizations, states, await tracksOf(states));
}

async function* all(localizations: Selected, states: Selected, tracks: Map<string, string>): AsyncGenerator<Batch> {
  for await (const batch of walk("localization", localizations, DRAWN, ["layer_id", "frame", "id"])) {
    if (tracks.size > 0) batch.track_ids = batch.elemental_id.map((id) => tracks.get(id) ?? null);
    yield batch;
  }
  yield* walk("state", states, SAID, ["layer_id", "id"]);
}

const none = sql`null::integer`;
const DRAWN: Record<string, RawBuilder<unknown>> = Object.fromEntries([
  ...["frame", "x", "y", "width", "height", "u", "v", "key"].map((name) => [name, sql.ref(`l.${name}`)]),
  ["end_frame", none],
  ["points", sql`l.points::text`],
  ["track_ids", sql`null::text`],
]);
const SAID: Record<string, RawBuilder<unknown>> = {
  ...Object.fromEntries(["x", "y", "width", "height", "u", "v", "key", "points"].map((name) => [name, none])),
  frame: sql`l.frame`,
  end_frame: sql`l.end_frame`,
  // Of a track its members: what is a track's has its id, and the other way round.
  track_ids: sql`case when l.localization_ids = '{}' then null else to_json(l.localization_ids)::text end`,
};
const COMMON: Record<string, RawBuilder<unknown>> = {
  ...Object.fromEntries(
    ["id", "elemental_id", "type_id", "layer_id", "mark"].map((name) => [name, sql.ref(`l.${name}`)]),
  ),
  attributes: sql`l.attributes::text`,
  modified_at: sql`floor(extract(epoch from l.modified_at) * 1000)`,
};

/** Along an index, batch by batch, each a query of its own: a client that reads slowly keeps no transaction open. */
async function* walk(
  kind: Kind,
  { layers, condition }: Selected,
  columns: Record<string, RawBuilder<unknown>>,
  keys: string[],
): AsyncGenerator<Batch> {
  const order = sql.join(keys.map((key) => sql.ref(`l.${key}`)));
  const told = Object.entries({ ...COMMON, ...columns }).map(([name, by]) => sql`json_agg(${by}) as ${sql.ref(name)}`);
  let after: RawBuilder<unknown> = sql`true`;
  for (;;) {
    const found = await query((db) =>
      sql<Omit<Batch, "kind">>`
        select count(*) as rows, ${sql.join(told)} from (
          select l.* from ${tableOf(kind)} l where l.layer_id = any (${layers}::text[]) and ${condition} and ${after}
          order by ${order} limit ${BATCH_ROWS}) l`.execute(db),
    );
    const [batch] = found.rows;
    if (!batch || batch.rows === 0) return;
    yield { ...batch, kind };
    if (batch.rows < BATCH_ROWS) return;
    const last = keys.map((key) => (batch[key as keyof typeof batch] as (string | number)[])[batch.rows - 1]);
    after = sql`(${order}) > (${sql.join(last.map((value) => sql`${value}`))})`;
  }
}

/** The tracks of each localization, as JSON. */
async function tracksOf({ layers, condition }: Selected): Promise<Map<string, string>> {
  const found = await query((db) =>
    sql<{ track: string; members: string[] }>`
      select l.elemental_id as track, to_json(l.localization_ids) as members from state l
      where l.layer_id = any (${layers}::text[]) and ${condition} and l.localization_ids <> '{}'`.execute(db),
  );
  const tracks = new Map<string, string[]>();
  for (const { track, members } of found.rows)
    for (const member of members) tracks.set(member, [...(tracks.get(member) ?? []), track]);
  return new Map([...tracks].map(([id, ids]) => [id, JSON.stringify(ids)]));
}
