import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { everywhere } from "../entity/everywhere.ts";
import { Entity } from "../entity/index.ts";
import { walk } from "../entity/page.ts";
import { Objects } from "../object/index.ts";
import type * as Paging from "../paging/index.ts";
import { fn, must } from "../util/index.ts";
import { MediaDtype, MediaState } from "./schema.ts";
import { mediaState } from "./state.ts";

export const ListQuery = Entity.ListQuery.extend({
  projectID: z.string().optional(),
  /** With what lies in the projects inside it. */
  recursive: z.boolean().default(false),
  dtype: MediaDtype.optional(),
  state: MediaState.optional(),
  typeID: z.string().optional(),
});

/** Media in a list, with where its pictures are for five minutes. */
export const Item = Entity.Info.extend({
  dtype: MediaDtype,
  typeId: z.string().nullable(),
  state: MediaState,
  /** Of what is being made of it, from 0 to 1. */
  progress: z.number(),
  duration: z.number().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  frames: z.number().int().nullable(),
  thumbnailUrl: z.string().nullable(),
  previewUrl: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

/** Media that the actor sees, of one project, with what is inside it, or all. */
export const list = fn(ListQuery, async (asked): Promise<Paging.Page<Item>> => {
  const page = await entitiesOf(asked);
  const known = await detailsOf(page.items.map(({ id }) => id));
  return {
    ...page,
    items: await Promise.all(page.items.map((item) => toItem(item, must(known.get(item.id), item.id)))),
  };
});

async function entitiesOf({ projectID, recursive, dtype, state, typeID, ...asked }: z.output<typeof ListQuery>) {
  const kinds: Entity.Kind[] = ["media"];
  const isFiltered = dtype !== undefined || state !== undefined || typeID !== undefined;
  if (projectID === undefined && !isFiltered) return Entity.search({ ...asked, kinds });
  if (asked.q !== undefined && projectID !== undefined && !recursive && !isFiltered)
    return Entity.list({ ...asked, projectID, kinds });
  if (projectID !== undefined) await Access.require(projectID, "see");
  const seen = await Access.visibleEntities();
  const scopes = projectID === undefined ? undefined : await scopesIn(projectID, recursive);
  const source = everywhere(scopes ? { ...seen, scopes } : seen, kinds);
  const matching = sql<boolean>`exists (
    select from media m left join run r on r.id = m.run_id where m.id = e.id
      and (${dtype ?? null}::text is null or m.dtype = ${dtype ?? null})
      and (${typeID ?? null}::text is null or m.type_id = ${typeID ?? null})
      and (${state ?? null}::text is null or ${mediaState} = ${state ?? null}))`;
  return walk(asked, (after, ...rest) => source(sql<boolean>`${seen.condition} and ${matching} and ${after}`, ...rest));
}

/** Scopes of the project, and of those inside it. */
async function scopesIn(projectID: string, recursive: boolean): Promise<string[]> {
  if (!recursive) return [projectID];
  const rows = await query((db) =>
    sql<{ id: string }>`select scope_id as id from scope_above where ancestor_id = ${projectID}`.execute(db),
  );
  return rows.rows.map(({ id }) => id);
}

type Details = Pick<
  Item,
  "id" | "dtype" | "typeId" | "state" | "progress" | "duration" | "width" | "height" | "frames"
> & {
  thumbnail: string | null;
  preview: string | null;
  previewMime: string | null;
};

async function detailsOf(ids: string[]): Promise<Map<string, Details>> {
  if (ids.length === 0) return new Map();
  const found = await query((db) =>
    sql<Details>`
      select m.id, m.dtype, m.type_id as "typeId", ${mediaState} as state, m.duration, m.width, m.height, m.frames,
        case when r.state in ('queued', 'running') then coalesce((r.progress->>'fraction')::float8, 0) else 1 end as progress,
        t.key as thumbnail, p.key as preview, p.mime as "previewMime"
      from media m left join run r on r.id = m.run_id
      left join media_rendition t on t.media_id = m.id and t.name = 'thumbnail'
      left join media_rendition p on p.media_id = m.id and p.name = 'preview'
      where m.id = any (${ids}::text[])`.execute(db),
  );
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Looking at its pictures is reading it. */
async function toItem(entity: Entity.Info, { thumbnail, preview, previewMime, ...rest }: Details): Promise<Item> {
  const reads = entity.privileges.includes("read");
  const thumbnailUrl = reads && thumbnail !== null ? await pictureURL(thumbnail, "image/jpeg") : null;
  const previewUrl = reads && preview !== null ? await pictureURL(preview, previewMime ?? "video/mp4") : null;
  return { ...Entity.Info.parse(entity), ...rest, thumbnailUrl, previewUrl };
}

async function pictureURL(key: string, mime: string): Promise<string> {
  const contentType = mime.split(";")[0] ?? mime;
  return (await Objects.presignGet(key, { name: key.split("/").at(-1) ?? key, contentType, inline: true })).url;
}
