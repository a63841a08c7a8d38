import { Functions } from "@atrium/core/function";
import { Run } from "@atrium/core/run";
import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";
import { invalid } from "./invalid.ts";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, page, route, router } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Functions"];
const Schema = z.object(Functions.Info.shape).openapi("Function");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/",
    summary: "Functions you may run",
    tags,
    responses: { 200: page(Schema, "FunctionPage") },
  },
);

const get = route(
  { actor: "signed-in" },
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
      body: body(z.strictObject({ inputs: z.record(z.string(), z.unknown()) })),
    },
    responses: { 202: json(RunSchema, "The run") },
  },
);

/** The functions that come with the program; each checks its inputs and rights itself. */
const start: Record<string, (inputs: unknown) => Promise<{ runID: string }>> = {
  [Functions.IMPORT_ID]: async (inputs) => {
    const parsed = Table.Create.safeParse(inputs);
    if (!parsed.success) throw invalid(parsed.error.issues, ["inputs"]);
    return Table.create(parsed.data);
  },
};

export const functions = router()
  .openapi(list, async (c) => c.json({ items: await Functions.list(), next: null }, 200))
  .openapi(get, async (c) => c.json(await Functions.get(c.req.valid("param").id), 200))
  .openapi(run, async (c) => {
    const { id } = await Functions.get(c.req.valid("param").id);
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => {
      const begin = start[id];
      if (!begin) throw new Error(`Function ${id} is listed but cannot be run`);
      return { runID: (await begin(input.inputs)).runID };
    });
    c.header("location", `/api/v1/runs/${reference.runID}`);
    return c.json(await Run.get(reference.runID), 202);
  });
