import { Trigger } from "@atrium/core/trigger";
import { z } from "@hono/zod-openapi";
import { once, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Algorithms"];
const Schema = z.object(Trigger.Info.shape).openapi("Trigger");
const changing = { actor: "signed-in", right: "edit", on: "project" } as const;

const list = route(
  { actor: "signed-in", right: "read", on: "project" },
  {
    method: "get",
    path: "/algorithms/{id}/triggers",
    summary: "What runs an algorithm by itself, and how that went",
    tags,
    request: { params: ID },
    responses: { 200: page(Schema, "TriggerPage") },
  },
);

const create = route(changing, {
  method: "post",
  path: "/algorithms/{id}/triggers",
  summary: "Run an algorithm by itself when media are ready, or annotated",
  description:
    "Over the media of the algorithm's project and those inside it, once nothing has happened to them for `waitSeconds`, together. It runs with the rights of whoever made or changed the trigger, which takes the right to execute. What algorithms write triggers it only with `chain`, and never where it or its algorithm led to that; at most eight runs follow from one another.",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(Trigger.Definition) },
  responses: { 201: json(Schema, "The trigger") },
});

const update = route(changing, {
  method: "patch",
  path: "/triggers/{id}",
  summary: "Change a trigger, or switch it off; from then on it runs as you",
  tags,
  request: { params: ID, headers: IfMatch, body: body(Trigger.Patch) },
  responses: { 200: json(Schema, "The trigger, changed") },
});

const remove = route(changing, {
  method: "delete",
  path: "/triggers/{id}",
  summary: "Take a trigger away",
  tags,
  request: { params: ID },
  responses: { 204: nothing("Deleted") },
});

const origin = route(
  { actor: "signed-in", right: "see", on: "run" },
  {
    method: "get",
    path: "/runs/{id}/origin",
    summary: "What started a run of an algorithm by itself, after what runs, and what runs came of it",
    tags,
    request: { params: ID },
    responses: { 200: json(z.object(Trigger.Origin.shape).openapi("RunOrigin"), "Of other runs, those that you see") },
  },
);

export const triggers = router()
  .openapi(origin, async (c) => c.json(await Trigger.originOf(c.req.valid("param").id), 200))
  .openapi(list, async (c) => c.json({ items: await Trigger.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: algorithmID } = c.req.valid("param");
    const trigger = c.req.valid("json");
    const { reference } = await once(c, { algorithmID, ...trigger }, async () => ({
      id: await Trigger.create({ algorithmID, trigger }),
    }));
    return c.json(tagged(c, await Trigger.get(reference.id)), 201);
  })
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Trigger.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Trigger.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Trigger.remove({ id: c.req.valid("param").id });
    return c.body(null, 204);
  });
