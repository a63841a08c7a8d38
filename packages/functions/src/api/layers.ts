import { Annotation } from "@atrium/core/annotation";
import { Layer } from "@atrium/core/layer";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Layers"];
const Schema = z.object(Layer.Info.shape).openapi("Layer");

const list = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/projects/{id}/layers",
    summary: "Layers that media of the project are annotated on, its own and those of the projects around it",
    tags,
    request: { params: ID },
    responses: { 200: page(Schema, "LayerPage") },
  },
);

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/projects/{id}/layers",
    summary: "Add a layer, drawn over others if it is to correct them",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Layer.Create) },
    responses: { 201: json(Schema, "The layer") },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "layer" },
  {
    method: "get",
    path: "/layers/{id}",
    summary: "A layer",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The layer") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "layer" },
  {
    method: "patch",
    path: "/layers/{id}",
    summary: "Change its name, description, or what it lies over",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Layer.Patch) },
    responses: { 200: json(Schema, "The layer, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "layer" },
  {
    method: "delete",
    path: "/layers/{id}",
    summary: "Put a layer that nothing lies on into the trash",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "layer" },
  {
    method: "post",
    path: "/layers/{id}/restore",
    summary: "Take a layer back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The layer") },
  },
);

const Other = ID.extend({ otherId: z.string().max(64) });

const compare = route(
  { actor: "anyone", right: "read", on: "layer" },
  {
    method: "get",
    path: "/layers/{id}/compare/{otherId}",
    summary: "What a layer says otherwise than another: added, changed, deleted",
    tags,
    request: {
      params: Other,
      query: z.object({
        kind: Annotation.Kind.default("localization"),
        cursor: z.uuid().optional(),
        limit: z.coerce.number().int().min(1).max(1_000).optional(),
      }),
    },
    responses: { 200: page(z.object(Annotation.Difference.shape).openapi("LayerDifference"), "LayerDifferencePage") },
  },
);

const merge = route(
  { actor: "signed-in", right: "edit", on: "layer" },
  {
    method: "post",
    path: "/layers/{id}/merge/{otherId}",
    summary: "Write what a layer says otherwise onto another, all of it or what is named",
    tags,
    request: {
      params: Other,
      body: body(z.strictObject({ elementalIds: z.array(z.uuid()).min(1).max(100_000).optional() })),
    },
    responses: {
      200: json(z.object({ localizations: z.number().int(), states: z.number().int() }), "How many were written"),
    },
  },
);

export const layers = router()
  .openapi(compare, async (c) => {
    const { id: layerID, otherId: otherID } = c.req.valid("param");
    const { cursor: after, ...rest } = c.req.valid("query");
    return c.json(await Annotation.compare({ layerID, otherID, after, ...rest }), 200);
  })
  .openapi(merge, async (c) => {
    const { id: layerID, otherId: otherID } = c.req.valid("param");
    const { elementalIds: elementalIDs } = c.req.valid("json");
    return c.json(await Annotation.mergeInto({ layerID, otherID, elementalIDs }), 200);
  })
  .openapi(list, async (c) => c.json({ items: await Layer.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const layer = c.req.valid("json");
    const { reference } = await once(c, layer, async () => ({ id: await Layer.create({ projectID, layer }) }));
    return c.json(tagged(c, await Layer.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Layer.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Layer.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Layer.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Layer.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Layer.restore(id);
    return c.json(tagged(c, await Layer.get(id)), 200);
  });
