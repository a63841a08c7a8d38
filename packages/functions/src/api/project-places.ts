import { Attribute } from "@atrium/core/attribute";
import { Project } from "@atrium/core/project";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, page, route, router, tagged } from "./respond.ts";

const tags = ["Projects"];
const Schema = z.object(Project.Info.shape).openapi("Project");
const Readme = z.object(Project.Readme.shape).openapi("Readme");
const Namespace = z.object(Project.Namespace.shape).openapi("Namespace");

const readme = route(
  { actor: "anyone", right: "read", on: "project" },
  {
    method: "get",
    path: "/projects/{id}/readme",
    summary: "What people wrote about a project, in Markdown; changed with the project",
    tags,
    request: { params: ID },
    responses: { 200: json(Readme, "The text, empty where there is none") },
  },
);

const move = route(
  { actor: "signed-in", right: "remove", on: "project" },
  {
    method: "post",
    path: "/projects/{id}/move",
    summary: "Put a project into another one, or to the top of a namespace",
    description:
      "Needs `remove` on the project and `create` where it goes; at the top `manage`, because there it inherits no rights any more. Grants of its own go along. Costs one row for each project inside it, however much they hold.",
    tags,
    request: { params: ID, body: body(Project.Move) },
    responses: { 200: json(Schema, "The project in its new place; its old address still leads to it") },
  },
);

const copy = route(
  { actor: "signed-in", right: "transfer", on: "project" },
  {
    method: "post",
    path: "/projects/{id}/copies",
    summary: "Make a project like this one, with the projects, files and tables in it",
    description: "Bytes are shared and not copied, so it takes no longer for large files. Grants are not copied.",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Project.Copy) },
    responses: { 201: json(Schema, "The copy; you are its owner where it stands at the top") },
  },
);

const moveItem = route(
  { actor: "signed-in", right: "remove", on: "entity" },
  {
    method: "post",
    path: "/entities/{id}/move",
    summary: "Put a file, a table or a project into another project",
    tags,
    request: {
      params: ID,
      body: body(z.strictObject({ projectId: z.string().max(64), attributes: Attribute.Given.optional() })),
    },
    responses: { 204: { description: "Moved" } },
  },
);

const resolve = route(
  { actor: "anyone", right: "see" },
  {
    method: "get",
    path: "/resolve",
    summary:
      "The project at an address such as /coastal-lab/kelp, also at one it had before; its `path` is the current one",
    tags,
    request: { query: z.object({ path: z.string().max(2_000) }) },
    responses: { 200: json(Schema, "The project") },
  },
);

const namespaces = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/namespaces",
    summary: "Where you can put projects: your own namespace and those of your groups",
    tags,
    responses: { 200: page(Namespace, "NamespacePage") },
  },
);

const rename = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "patch",
    path: "/namespaces/{id}",
    summary: "Give your namespace, or that of a group you lead, another address; the old one still leads to it",
    tags,
    request: { params: ID, body: body(z.strictObject({ slug: Project.Slug })) },
    responses: { 200: json(Namespace, "The namespace") },
  },
);

export const projectPlaces = router()
  .openapi(readme, async (c) => c.json(tagged(c, await Project.readme(c.req.valid("param").id)), 200))
  .openapi(move, async (c) => {
    const { id } = c.req.valid("param");
    await Project.move({ id, to: c.req.valid("json") });
    return c.json(tagged(c, await Project.get(id)), 200);
  })
  .openapi(copy, async (c) => {
    const { id } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Project.copy({ id, as: input }) }));
    c.header("location", `/api/v1/projects/${reference.id}`);
    return c.json(tagged(c, await Project.get(reference.id)), 201);
  })
  .openapi(moveItem, async (c) => {
    const { projectId: projectID, attributes } = c.req.valid("json");
    await Project.moveAny({ id: c.req.valid("param").id, projectID, attributes });
    return c.body(null, 204);
  })
  .openapi(resolve, async (c) => {
    const found = await Project.get(await Project.resolve(c.req.valid("query").path));
    return c.json(tagged(c, found), 200);
  })
  .openapi(namespaces, async (c) => c.json({ items: await Project.namespaces(), next: null }, 200))
  .openapi(rename, async (c) => {
    const renamed = await Project.renameNamespace({ id: c.req.valid("param").id, ...c.req.valid("json") });
    return c.json(renamed, 200);
  });
