import { Actor } from "@atrium/core/actor";
import { Job } from "@atrium/core/job";
import { z } from "@hono/zod-openapi";
import { limit } from "./limit.ts";
import { originOf } from "./request.ts";
import { body, json, nothing, route, router } from "./respond.ts";

const tags = ["Jobs"];
const policy = { actor: "job" } as const;
const parameter = { name: z.string(), type: z.string(), item: z.string().optional() };
const located = { url: z.string(), fileName: z.string() };

const Schema = z
  .object({
    runId: z.string(),
    attempt: z.number().int(),
    task: Job.Task,
    language: z.enum(["python", "javascript"]).nullable(),
    source: z
      .object({ text: z.string().optional(), url: z.string().optional(), fileName: z.string() })
      .nullable()
      .openapi({ description: "The code; of an image, which brings its own, none" }),
    environment: z.object({ name: z.string(), url: z.string(), sha256: z.string() }).nullable(),
    limits: z.record(z.string(), z.number()),
    inputs: z.array(z.record(z.string(), z.unknown())).openapi({
      description:
        "Each with `name` and `type`: a `value`, the `url` of a file, or the `url` of a table's rows, to be read as an Arrow stream with this token",
    }),
    outputs: z.array(z.object(parameter)),
  })
  .openapi("Job");

const read = route(policy, {
  method: "get",
  path: "/",
  summary: "What a job is to do",
  description:
    "Its token opens this, the rows of the tables it was given, and what is below this, until the attempt or its batch ends; that of an image no longer than the job may take, from its first look on.",
  tags,
  responses: { 200: json(Schema, "The job; its addresses hold for five minutes") },
});

const report = route(policy, {
  method: "post",
  path: "/reports",
  summary: "Say how far a job is, and what it wrote",
  description:
    "Four times a second at most; whoever comes more often gets 429 with `Retry-After`, and sends the same then.",
  tags,
  request: { body: body(Job.Report) },
  responses: { 200: json(z.object({ cancelled: z.boolean() }), "Whether to stop, because nobody waits for it") },
});

const upload = route(policy, {
  method: "post",
  path: "/uploads",
  summary: "A place to put a file that a job made",
  tags,
  request: { body: body(Job.Upload) },
  responses: {
    200: json(
      z.object({ key: z.string(), headers: z.record(z.string(), z.string()), url: located.url }),
      "Where to PUT exactly these bytes, with which headers, for an hour",
    ),
  },
});

const NDJSON = "application/x-ndjson";

const piece = route(policy, {
  method: "put",
  path: "/results/{piece}",
  summary: "Hand in some of the annotations that an image found, one JSON object a line",
  description:
    "A piece has at most 4 MiB, and all together 64 MiB. They are read in the order of their numbers, and written when the result was handed in, all of the batch or nothing. The same piece again is no other one.",
  tags,
  request: {
    params: z.object({ piece: z.coerce.number().int().min(1).max(100_000) }),
    body: { required: true, content: { [NDJSON]: { schema: z.string() } } },
  },
  responses: {
    200: json(z.object({ piece: z.number().int(), lines: z.number().int(), bytes: z.number().int() }), "What is kept"),
  },
});

const result = route(policy, {
  method: "post",
  path: "/result",
  summary: "Hand in what a job made, or why it failed",
  description: "Of a job that is tried again, the later result counts. An error ends the run.",
  tags,
  request: { body: body(Job.Result) },
  responses: { 204: nothing("Taken") },
});

export const job = router()
  .openapi(read, async (c) => c.json(await Job.read(originOf(c)), 200))
  .openapi(report, async (c) => {
    await limit(c, { job: Actor.job().runID });
    return c.json(await Job.report(c.req.valid("json")), 200);
  })
  .openapi(upload, async (c) => c.json(await Job.upload(c.req.valid("json")), 200))
  .openapi(piece, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(await Job.keepPiece(c.req.valid("param").piece, bytes), 200);
  })
  .openapi(result, async (c) => {
    await Job.handIn(c.req.valid("json"));
    return c.body(null, 204);
  });
