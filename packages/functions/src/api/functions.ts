import { Call } from "@atrium/core/call";
import { Functions } from "@atrium/core/function";
import { Run } from "@atrium/core/run";
import { Signatures } from "@atrium/core/signature";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, page, route, router } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Functions"];
const Schema = z.object(Functions.Info.shape).openapi("Function");

const list = route(
  { actor: "signed-in", keyOfProject: true },
  {
    method: "get",
    path: "/",
    summary: "Functions you may run",
    description:
      "By name; what comes with the program stands on the first page, before the scripts, notebooks and models.",
    tags,
    request: {
      query: ListQuery.omit({ sort: true, count: true }).extend({
        kind: Functions.FunctionKind.optional(),
        projectId: z.string().max(64).optional(),
      }),
    },
    responses: { 200: page(Schema, "FunctionPage") },
  },
);

const get = route(
  { actor: "signed-in", keyOfProject: true },
  {
    method: "get",
    path: "/{id}",
    summary: "A function and its signature",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The function") },
  },
);

const run = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/{id}/runs",
    summary: "Run a function",
    tags,
    request: {
      params: ID,
      headers: IdempotencyKey,
      body: body(
        z.strictObject({
          inputs: z.record(z.string(), z.unknown()),
          projectId: z.string().max(64).optional().openapi({
            description: "Where what it makes is to lie; without it, where the function does",
          }),
        }),
      ),
    },
    responses: { 202: json(RunSchema, "The run") },
  },
);

const parse = route(
  { actor: "signed-in", keyOfProject: true },
  {
    method: "post",
    path: "/signatures",
    summary: "What the annotation header of a source says, and what is wrong with it",
    tags,
    request: {
      body: body(z.strictObject({ source: z.string().max(1_000_000), language: z.string().max(20).optional() })),
    },
    responses: {
      200: json(
        z.object({
          items: z.array(
            z.object({
              signature: Signatures.Signature,
              schema: z.record(z.string(), z.unknown()),
              problems: z.array(Signatures.Problem),
              line: z.number().int(),
            }),
          ),
        }),
        "A signature for each header, with the JSON Schema of its inputs",
      ),
    },
  },
);

export const functions = router()
  .openapi(list, async (c) => {
    const { projectId, ...asked } = c.req.valid("query");
    return c.json(await Functions.list({ ...asked, projectID: projectId }), 200);
  })
  .openapi(get, async (c) => c.json(await Functions.get(c.req.valid("param").id), 200))
  .openapi(run, async (c) => {
    const { id } = await Functions.get(c.req.valid("param").id);
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => {
      return { runID: await Call.start(id, input.inputs, { projectID: input.projectId }) };
    });
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json(await Run.get(reference.runID), 202);
  })
  .openapi(parse, async (c) => {
    const { source, language } = c.req.valid("json");
    const items = Signatures.parseHeaders(source, language).map((parsed) => ({
      ...parsed,
      schema: Signatures.toJSONSchema(parsed.signature.inputs),
    }));
    return c.json({ items }, 200);
  });
