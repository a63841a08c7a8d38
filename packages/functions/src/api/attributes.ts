import { Attribute } from "@atrium/core/attribute";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Attributes"];
const Schema = z.object(Attribute.Info.shape).openapi("AttributeType");
const Page = page(Schema, "AttributeTypePage");
const One = ID.extend({ typeId: z.string().max(64) });
const managing = { actor: "signed-in", right: "manage", on: "project" } as const;
const reading = { actor: "signed-in", right: "read", on: "project" } as const;

const of = route(
  { actor: "anyone", right: "read", on: "entity" },
  {
    method: "get",
    path: "/entities/{id}/attributes",
    summary: "The attributes that something can have, and those it has",
    tags,
    request: { params: ID },
    responses: {
      200: json(
        z.object({ types: z.array(Schema), values: z.record(z.string(), z.unknown()) }).openapi("Attributes"),
        "Types and values",
      ),
    },
  },
);

const list = route(reading, {
  method: "get",
  path: "/projects/{id}/attribute-types",
  summary: "The attributes of a project, its own and those of the projects around it",
  tags,
  request: { params: ID },
  responses: { 200: Page },
});

const create = route(managing, {
  method: "post",
  path: "/projects/{id}/attribute-types",
  summary: "Add an attribute; what exists gets its default",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(Attribute.Definition) },
  responses: { 201: json(Schema, "The attribute") },
});

const get = route(reading, {
  method: "get",
  path: "/projects/{id}/attribute-types/{typeId}",
  summary: "An attribute of a project's own",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The attribute") },
});

const update = route(managing, {
  method: "patch",
  path: "/projects/{id}/attribute-types/{typeId}",
  summary: "Change an attribute; values follow a new name, and int and float, enum and string become one another",
  tags,
  request: { params: One, headers: IfMatch, body: body(Attribute.Definition.partial()) },
  responses: { 200: json(Schema, "The attribute, changed") },
});

const replace = route(managing, {
  method: "put",
  path: "/projects/{id}/attribute-types/{typeId}",
  summary: "The same with a whole definition: what it leaves out goes",
  tags,
  request: { params: One, headers: IfMatch, body: body(Attribute.Definition) },
  responses: { 200: json(Schema, "The attribute, changed") },
});

const remove = route(managing, {
  method: "delete",
  path: "/projects/{id}/attribute-types/{typeId}",
  summary: "Take an attribute away, and its values",
  tags,
  request: { params: One, headers: IfMatch },
  responses: { 204: nothing("Deleted; it can be restored") },
});

const restore = route(managing, {
  method: "post",
  path: "/projects/{id}/attribute-types/{typeId}/restore",
  summary: "Take a deletion back, with the values",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The attribute") },
});

export const attributes = router()
  .openapi(of, async (c) => c.json(await Attribute.of(c.req.valid("param").id), 200))
  .openapi(list, async (c) => c.json({ items: await Attribute.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const type = c.req.valid("json");
    const { reference } = await once(c, type, async () => ({ id: await Attribute.create({ projectID, type }) }));
    return c.json(tagged(c, await Attribute.get({ projectID, id: reference.id })), 201);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Attribute.get(targetOf(c.req.valid("param")))), 200))
  .openapi(update, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Attribute.update({ ...target, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Attribute.get(target)), 200);
  })
  .openapi(replace, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Attribute.replace({ ...target, revision: revisionOf(c), type: c.req.valid("json") });
    return c.json(tagged(c, await Attribute.get(target)), 200);
  })
  .openapi(remove, async (c) => {
    await Attribute.remove({ ...targetOf(c.req.valid("param")), revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Attribute.restore(target);
    return c.json(tagged(c, await Attribute.get(target)), 200);
  });

const targetOf = ({ id, typeId }: { id: string; typeId: string }) => ({ projectID: id, id: typeId });
