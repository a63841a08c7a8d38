import { idPattern } from "@atrium/core/id";
import { Run } from "@atrium/core/run";
import { Schedule } from "@atrium/core/schedule";
import { z } from "@hono/zod-openapi";
import { once, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, ListQuery, nothing, page, route, router, tagged } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Schedules"];
const Schema = z.object(Schedule.Info.shape).openapi("Schedule");

const list = route(
  { actor: "signed-in", right: "read", on: "project" },
  {
    method: "get",
    path: "/",
    summary: "Schedules of the projects you see",
    tags,
    request: {
      query: ListQuery.pick({ limit: true }).extend({
        cursor: z.string().regex(idPattern("schedule"), "Not a cursor of this list").optional(),
        projectId: z.string().max(64).optional(),
        functionId: z.string().max(64).optional(),
      }),
    },
    responses: { 200: page(Schema, "SchedulePage") },
  },
);

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Run a function at set times",
    tags,
    request: { headers: IdempotencyKey, body: body(Schedule.Create) },
    responses: { 201: json(Schema, "The schedule") },
  },
);

const get = route(
  { actor: "signed-in", right: "read", on: "project" },
  {
    method: "get",
    path: "/{id}",
    summary: "A schedule and its next times",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The schedule") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "project" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change a schedule; from then on it runs as you",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Schedule.Patch) },
    responses: { 200: json(Schema, "The schedule, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "edit", on: "project" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Delete a schedule",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Deleted; it can be restored") },
  },
);

const restore = route(
  { actor: "signed-in", right: "edit", on: "project" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a deletion back; the schedule is switched off",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The schedule") },
  },
);

const run = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/{id}/runs",
    summary: "Run it now, as you",
    tags,
    request: { params: ID, headers: IdempotencyKey },
    responses: { 202: json(RunSchema, "The run") },
  },
);

export const schedules = router()
  .openapi(list, async (c) => {
    const { projectId: projectID, functionId: functionID, ...rest } = c.req.valid("query");
    return c.json(await Schedule.list({ projectID, functionID, ...rest }), 200);
  })
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Schedule.create(input) }));
    return c.json(tagged(c, await Schedule.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Schedule.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Schedule.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Schedule.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Schedule.remove(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Schedule.restore(id);
    return c.json(tagged(c, await Schedule.get(id)), 200);
  })
  .openapi(run, async (c) => {
    const { id } = c.req.valid("param");
    const { reference } = await once(c, { id }, async () => ({ runID: await Schedule.runNow(id) }));
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json(await Run.get(reference.runID), 202);
  });
