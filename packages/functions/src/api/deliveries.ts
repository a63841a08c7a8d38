import { Outbox } from "@atrium/core/outbox";
import { z } from "@hono/zod-openapi";
import { body, json, ListQuery, page, route, router } from "./respond.ts";

const tags = ["Administration"];
const Schema = z.object(Outbox.Info.shape).openapi("OutboxMessage");

const list = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/deliveries",
    summary: "Messages to others that wait, or were given up",
    tags,
    request: {
      query: ListQuery.pick({ limit: true, cursor: true }).extend({ state: Outbox.Info.shape.state.optional() }),
    },
    responses: { 200: page(Schema, "OutboxPage") },
  },
);

const replay = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/deliveries/replay",
    summary: "Try again what was given up: one message, or all of them",
    tags,
    request: {
      body: body(
        z.strictObject({
          id: z
            .string()
            .regex(/^\d{1,18}$/)
            .optional(),
        }),
      ),
    },
    responses: { 200: json(z.object({ messages: z.number().int() }), "How many will be tried again") },
  },
);

export const deliveries = router()
  .openapi(list, async (c) => c.json(await Outbox.list(c.req.valid("query")), 200))
  .openapi(replay, async (c) => c.json({ messages: await Outbox.replay(c.req.valid("json")) }, 200));
