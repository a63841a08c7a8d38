import { ApiKey } from "@atrium/core/api-key";
import { AppError } from "@atrium/core/error";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["API keys"];
export const Key = z.object(ApiKey.Info.shape).openapi("ApiKey");
export const NewKey = Key.extend({ key: z.string() }).openapi("NewApiKey");

const list = route(
  { actor: "signed-in" },
  { method: "get", path: "/", summary: "Your API keys", tags, responses: { 200: page(Key, "ApiKeyPage") } },
);

const create = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/",
    summary: "Make an API key; its secret is shown this once",
    tags,
    request: { headers: IdempotencyKey, body: body(ApiKey.Create) },
    responses: { 201: json(NewKey, "The key with its secret") },
  },
);

const rotate = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/{id}/rotate",
    summary: "Replace a key by one with a new secret, shown this once; the old one may overlap",
    tags,
    request: { params: ID, body: body(ApiKey.Rotate) },
    responses: { 201: json(NewKey, "The new key with its secret") },
  },
);

const remove = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Delete an API key; it stops working at once",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Gone") },
  },
);

export const apiKeys = router()
  .openapi(list, async (c) => c.json({ items: await ApiKey.list(), next: null }, 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    let made: Awaited<ReturnType<typeof ApiKey.create>> | undefined;
    await once(c, input, async () => {
      made = await ApiKey.create(input);
      return { id: made.id };
    });
    if (!made) throw shownOnce();
    return c.json(made, 201);
  })
  .openapi(rotate, async (c) =>
    c.json(await ApiKey.rotate({ ...c.req.valid("json"), id: c.req.valid("param").id }), 201),
  )
  .openapi(remove, async (c) => {
    await ApiKey.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });

export const shownOnce = () =>
  new AppError(
    "conflict",
    "api_key.shown_once",
    "This request made a key before, and its secret is not kept. Delete it and make another.",
  );
