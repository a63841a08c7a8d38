import { Notification } from "@atrium/core/notification";
import { z } from "@hono/zod-openapi";
import { body, Flag, json, ListQuery, nothing, page, route, router } from "./respond.ts";

const tags = ["Notifications"];
const Schema = z.object(Notification.Info.shape).openapi("Notification");
const Preference = z.object(Notification.Preference.shape).openapi("NotificationPreference");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/notifications",
    summary: "What you were told of, newest first",
    tags,
    request: { query: ListQuery.pick({ limit: true, cursor: true }).extend({ unread: Flag.optional() }) },
    responses: { 200: page(Schema, "NotificationPage") },
  },
);

const unread = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/notifications/unread",
    summary: "How many you have not read, up to 100",
    tags,
    responses: { 200: json(z.object({ unread: z.number().int() }), "The number for the bell") },
  },
);

const mark = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/notifications/read",
    summary: "Mark some as read or unread, or all where none are named",
    tags,
    request: { body: body(Notification.Mark) },
    responses: { 204: nothing("Marked") },
  },
);

const preferences = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/notifications/preferences",
    summary: "What you hear of, and how",
    tags,
    responses: { 200: page(Preference, "NotificationPreferencePage") },
  },
);

const choose = route(
  { actor: "signed-in" },
  {
    method: "patch",
    path: "/notifications/preferences",
    summary: "Choose what you hear of: on the site, by mail at once, by mail once a day, or not",
    tags,
    request: { body: body(Notification.Choose) },
    responses: { 200: page(Preference, "NotificationPreferencePage") },
  },
);

export const notifications = router()
  .openapi(list, async (c) => c.json(await Notification.list(c.req.valid("query")), 200))
  .openapi(unread, async (c) => c.json({ unread: await Notification.countUnread() }, 200))
  .openapi(mark, async (c) => {
    await Notification.mark(c.req.valid("json"));
    return c.body(null, 204);
  })
  .openapi(preferences, async (c) => c.json({ items: await Notification.preferences(), next: null }, 200))
  .openapi(choose, async (c) => {
    await Notification.choose(c.req.valid("json"));
    return c.json({ items: await Notification.preferences(), next: null }, 200);
  });
