import { Entity } from "@atrium/core/entity";
import { Media } from "@atrium/core/media";
import { Run } from "@atrium/core/run";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import {
  body,
  Flag,
  ID,
  IdempotencyKey,
  IfMatch,
  json,
  ListQuery,
  nothing,
  page,
  route,
  router,
  tagged,
} from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Media"];
export const MediaSchema = z.object(Media.Info.shape).openapi("Media");
const MediaItem = z.object(Media.Item.shape).openapi("MediaItem");

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Make media of a file that is a video or a picture",
    description:
      "The file stays what it is. Renditions are made of it by the run, and can be looked at one by one as they come.",
    tags,
    request: { headers: IdempotencyKey, body: body(Media.Create) },
    responses: {
      202: json(z.object({ media: MediaSchema, run: RunSchema }), "The media, and the run that makes its renditions"),
    },
  },
);

const list = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/",
    summary: "Media you see, of one project, of a playlist or all, with where their pictures are for five minutes",
    tags,
    request: {
      query: ListQuery.extend({
        projectId: z.string().max(64).optional(),
        recursive: Flag.optional(),
        dtype: Media.MediaDtype.optional(),
        state: Media.MediaState.optional(),
        typeId: z.string().max(64).optional(),
        playlistId: z.string().max(64).optional(),
      }),
    },
    responses: { 200: page(MediaItem, "MediaPage") },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "media" },
  {
    method: "get",
    path: "/{id}",
    summary: "A video or picture: size, frames, renditions, what went wrong",
    tags,
    request: { params: ID },
    responses: { 200: json(MediaSchema, "The media") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "media" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change name, description, tags or attributes, what is shown side by side, or where streams are",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Media.Change) },
    responses: { 200: json(MediaSchema, "The media, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "media" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put media into the trash; what is being made of it is stopped",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "media" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take media back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(MediaSchema, "The media") },
  },
);

const repair = route(
  { actor: "signed-in", right: "edit", on: "media" },
  {
    method: "post",
    path: "/{id}/repair",
    summary: "Make what is missing of its renditions; those that are there stay",
    tags,
    request: { params: ID, headers: IdempotencyKey },
    responses: {
      202: json(z.object({ media: MediaSchema, run: RunSchema }), "The media, and the run that makes them"),
    },
  },
);

const around = route(
  { actor: "anyone", right: "see", on: "media" },
  {
    method: "get",
    path: "/{id}/around",
    summary: "Which media come before and after it in its project, by name",
    tags,
    request: { params: ID },
    responses: { 200: json(z.object(Media.Around.shape).openapi("MediaAround"), "Its neighbours") },
  },
);

const urls = route(
  { actor: "anyone", right: "read", on: "media" },
  {
    method: "post",
    path: "/{id}/urls",
    summary: "Where renditions can be read, for five minutes",
    description:
      "Without names, all that may be looked at. The archival copy and the `original` take the right to transfer. Beside a streaming rendition lies an index of its segments.",
    tags,
    request: {
      params: ID,
      body: body(
        z.strictObject({
          renditions: z.array(z.string().max(100)).min(1).max(100).optional(),
          disposition: z.enum(["inline", "attachment"]).optional(),
        }),
      ),
    },
    responses: {
      200: json(z.object({ items: z.array(z.object(Media.Url.shape).openapi("MediaUrl")) }), "Where they are"),
    },
  },
);

const hls = route(
  { actor: "anyone", right: "read", on: "media" },
  {
    method: "get",
    path: "/{id}/hls/{playlist}",
    summary: "A playlist for players of HLS",
    description:
      "`master.m3u8` names the others, one for each rendition that streams. Segments are byte ranges of one file; their addresses hold as long as it takes to watch it.",
    tags,
    request: { params: ID.extend({ playlist: z.string().regex(/^[a-z0-9]{1,50}\.m3u8$/) }) },
    responses: {
      200: { description: "The playlist", content: { "application/vnd.apache.mpegurl": { schema: z.string() } } },
    },
  },
);

export const media = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, () => Media.create(input));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json({ media: await Media.get(reference.mediaID), run: await Run.get(reference.runID) }, 202);
  })
  .openapi(list, async (c) => {
    const { projectId, typeId, playlistId, ...asked } = c.req.valid("query");
    const place = { projectID: projectId, typeID: typeId, playlistID: playlistId };
    return c.json(await Media.list({ ...asked, ...place }), 200);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Media.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Media.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Media.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Media.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "media" });
    return c.json(tagged(c, await Media.get(id)), 200);
  })
  .openapi(repair, async (c) => {
    const { id } = c.req.valid("param");
    const { reference } = await once(c, {}, () => Media.repair(id));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json({ media: await Media.get(id), run: await Run.get(reference.runID) }, 202);
  })
  .openapi(around, async (c) => c.json(await Media.around(c.req.valid("param").id), 200))
  .openapi(urls, async (c) =>
    c.json({ items: await Media.urls({ id: c.req.valid("param").id, ...c.req.valid("json") }) }, 200),
  )
  .openapi(hls, async (c) => {
    const { id, playlist } = c.req.valid("param");
    const text = await Media.playlist({ id, name: playlist.replace(".m3u8", "") });
    return c.body(text, 200, {
      "content-type": "application/vnd.apache.mpegurl",
      "cache-control": "private, no-store",
    });
  });
