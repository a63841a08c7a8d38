import { Attribute } from "@atrium/core/attribute";
import { Bulk } from "@atrium/core/bulk";
import { Entity } from "@atrium/core/entity";
import { ImportUrl } from "@atrium/core/import-url";
import { Media } from "@atrium/core/media";
import { Run } from "@atrium/core/run";
import { z } from "@hono/zod-openapi";
import { MediaSchema } from "./media.ts";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, route, router } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Media"];
const Changed = json(z.object({ count: z.number().int() }), "How many were changed");
const Chosen = z.strictObject(Bulk.Chosen);
const together =
  "All of them or none, and one event. `count` is how many you believe these are; where it is not the number of ids, nothing happens.";
const kind = "media" as const;

const folders = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/media/folders",
    summary: "The projects that media lie in, with how many lie in each itself",
    description: "At most 500, by name: the project asked for with those inside it, or all that you see.",
    tags,
    request: { query: z.object({ projectId: z.string().max(64).optional() }) },
    responses: { 200: json(z.object({ items: z.array(Media.Folder.openapi("MediaFolder")) }), "Folders") },
  },
);

const edit = route(
  { actor: "signed-in", right: "edit", on: "media" },
  {
    method: "patch",
    path: "/media",
    summary: "Set attributes and tags of many media",
    description: together,
    tags,
    request: {
      body: body(
        Chosen.extend(Entity.Patch.pick({ attributes: true, resetAttributes: true, tags: true }).shape).openapi(
          "MediaBulkPatch",
        ),
      ),
    },
    responses: { 200: Changed },
  },
);

const move = route(
  { actor: "signed-in", right: "remove", on: "media" },
  {
    method: "post",
    path: "/media/move",
    summary: "Put many media into another project",
    description: together,
    tags,
    request: {
      body: body(Chosen.extend({ projectId: z.string().max(64), attributes: Attribute.Given.optional() })),
    },
    responses: { 200: Changed },
  },
);

const trash = route(
  { actor: "signed-in", right: "remove", on: "media" },
  {
    method: "post",
    path: "/media/trash",
    summary: "Put many media into the trash",
    description: together,
    tags,
    request: { body: body(Chosen) },
    responses: { 200: Changed },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "media" },
  {
    method: "post",
    path: "/media/restore",
    summary: "Take many media back out of the trash",
    description: together,
    tags,
    request: { body: body(Chosen) },
    responses: { 200: Changed },
  },
);

const clone = route(
  { actor: "signed-in", right: "transfer", on: "media" },
  {
    method: "post",
    path: "/media/clone",
    summary: "The same media in another project, sharing their bytes",
    description:
      "At most 500. A clone keeps its renditions when the original goes; annotations stay with the original.",
    tags,
    request: { headers: IdempotencyKey, body: body(Media.Clone) },
    responses: { 201: json(z.object({ ids: z.array(z.string()) }), "The clones, in order") },
  },
);

const importUrl = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/media/import",
    summary: "Fetch a video or a picture from an address",
    description:
      "Only https on the public internet; where the address leads on to is held to the same. The run makes a file of it, and media of the file, which its outputs name.",
    tags,
    request: { headers: IdempotencyKey, body: body(ImportUrl.Create) },
    responses: { 202: json(z.object({ run: RunSchema }), "The run that fetches it") },
  },
);

const multi = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/media/multi",
    summary: "Show several videos side by side, as one",
    tags,
    request: { headers: IdempotencyKey, body: body(Media.NewMulti) },
    responses: { 201: json(MediaSchema, "The media") },
  },
);

const live = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/media/live",
    summary: "A place for cameras that send as long as somebody looks",
    tags,
    request: { headers: IdempotencyKey, body: body(Media.NewLive) },
    responses: { 201: json(MediaSchema, "The media") },
  },
);

const attach = route(
  { actor: "signed-in", right: "edit", on: "media" },
  {
    method: "post",
    path: "/media/{id}/attachments",
    summary: "Put a file beside media",
    tags,
    request: { params: ID, body: body(Media.Attach) },
    responses: { 201: json(MediaSchema, "The media, with it among its renditions") },
  },
);

const detach = route(
  { actor: "signed-in", right: "edit", on: "media" },
  {
    method: "delete",
    path: "/media/{id}/attachments/{name}",
    summary: "Take an attachment away; the file stays",
    tags,
    request: { params: ID.extend({ name: z.string().max(255) }) },
    responses: { 204: nothing("Taken away") },
  },
);

export const mediaLibrary = router()
  .openapi(folders, async (c) =>
    c.json({ items: await Media.folders({ projectID: c.req.valid("query").projectId }) }, 200),
  )
  .openapi(edit, async (c) => {
    const { ids, count, ...patch } = c.req.valid("json");
    return c.json(await Bulk.edit({ kind, ids, count, patch }), 200);
  })
  .openapi(move, async (c) => {
    const { projectId, ...chosen } = c.req.valid("json");
    return c.json(await Bulk.move({ kind, ...chosen, projectID: projectId }), 200);
  })
  .openapi(trash, async (c) => c.json(await Bulk.remove({ kind, ...c.req.valid("json") }), 200))
  .openapi(restore, async (c) => c.json(await Bulk.restore({ kind, ...c.req.valid("json") }), 200))
  .openapi(clone, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ ids: (await Media.clone(input)).join(",") }));
    return c.json({ ids: reference.ids.split(",") }, 201);
  })
  .openapi(importUrl, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, () => ImportUrl.create(input));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json({ run: await Run.get(reference.runID) }, 202);
  })
  .openapi(multi, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Media.createMulti(input) }));
    return c.json(await Media.get(reference.id), 201);
  })
  .openapi(live, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Media.createLive(input) }));
    return c.json(await Media.get(reference.id), 201);
  })
  .openapi(attach, async (c) => {
    const { id } = c.req.valid("param");
    await Media.attach({ id, ...c.req.valid("json") });
    return c.json(await Media.get(id), 201);
  })
  .openapi(detach, async (c) => {
    await Media.detach(c.req.valid("param"));
    return c.body(null, 204);
  });
