import { Entity } from "@atrium/core/entity";
import { Script } from "@atrium/core/script";
import { z } from "@hono/zod-openapi";
import { once, optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IdempotencyKey, IfMatch, json, ListQuery, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Scripts"];
const Schema = z.object(Script.Info.shape).openapi("Script");
const Item = z.object(Script.VersionItem.shape).openapi("ScriptVersionItem");
const Version = z.object(Script.Version.shape).openapi("ScriptVersion");
const ofVersion = ID.extend({ version: z.string().max(64) });

const create = route(
  { actor: "signed-in", right: "create", on: "project" },
  {
    method: "post",
    path: "/",
    summary: "Add a script",
    description:
      "Name, description, language, inputs and outputs are read from the annotation header of the source. What is wrong with it stands in `problems`; until it is mended, the script cannot be run. Its function has the same id: run it with `POST /functions/{id}/runs`.",
    tags,
    request: { headers: IdempotencyKey, body: body(Script.Create) },
    responses: { 201: json(Schema, "The script") },
  },
);

const check = route(
  { actor: "signed-in", keyOfProject: true },
  {
    method: "post",
    path: "/check",
    summary: "What the header of a script says, and what would keep it from being run; keeps nothing",
    tags,
    request: { body: body(Script.Create.pick({ source: true, language: true })) },
    responses: { 200: json(z.object(Script.Checked.shape).openapi("ScriptCheck"), "Language, signature and problems") },
  },
);

const get = route(
  { actor: "anyone", right: "see", on: "script" },
  {
    method: "get",
    path: "/{id}",
    summary: "A script with its source and signature",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The script") },
  },
);

const update = route(
  { actor: "signed-in", right: "edit", on: "script" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change a script",
    description: "A new source is its next version; the ones before it are kept.",
    tags,
    request: { params: ID, headers: IfMatch, body: body(Script.Patch) },
    responses: { 200: json(Schema, "The script, changed") },
  },
);

const remove = route(
  { actor: "signed-in", right: "remove", on: "script" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Put a script into the trash",
    tags,
    request: { params: ID, headers: IfMatch },
    responses: { 204: nothing("In the trash") },
  },
);

const restore = route(
  { actor: "signed-in", right: "remove", on: "script" },
  {
    method: "post",
    path: "/{id}/restore",
    summary: "Take a script back out of the trash",
    tags,
    request: { params: ID },
    responses: { 200: json(Schema, "The script") },
  },
);

const versions = route(
  { actor: "anyone", right: "read", on: "script" },
  {
    method: "get",
    path: "/{id}/versions",
    summary: "A script's versions, newest first",
    tags,
    request: { params: ID, query: ListQuery.pick({ limit: true, cursor: true }) },
    responses: { 200: page(Item, "ScriptVersionPage") },
  },
);

const version = route(
  { actor: "anyone", right: "read", on: "script" },
  {
    method: "get",
    path: "/{id}/versions/{version}",
    summary: "A version of a script with its source",
    tags,
    request: { params: ofVersion },
    responses: { 200: json(Version, "The version") },
  },
);

const restoreVersion = route(
  { actor: "signed-in", right: "edit", on: "script" },
  {
    method: "post",
    path: "/{id}/versions/{version}/restore",
    summary: "Take the source of an earlier version again, as the newest",
    tags,
    request: { params: ofVersion, headers: IfMatch },
    responses: { 200: json(Schema, "The script") },
  },
);

export const scripts = router()
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Script.create(input) }));
    c.header("location", `/api/v1/scripts/${reference.id}`);
    return c.json(tagged(c, await Script.get(reference.id)), 201);
  })
  .openapi(check, async (c) => {
    const { source, language } = c.req.valid("json");
    return c.json(Script.check(source, language), 200);
  })
  .openapi(get, async (c) => c.json(tagged(c, await Script.get(c.req.valid("param").id)), 200))
  .openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    await Script.get(id);
    await Script.update({ id, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Script.get(id)), 200);
  })
  .openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.remove({ id, kind: "script", revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const { id } = c.req.valid("param");
    await Entity.restore({ id, kind: "script" });
    return c.json(tagged(c, await Script.get(id)), 200);
  })
  .openapi(versions, async (c) =>
    c.json(await Script.versions({ ...c.req.valid("param"), ...c.req.valid("query") }), 200),
  )
  .openapi(version, async (c) => c.json(await Script.version(c.req.valid("param")), 200))
  .openapi(restoreVersion, async (c) => {
    const asked = c.req.valid("param");
    await Script.get(asked.id);
    await Script.restoreVersion({ ...asked, revision: optionalRevisionOf(c) });
    return c.json(tagged(c, await Script.get(asked.id)), 200);
  });
