import { File } from "@atrium/core/file";
import { Upload } from "@atrium/core/upload";
import { z } from "@hono/zod-openapi";
import { FileSchema } from "./files.ts";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Uploads"];
const Schema = z.object(Upload.Info.shape).openapi("Upload");
const PartURLs = z.object({ parts: z.array(Upload.PartURL) });
const Opened = Schema.extend(PartURLs.shape).openapi("OpenedUpload");
const Arrived = Schema.extend({ parts: z.array(Upload.Arrived) }).openapi("UploadState");

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Begin an upload: PUT each part to its URL, then complete",
    description:
      "Answers the URLs of the first 100 parts; ask for the others when their turn comes. An empty file has no parts.",
    tags,
    request: { headers: IdempotencyKey, body: body(Upload.Create) },
    responses: { 201: json(Opened, "The upload and where its first parts go") },
  },
);

const list = route(
  { actor: "signed-in", right: "see", on: "project" },
  {
    method: "get",
    path: "/",
    summary: "Your uploads to a project that wait for parts",
    tags,
    request: {
      query: z.object({
        projectId: z.string().max(64),
        limit: z.coerce.number().int().min(1).max(1_000).optional(),
        cursor: z.string().max(64).optional(),
      }),
    },
    responses: { 200: page(Schema, "UploadPage") },
  },
);

const get = route(
  { actor: "signed-in", right: "see", on: "upload" },
  {
    method: "get",
    path: "/{id}",
    summary: "Which parts have arrived, to go on after a break",
    tags,
    request: { params: ID },
    responses: { 200: json(Arrived, "The upload and its parts") },
  },
);

const parts = route(
  { actor: "signed-in", right: "create", on: "upload" },
  {
    method: "post",
    path: "/{id}/parts",
    summary: "Fresh URLs for some parts; each lasts an hour",
    tags,
    request: {
      params: ID,
      body: body(
        z.strictObject({
          numbers: z.array(z.number().int().positive()).min(1).max(1_000),
          crc64nvme: z
            .array(Upload.CRC64NVME)
            .optional()
            .openapi({ description: "Of each of these parts, in their order; the storage refuses other bytes" }),
        }),
      ),
    },
    responses: { 200: json(PartURLs, "Where the parts go") },
  },
);

const complete = route(
  { actor: "signed-in", right: "create", on: "upload" },
  {
    method: "post",
    path: "/{id}/complete",
    summary: "Make a file of the parts; repeating it answers the same file",
    tags,
    request: { params: ID, body: body(Upload.Complete) },
    responses: { 201: json(FileSchema, "The file") },
  },
);

const remove = route(
  { actor: "signed-in", right: "create", on: "upload" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Give an upload up",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Given up") },
  },
);

export const uploads = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Upload.create(input) }));
    c.header("location", `/api/v1/uploads/${reference.id}`);
    return c.json(await Upload.begin(reference.id), 201);
  })
  .openapi(list, async (c) => {
    const { projectId, limit, cursor } = c.req.valid("query");
    return c.json(await Upload.list({ projectID: projectId, limit, before: cursor }), 200);
  })
  .openapi(get, async (c) => c.json(await Upload.get(c.req.valid("param").id), 200))
  .openapi(parts, async (c) => c.json(await Upload.signParts({ ...c.req.valid("param"), ...c.req.valid("json") }), 200))
  .openapi(complete, async (c) => {
    const fileID = await Upload.complete({ ...c.req.valid("param"), ...c.req.valid("json") });
    c.header("location", `/api/v1/files/${fileID}`);
    return c.json(tagged(c, await File.get(fileID)), 201);
  })
  .openapi(remove, async (c) => {
    await Upload.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });
