import { Access } from "@atrium/core/access";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["Access"];
const Explanation = z.object(Access.Explanation.shape).openapi("AccessExplanation");
const Grant = z.object(Access.Grant.shape).openapi("Grant");

const list = route(
  { actor: "signed-in", right: "read", on: "entity" },
  {
    method: "get",
    path: "/{id}/grants",
    summary: "Who has rights on something",
    tags,
    request: { params: ID },
    responses: { 200: page(Grant, "GrantPage") },
  },
);

const give = route(
  { actor: "signed-in", right: "share", on: "entity" },
  {
    method: "post",
    path: "/{id}/grants",
    summary: "Give somebody rights, in place of those they were given here before",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Access.Give) },
    responses: { 201: json(Grant, "What they have now") },
  },
);

const audience = route(
  { actor: "signed-in", right: "share", on: "entity" },
  {
    method: "get",
    path: "/{id}/grants/audience",
    summary: "How many people would be notified if it were shared with somebody or some group",
    tags,
    request: {
      params: ID,
      query: z.object({
        principalId: Access.audience.schema.shape.principalID,
        bundle: Access.Bundle.default("viewer"),
      }),
    },
    responses: { 200: json(z.object(Access.Audience.shape).openapi("Audience"), "Those whom it brings something new") },
  },
);

const revoke = route(
  { actor: "signed-in", right: "share", on: "entity" },
  {
    method: "delete",
    path: "/{id}/grants/{principalId}",
    summary: "Take somebody's rights back, or give up one's own",
    tags,
    request: { params: ID.extend({ principalId: z.string().max(64) }) },
    responses: { 204: nothing("Taken back") },
  },
);

const explain = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "get",
    path: "/{id}/access/explain",
    summary: "Why somebody may do what they may: which grants reach them, through which groups, from where",
    description: "About oneself for whoever sees the thing; about others for whoever may share it.",
    tags,
    request: { params: ID, query: z.object({ principal: z.string().max(300).optional() }) },
    responses: { 200: json(Explanation, "Their rights, and each grant with its way to them") },
  },
);

export const grants = router()
  .openapi(list, async (c) => c.json({ items: await Access.list(c.req.valid("param").id), next: null }, 200))
  .openapi(give, async (c) => {
    const { id } = c.req.valid("param");
    const grant = c.req.valid("json");
    const { reference } = await once(c, grant, async () => ({
      principalID: await Access.give({ entityID: id, grant }),
    }));
    return c.json(await Access.find(id, reference.principalID), 201);
  })
  .openapi(audience, async (c) => {
    const { principalId, bundle } = c.req.valid("query");
    const asked = { entityID: c.req.valid("param").id, principalID: principalId, bundle };
    return c.json(await Access.audience(asked), 200);
  })
  .openapi(revoke, async (c) => {
    const { id, principalId } = c.req.valid("param");
    await Access.revoke({ entityID: id, principalID: principalId });
    return c.body(null, 204);
  })
  .openapi(explain, async (c) => {
    const asked = { entityID: c.req.valid("param").id, principalID: c.req.valid("query").principal };
    return c.json(await Access.explain(asked), 200);
  });
