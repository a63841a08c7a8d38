import { Audit } from "@atrium/core/audit";
import { z } from "@hono/zod-openapi";
import { ID, json, ListQuery, page, route, router } from "./respond.ts";

const tags = ["Activity"];
const Event = z.object(Audit.Info.shape).openapi("Event");
const AuditEvent = z.object(Audit.Full.shape).openapi("AuditEvent");
const Page = ListQuery.pick({ limit: true, cursor: true });

const activity = route(
  { actor: "signed-in", right: "read", on: "entity" },
  {
    method: "get",
    path: "/entities/{id}/activity",
    summary: "What happened to something and to what lies in it, newest first",
    tags,
    request: { params: ID, query: Page },
    responses: { 200: page(Event, "EventPage") },
  },
);

const changes = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/activity",
    summary: "The last change of each of some things, of those that may be read, newest first",
    tags,
    request: {
      query: z.object({
        entityIds: z
          .string()
          .max(4_000)
          .transform((text) => text.split(","))
          .pipe(Audit.Many)
          .openapi({ type: "string", description: "Ids with commas between them, 50 at most" }),
      }),
    },
    responses: { 200: json(z.object({ items: z.array(Event) }).openapi("LastChanges"), "The last changes") },
  },
);

const audit = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/audit",
    summary: "Everything that happened, newest first",
    tags,
    request: { query: Page.extend(Audit.Query.omit({ limit: true, cursor: true }).shape) },
    responses: { 200: page(AuditEvent, "AuditEventPage") },
  },
);

export const events = router()
  .openapi(activity, async (c) =>
    c.json(await Audit.activity({ ...c.req.valid("query"), entityID: c.req.valid("param").id }), 200),
  )
  .openapi(changes, async (c) =>
    c.json({ items: await Audit.lastChanges({ entityIDs: c.req.valid("query").entityIds }) }, 200),
  )
  .openapi(audit, async (c) => c.json(await Audit.list(c.req.valid("query")), 200));
