import { AccessRequest } from "@atrium/core/access-request";
import { Paging } from "@atrium/core/paging";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["Access"];
const Offer = z.object(AccessRequest.Offer.shape).openapi("AccessOffer");
const Request = z.object(AccessRequest.Request.shape).openapi("AccessRequest");

const getOffer = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "get",
    path: "/entities/{id}/access/offer",
    summary: "What you can ask for, the question to answer, and your own request",
    tags,
    request: { params: ID },
    responses: { 200: json(Offer, "What can be asked for") },
  },
);

const putOffer = route(
  { actor: "signed-in", right: "share", on: "entity" },
  {
    method: "put",
    path: "/entities/{id}/access/offer",
    summary: "Say what people who want access are asked, what they can get, and who decides",
    tags,
    request: { params: ID, body: body(AccessRequest.PutOffer) },
    responses: { 200: json(Offer, "What can be asked for") },
  },
);

const removeOffer = route(
  { actor: "signed-in", right: "share", on: "entity" },
  {
    method: "delete",
    path: "/entities/{id}/access/offer",
    summary: "Ask nothing any more; who may share it decides again",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Removed") },
  },
);

const ask = route(
  { actor: "signed-in", right: "see", on: "entity" },
  {
    method: "post",
    path: "/entities/{id}/access/requests",
    summary: "Ask for access",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(AccessRequest.Ask) },
    responses: { 201: json(Request, "The request") },
  },
);

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/access-requests",
    summary: "Requests you made, or those you decide on",
    tags,
    request: {
      query: z.object({
        as: z.enum(["asker", "approver"]).optional(),
        state: AccessRequest.State.optional(),
        limit: z.coerce.number().int().min(1).max(Paging.MAX_LIMIT).optional(),
        cursor: z.string().max(2_000).optional(),
      }),
    },
    responses: { 200: page(Request, "AccessRequestPage") },
  },
);

const get = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/access-requests/{id}",
    summary: "A request, for who made it and who decides on it",
    tags,
    request: { params: ID },
    responses: { 200: json(Request, "The request") },
  },
);

const decision = (name: "approve" | "reject", summary: string) =>
  route(
    { actor: "signed-in" },
    {
      method: "post",
      path: `/access-requests/{id}/${name}`,
      summary,
      tags,
      request: { params: ID, body: body(AccessRequest.Decide) },
      responses: { 200: json(Request, "The request, decided") },
    },
  );

const withdraw = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/access-requests/{id}",
    summary: "Take your request back",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Taken back") },
  },
);

export const accessRequests = router()
  .openapi(getOffer, async (c) => c.json(await AccessRequest.getOffer(c.req.valid("param").id), 200))
  .openapi(putOffer, async (c) => {
    const { id } = c.req.valid("param");
    await AccessRequest.putOffer({ ...c.req.valid("json"), entityID: id });
    return c.json(await AccessRequest.getOffer(id), 200);
  })
  .openapi(removeOffer, async (c) => {
    await AccessRequest.removeOffer(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(ask, async (c) => {
    const { id } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({
      id: await AccessRequest.ask({ ...input, entityID: id }),
    }));
    return c.json(await AccessRequest.getRequest(reference.id), 201);
  })
  .openapi(list, async (c) => c.json(await AccessRequest.listRequests(c.req.valid("query")), 200))
  .openapi(get, async (c) => c.json(await AccessRequest.getRequest(c.req.valid("param").id), 200))
  .openapi(decision("approve", "Give what was asked for"), async (c) => {
    const { id } = c.req.valid("param");
    await AccessRequest.decide({ ...c.req.valid("json"), id, approve: true });
    return c.json(await AccessRequest.getRequest(id), 200);
  })
  .openapi(decision("reject", "Do not give it, and say why"), async (c) => {
    const { id } = c.req.valid("param");
    await AccessRequest.decide({ ...c.req.valid("json"), id, approve: false });
    return c.json(await AccessRequest.getRequest(id), 200);
  })
  .openapi(withdraw, async (c) => {
    await AccessRequest.withdraw(c.req.valid("param").id);
    return c.body(null, 204);
  });
