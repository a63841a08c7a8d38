import { ApiKey } from "@atrium/core/api-key";
import { z } from "@hono/zod-openapi";
import { Key, NewKey, shownOnce } from "./api-keys.ts";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["Users"];
const OneKey = ID.extend({ keyId: z.string().max(64) });

const list = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/{id}/api-keys",
    summary: "API keys of a service user",
    tags,
    request: { params: ID },
    responses: { 200: page(Key, "ApiKeyPage") },
  },
);

const create = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/{id}/api-keys",
    summary: "Make an API key for a service user; its secret is shown this once",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(ApiKey.Create) },
    responses: { 201: json(NewKey, "The key with its secret") },
  },
);

const remove = route(
  { actor: "administrator" },
  {
    method: "delete",
    path: "/{id}/api-keys/{keyId}",
    summary: "Delete an API key of a service user; it stops working at once",
    tags,
    request: { params: OneKey },
    responses: { 204: nothing("Gone") },
  },
);

export const serviceKeys = router()
  .openapi(list, async (c) =>
    c.json({ items: await ApiKey.OfService.list({ userID: c.req.valid("param").id }), next: null }, 200),
  )
  .openapi(create, async (c) => {
    const { id: userID } = c.req.valid("param");
    const key = c.req.valid("json");
    let made: Awaited<ReturnType<typeof ApiKey.OfService.create>> | undefined;
    await once(c, key, async () => {
      made = await ApiKey.OfService.create({ userID, key });
      return { id: made.id };
    });
    if (!made) throw shownOnce();
    return c.json(made, 201);
  })
  .openapi(remove, async (c) => {
    const { id: userID, keyId: id } = c.req.valid("param");
    await ApiKey.OfService.remove({ userID, id });
    return c.body(null, 204);
  });
