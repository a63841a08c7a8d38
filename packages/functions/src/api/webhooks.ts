import { Webhook } from "@atrium/core/webhook";
import { z } from "@hono/zod-openapi";
import { optionalRevisionOf, revisionOf } from "./request.ts";
import { body, ID, IfMatch, json, ListQuery, nothing, page, route, router, tagged } from "./respond.ts";

const tags = ["Webhooks"];
const Schema = z.object(Webhook.Info.shape).openapi("Webhook");
const Secret = z.object({ secret: z.string() });
const Delivery = z.object(Webhook.Delivery.shape).openapi("WebhookDelivery");
const One = ID.extend({ webhookId: z.string().max(64) });
const managing = { actor: "signed-in", right: "manage", on: "project" } as const;
const path = "/{id}/webhooks/{webhookId}";

const list = route(managing, {
  method: "get",
  path: "/{id}/webhooks",
  summary: "Where a project's events are sent",
  tags,
  request: { params: ID },
  responses: { 200: page(Schema, "WebhookPage") },
});

const create = route(managing, {
  method: "post",
  path: "/{id}/webhooks",
  summary: "Send events to an address; the secret that signs them is shown now and never again",
  tags,
  request: { params: ID, body: body(Webhook.Create) },
  responses: { 201: json(Schema.extend(Secret.shape).openapi("NewWebhook"), "The webhook with its secret") },
});

const get = route(managing, {
  method: "get",
  path: path,
  summary: "A webhook",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The webhook") },
});

const update = route(managing, {
  method: "patch",
  path: path,
  summary: "Change address or types, or switch it off",
  tags,
  request: { params: One, headers: IfMatch, body: body(Webhook.Patch) },
  responses: { 200: json(Schema, "The webhook, changed") },
});

const remove = route(managing, {
  method: "delete",
  path: path,
  summary: "Delete a webhook",
  tags,
  request: { params: One, headers: IfMatch },
  responses: { 204: nothing("Deleted; it can be restored") },
});

const restore = route(managing, {
  method: "post",
  path: `${path}/restore`,
  summary: "Take a deletion back",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The webhook") },
});

const rotate = route(managing, {
  method: "post",
  path: `${path}/rotate`,
  summary: "Another secret in place of the one there was",
  tags,
  request: { params: One },
  responses: { 200: json(Secret.openapi("WebhookSecret"), "Shown now and never again") },
});

const deliveries = route(managing, {
  method: "get",
  path: `${path}/deliveries`,
  summary: "What a webhook was told and how it answered, newest first",
  tags,
  request: { params: One, query: ListQuery.pick({ limit: true, cursor: true }) },
  responses: { 200: page(Delivery, "WebhookDeliveryPage") },
});

const replay = route(managing, {
  method: "post",
  path: `${path}/deliveries/{deliveryId}/replay`,
  summary: "Send an event again",
  tags,
  request: { params: One.extend({ deliveryId: z.string().regex(/^\d{1,18}$/) }) },
  responses: { 204: nothing("Will be sent again") },
});

export const webhooks = router()
  .openapi(list, async (c) => c.json({ items: await Webhook.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    // No Idempotency-Key: its answer would have to keep the secret.
    const { id, secret } = await Webhook.create({ projectID: c.req.valid("param").id, ...c.req.valid("json") });
    return c.json(
      { ...tagged(c, await Webhook.get(targetOf({ ...c.req.valid("param"), webhookId: id }))), secret },
      201,
    );
  })
  .openapi(get, async (c) => c.json(tagged(c, await Webhook.get(targetOf(c.req.valid("param")))), 200))
  .openapi(update, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Webhook.update({ ...target, revision: revisionOf(c), patch: c.req.valid("json") });
    return c.json(tagged(c, await Webhook.get(target)), 200);
  })
  .openapi(remove, async (c) => {
    await Webhook.remove({ ...targetOf(c.req.valid("param")), revision: optionalRevisionOf(c) });
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Webhook.restore(target);
    return c.json(tagged(c, await Webhook.get(target)), 200);
  })
  .openapi(rotate, async (c) => c.json(await Webhook.rotate(targetOf(c.req.valid("param"))), 200))
  .openapi(deliveries, async (c) =>
    c.json(await Webhook.deliveries({ ...targetOf(c.req.valid("param")), ...c.req.valid("query") }), 200),
  )
  .openapi(replay, async (c) => {
    const { deliveryId, ...target } = c.req.valid("param");
    await Webhook.replay({ ...targetOf(target), deliveryID: deliveryId });
    return c.body(null, 204);
  });

const targetOf = ({ id, webhookId }: { id: string; webhookId: string }) => ({ projectID: id, id: webhookId });
