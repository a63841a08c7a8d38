import { Identity } from "@atrium/core/identity";
import { z } from "@hono/zod-openapi";
import { ID, nothing, page, route, router } from "./respond.ts";

const { OwnSessions } = Identity;
const tags = ["Sessions"];
const Session = z.object(OwnSessions.Info.shape).openapi("Session");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/",
    summary: "Browsers you are signed in with",
    tags,
    responses: { 200: page(Session, "SessionPage") },
  },
);

const end = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Sign one browser out",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Signed out") },
  },
);

const endOthers = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/",
    summary: "Sign every other browser out",
    tags,
    responses: { 204: nothing("Signed out") },
  },
);

export const sessions = router()
  .openapi(list, async (c) => c.json({ items: await OwnSessions.list(), next: null }, 200))
  .openapi(end, async (c) => {
    await OwnSessions.end(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(endOthers, async (c) => {
    await OwnSessions.endOthers();
    return c.body(null, 204);
  });
