import { Announcement } from "@atrium/core/announcement";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["Announcements"];
const Schema = z.object(Announcement.Info.shape).openapi("Announcement");

const current = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/current",
    summary: "What is told just now and you have not put away",
    tags,
    responses: { 200: page(Schema, "AnnouncementPage") },
  },
);

const list = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/",
    summary: "Every announcement, past and to come",
    tags,
    responses: { 200: page(Schema, "AnnouncementPage") },
  },
);

const create = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/",
    summary: "Tell everybody something, from and until when you like",
    tags,
    request: { headers: IdempotencyKey, body: body(Announcement.Create) },
    responses: { 201: json(Schema, "The announcement") },
  },
);

const update = route(
  { actor: "administrator" },
  {
    method: "patch",
    path: "/{id}",
    summary: "Change an announcement",
    tags,
    request: { params: ID, body: body(Announcement.Patch) },
    responses: { 200: json(Schema, "The announcement, changed") },
  },
);

const remove = route(
  { actor: "administrator" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Take an announcement back",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Gone") },
  },
);

const dismiss = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/{id}/dismiss",
    summary: "Put an announcement away for yourself",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Put away") },
  },
);

export const announcements = router()
  .openapi(current, async (c) => c.json({ items: await Announcement.current(), next: null }, 200))
  .openapi(list, async (c) => c.json({ items: await Announcement.list(), next: null }, 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: (await Announcement.create(input)).id }));
    return c.json(await Announcement.get(reference.id), 201);
  })
  .openapi(update, async (c) =>
    c.json(await Announcement.update({ id: c.req.valid("param").id, patch: c.req.valid("json") }), 200),
  )
  .openapi(remove, async (c) => {
    await Announcement.remove(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(dismiss, async (c) => {
    await Announcement.dismiss(c.req.valid("param").id);
    return c.body(null, 204);
  });
