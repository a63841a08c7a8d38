import { Run } from "@atrium/core/run";
import { z } from "@hono/zod-openapi";
import { ID, json, Link, ListQuery, page, route, router } from "./respond.ts";

const tags = ["Runs"];
export const RunSchema = z.object(Run.Info.shape).openapi("Run");
const Logs = z.object({ items: z.array(Run.LogEntry), next: z.number().int() }).openapi("RunLogs");

const list = route(
  { actor: "signed-in", right: "see", on: "project" },
  {
    method: "get",
    path: "/",
    summary: "Runs you see, newest first",
    tags,
    request: {
      query: ListQuery.omit({ q: true }).extend({
        projectId: z.string().max(64).optional(),
        subjectId: z.string().max(64).optional(),
        functionId: z.string().max(64).optional(),
        state: Run.RunState.optional(),
      }),
    },
    responses: { 200: page(RunSchema, "RunPage") },
  },
);

const get = route(
  { actor: "signed-in", right: "see", on: "run" },
  {
    method: "get",
    path: "/{id}",
    summary: "A run",
    tags,
    request: { params: ID },
    responses: { 200: json(RunSchema, "The run") },
  },
);

const logs = route(
  { actor: "signed-in", right: "read", on: "run" },
  {
    method: "get",
    path: "/{id}/logs",
    summary: "Lines of a run's log after a number",
    tags,
    request: { params: ID, query: z.object({ after: z.coerce.number().int().nonnegative().optional() }) },
    responses: { 200: json(Logs, "Lines, oldest first") },
  },
);

const output = route(
  { actor: "signed-in", right: "read", on: "run" },
  {
    method: "get",
    path: "/{id}/outputs/{name}",
    summary: "A URL for a picture that a run drew, for five minutes",
    description: "Tables and files among the outputs are things of the project; their ids stand in `outputs`.",
    tags,
    request: { params: ID.extend({ name: z.string().max(100) }) },
    responses: { 200: json(Link, "Where the picture is") },
  },
);

const cancel = route(
  { actor: "signed-in", right: "edit", on: "run" },
  {
    method: "post",
    path: "/{id}/cancel",
    summary: "Stop a run",
    tags,
    request: { params: ID },
    responses: { 200: json(RunSchema, "The run, cancelled") },
  },
);

const retry = route(
  { actor: "signed-in", right: "edit", on: "run" },
  {
    method: "post",
    path: "/{id}/retry",
    summary: "Try a run again that failed or was cancelled",
    tags,
    request: { params: ID },
    responses: { 202: json(RunSchema, "The run, queued") },
  },
);

const redrive = route(
  { actor: "signed-in", right: "edit", on: "run" },
  {
    method: "post",
    path: "/{id}/redrive",
    summary: "Continue a run that failed or was cancelled from the step it ended in",
    description:
      "What was finished before that step is kept. The run goes on in its attempt, and `redrives` counts how often. Possible for 14 days after it ended.",
    tags,
    request: { params: ID },
    responses: { 202: json(RunSchema, "The run, queued") },
  },
);

export const runs = router()
  .openapi(list, async (c) => {
    const { projectId, subjectId, functionId, ...asked } = c.req.valid("query");
    return c.json(
      await Run.list({ ...asked, projectID: projectId, subjectID: subjectId, functionID: functionId }),
      200,
    );
  })
  .openapi(get, async (c) => c.json(await Run.get(c.req.valid("param").id), 200))
  .openapi(logs, async (c) => c.json(await Run.logs({ ...c.req.valid("param"), ...c.req.valid("query") }), 200))
  .openapi(output, async (c) => c.json(await Run.output(c.req.valid("param")), 200))
  .openapi(cancel, async (c) => {
    const { id } = c.req.valid("param");
    await Run.cancel(id);
    return c.json(await Run.get(id), 200);
  })
  .openapi(retry, async (c) => {
    const { id } = c.req.valid("param");
    await Run.retry(id);
    c.header("location", `/api/v1/runs/${id}`);
    return c.json(await Run.get(id), 202);
  })
  .openapi(redrive, async (c) => {
    const { id } = c.req.valid("param");
    await Run.redrive(id);
    c.header("location", `/api/v1/runs/${id}`);
    return c.json(await Run.get(id), 202);
  });
