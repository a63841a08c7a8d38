import { AnnotationFile } from "@atrium/core/annotation-file";
import { Run } from "@atrium/core/run";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { FilterSchema } from "./annotation-input.ts";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, route, router } from "./respond.ts";
import { RunSchema } from "./runs.ts";

const tags = ["Annotations"];
const creating = { actor: "signed-in", right: "create", on: "project" } as const;
const ExportBody = AnnotationFile.Export.omit({ projectId: true }).extend({ filter: FilterSchema.nullish() });
const ImportBody = AnnotationFile.Import.omit({ projectId: true });

const exported = route(creating, {
  method: "post",
  path: "/projects/{id}/annotations/export",
  summary: "Make a file of annotations: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge",
  description:
    "What you see of the project and all below it, or of some media, layers and types, or what fulfils a filter. The run's outputs name the file, how many annotations it holds and what the format could not carry.",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(ExportBody.openapi("AnnotationExport")) },
  responses: { 202: json(z.object({ run: RunSchema }), "The run that writes it") },
});

const imported = route(
  { actor: "signed-in", right: "edit", on: "project" },
  {
    method: "post",
    path: "/projects/{id}/annotations/import",
    summary: "Make annotations of a file: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge",
    description:
      "All or nothing, unless `keepGood` is said; what is wrong is named with its place in the file, in the run's error, outputs and log. The same file again doubles nothing. Media are found by id or name among those of the project and below, types by name and shape.",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(ImportBody.openapi("AnnotationImport")) },
    responses: { 202: json(z.object({ run: RunSchema }), "The run that reads it") },
  },
);

export const annotationFiles = router();

annotationFiles.openapi(imported, async (c) => {
  const input = { ...c.req.valid("json"), projectId: c.req.valid("param").id };
  return c.json(await begun(c, input, () => AnnotationFile.beginImport(input)), 202);
});

annotationFiles.openapi(exported, async (c) => {
  const input = { ...c.req.valid("json"), projectId: c.req.valid("param").id };
  return c.json(await begun(c, input, () => AnnotationFile.beginExport(input)), 202);
});

async function begun(c: Context, input: object, begin: () => Promise<{ runID: string }>) {
  const { reference } = await once(c, input, begin);
  c.header("location", `/api/v1/runs/${reference.runID}`);
  return { run: await Run.get(reference.runID) };
}
