import { Algorithm } from "@atrium/core/algorithm";
import { Run } from "@atrium/core/run";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Algorithms"];
const Schema = z.object(Algorithm.Info.shape).openapi("Algorithm");
const BatchSchema = z.object(Algorithm.Batch.shape).openapi("AlgorithmBatch");
const changing = { actor: "signed-in", right: "edit", on: "project" } as const;
const reading = { actor: "signed-in", right: "read", on: "project" } as const;

const list = route(reading, {
  method: "get",
  path: "/projects/{id}/algorithms",
  summary: "What can be run over media in a project: its own algorithms and those of the projects around it",
  tags,
  request: { params: ID },
  responses: { 200: page(Schema, "AlgorithmPage") },
});

const create = route(changing, {
  method: "post",
  path: "/projects/{id}/algorithms",
  summary: "Register a script as an algorithm: how many media a job gets, and what it may use",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(Algorithm.Definition) },
  responses: { 201: json(Schema, "The algorithm") },
});

const get = route(reading, {
  method: "get",
  path: "/algorithms/{id}",
  summary: "An algorithm, with what it is asked for",
  tags,
  request: { params: ID },
  responses: { 200: json(Schema, "The algorithm") },
});

const update = route(changing, {
  method: "patch",
  path: "/algorithms/{id}",
  summary: "Change an algorithm; runs that are under way keep what they began with",
  tags,
  request: { params: ID, headers: IfMatch, body: body(Algorithm.Patch) },
  responses: { 200: json(Schema, "The algorithm, changed") },
});

const remove = route(changing, {
  method: "delete",
  path: "/algorithms/{id}",
  summary: "Take an algorithm away; its script and its runs stay",
  tags,
  request: { params: ID, headers: IfMatch },
  responses: { 204: nothing("Deleted") },
});

const Started = z
  .object({ run: RunSchema, layerId: z.string(), media: z.number().int(), batches: z.number().int() })
  .openapi("AlgorithmStarted");

const start = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/algorithms/{id}/runs",
    summary: "Run an algorithm over media, in batches",
    description:
      "Over `mediaIds`, or over what a `query` finds, as the list of media takes it; then `count` says how many these are believed to be, and where they are not, nothing begins. It takes the right to execute its script, and to edit the media and the layer that it writes on: the one named, a new one of a `name`, or the project's first.",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Algorithm.Start.openapi("AlgorithmStart")) },
    responses: { 202: json(Started, "The run, under way") },
  },
);

const runs = route(reading, {
  method: "get",
  path: "/algorithms/{id}/runs",
  summary: "The latest runs of an algorithm that you see, newest first",
  tags,
  request: { params: ID },
  responses: { 200: page(RunSchema, "RunPage") },
});

const batches = route(
  { actor: "signed-in", right: "read", on: "run" },
  {
    method: "get",
    path: "/runs/{id}/batches",
    summary: "The batches of a run of an algorithm: their media, what was written, or why not",
    tags,
    request: { params: ID },
    responses: { 200: page(BatchSchema, "AlgorithmBatchPage") },
  },
);

export const algorithms = router()
  .openapi(list, async (c) => c.json({ items: await Algorithm.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const algorithm = c.req.valid("json");
    const { reference } = await once(c, algorithm, async () => ({
      id: await Algorithm.create({ projectID, algorithm }),
    }));
    return c.json(tagged(c, await Algorithm.get(reference.id)), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Algorithm.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Algorithm.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Algorithm.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Algorithm.remove({ id: c.req.valid("param").id, revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(start, async (c) => {
    const { id } = c.req.valid("param");
    const asked = c.req.valid("json");
    const { reference } = await once(c, { id, ...asked }, async () => {
      await Run.refuseTooMany();
      const { runID: runId, layerID: layerId, media, batches: n } = await Algorithm.start({ id, asked });
      return { runId, layerId, media: `${media}`, batches: `${n}` };
    });
    const { layerId } = reference;
    const started = { layerId, media: Number(reference.media), batches: Number(reference.batches) };
    return c.json({ run: await Run.get(reference.runId), ...started }, 202);
  })
  .openapi(runs, async (c) => c.json({ items: await Algorithm.lastRuns(c.req.valid("param").id), next: null }, 200))
  .openapi(batches, async (c) => c.json({ items: await Algorithm.batches(c.req.valid("param").id), next: null }, 200));
