import { Audit } from "@atrium/core/audit";
import { z } from "@hono/zod-openapi";
import { ID, ListQuery, page, route, router } from "./respond.ts";

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
  .openapi(audit, async (c) => c.json(await Audit.list(c.req.valid("query")), 200));
