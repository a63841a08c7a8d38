import { Entity } from "@atrium/core/entity";
import { Model } from "@atrium/core/model";
import { z } from "@hono/zod-openapi";
import { described } from "./described.ts";
import { optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IfMatch, json, Link, ListQuery, nothing, route, router, tagged } from "./respond.ts";
import { ItemPage } from "./search.ts";

const tags = ["Models"];
const Schema = z.object(Model.Info.shape).openapi("Model");
const Brief = z.object(Model.Brief.shape).openapi("ModelBrief");
const Suggestion = z.object(Model.Suggestion.shape).openapi("ModelSuggestion");

const list = route(
  { actor: "anyone", right: "see", on: "project" },
  {
    method: "get",
    path: "/models",
    summary: "Models you see, of one project or all",
    description:
      "A model is trained by running the function `train`: `POST /functions/fun_00000000000000000000000002/runs`.",
    tags,
    request: { query: ListQuery.extend({ projectId: z.string().max(64).optional() }) },
    responses: { 200: ItemPage },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "model" },
  {
    method: "get",
    path: "/models/{id}",
    summary: "A model: what it predicts from what, what it is worth, what it was made of",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The model") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "model" },
  {
    method: "patch",
    path: "/models/{id}",
    summary: "Change name, description or tags",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Entity.Patch) },
    responses: { 200: json(Schema, "The model, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "model" },
  {
    method: "delete",
    path: "/models/{id}",
    summary: "Put a model into the trash",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "model" },
  {
    method: "post",
    path: "/models/{id}/restore",
    summary: "Take a model back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The model") },
  },
);

const download = route(
  { actor: "anyone", right: "transfer", on: "model" },
  {
    method: "get",
    path: "/models/{id}/download",
    summary: "A URL for the model's ONNX file, for five minutes",
    tags,
    request: { params: ID },
    responses: { 200: json(Link, "Where the bytes are") },
  },
);

const others = route(
  { actor: "anyone", right: "read", on: "model" },
  {
    method: "get",
    path: "/models/{id}/others",
    summary: "Models of the same table or the same outcome, to compare it with, newest first",
    tags,
    request: { params: ID },
    responses: { 200: json(z.object({ items: z.array(Brief) }), "At most fifty") },
  },
);

const forTable = route(
  { actor: "anyone", right: "read", on: "table" },
  {
    method: "get",
    path: "/tables/{id}/models",
    summary: "Models whose features are columns of the table, those that lack nothing first",
    description:
      "Columns are found by name, whatever its case, and type. `missing` says what of a model's features the table lacks.",
    tags,
    request: { params: ID },
    responses: { 200: json(z.object({ items: z.array(Suggestion) }), "At most fifty") },
  },
);

const predict = described(
  { actor: "signed-in", right: "read", on: "model" },
  {
    method: "post",
    path: "/models/{id}/predict",
    summary: "What the model predicts for some rows, at once",
    description:
      "At most 1,000 rows. Every feature has to be named in every row; null is a missing value, and a category the model does not know counts as none, both as in training. For a whole table run the model's function.",
    tags,
    request: {
      params: ID,
      body: body(z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())).min(1).max(1_000) })),
    },
    responses: {
      200: json(
        z.object({
          items: z.array(
            z.object({
              prediction: z.union([z.string(), z.number(), z.boolean()]),
              probabilities: z.record(z.string(), z.number()).optional(),
            }),
          ),
        }),
        "A prediction for each row, in their order",
      ),
    },
  },
  "Scores",
);

export const models = router()
  .openapi(list, async (c) => {
    const { projectId, ...asked } = c.req.valid("query");
    const query = { ...asked, kinds: ["model"] as ["model"] };
    return c.json(projectId ? await Entity.list({ ...query, projectID: projectId }) : await Entity.search(query), 200);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Model.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.get(id, "model");
    await Entity.update({ id, kind: "model", revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Model.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    await Entity.remove({ id: c.req.valid("param").id, kind: "model", revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "model" });
    return c.json(tagged(c, await Model.get(id)), 200);
  })
  .openapi(download, async (c) => c.json(await Model.download(c.req.valid("param").id), 200))
  .openapi(others, async (c) => c.json({ items: await Model.others(c.req.valid("param").id) }, 200))
  .openapi(forTable, async (c) => c.json({ items: await Model.forTable(c.req.valid("param").id) }, 200));

models.openAPIRegistry.registerPath(predict);
