import { Comment } from "@atrium/core/comment";
import { Entity } from "@atrium/core/entity";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, nothing, page, route, router } from "./respond.ts";

const tags = ["Comments"];
const Schema = z.object(Comment.Info.shape).openapi("Comment");
const Mentioned = z.object(Comment.Mentioned.shape).openapi("Mentionable");
const One = ID.extend({ commentId: z.string().max(64) });
const reading = { actor: "signed-in", right: "read", on: "entity" } as const;

const list = route(reading, {
  method: "get",
  path: "/{id}/comments",
  summary: "The threads on something, newest first, with their replies",
  tags,
  request: { params: ID, query: ListQuery.pick({ limit: true, cursor: true }) },
  responses: { 200: page(Schema, "CommentPage") },
});

const post = route(reading, {
  method: "post",
  path: "/{id}/comments",
  summary: "Say something, or answer; `@name` tells people who can see it",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(Comment.Post) },
  responses: { 201: json(Schema, "The comment") },
});

const edit = route(reading, {
  method: "patch",
  path: "/{id}/comments/{commentId}",
  summary: "Change what you said",
  tags,
  request: { params: One, body: body(Comment.Patch) },
  responses: { 200: json(Schema, "The comment, changed") },
});

const remove = route(reading, {
  method: "delete",
  path: "/{id}/comments/{commentId}",
  summary: "Delete a comment of yours, or any where you manage",
  tags,
  request: { params: One },
  responses: { 204: nothing("Deleted; it can be restored") },
});

const restore = route(reading, {
  method: "post",
  path: "/{id}/comments/{commentId}/restore",
  summary: "Take a deletion back",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The comment") },
});

const unread = route(reading, {
  method: "get",
  path: "/{id}/comments/unread",
  summary: "How many comments of others you have not read, up to 100",
  tags,
  request: { params: ID },
  responses: { 200: json(z.object({ unread: z.number().int() }), "How many") },
});

const read = route(reading, {
  method: "post",
  path: "/{id}/comments/read",
  summary: "You have read everything that is there",
  tags,
  request: { params: ID },
  responses: { 204: nothing("Noted") },
});

const mentionable = route(reading, {
  method: "get",
  path: "/{id}/mentionable",
  summary: "Whom a comment there can mention",
  tags,
  request: { params: ID, query: z.object({ q: Entity.Text(100).optional() }) },
  responses: { 200: page(Mentioned, "MentionablePage") },
});

export const comments = router()
  .openapi(list, async (c) =>
    c.json(await Comment.list({ entityID: c.req.valid("param").id, ...c.req.valid("query") }), 200),
  )
  .openapi(post, async (c) => {
    const { id: entityID } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Comment.post({ entityID, ...input }) }));
    return c.json(await Comment.get({ entityID, id: reference.id }), 201);
  })
  .openapi(unread, async (c) => c.json({ unread: await Comment.countUnread(c.req.valid("param").id) }, 200))
  .openapi(read, async (c) => {
    await Comment.markRead(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(edit, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Comment.edit({ ...target, ...c.req.valid("json") });
    return c.json(await Comment.get(target), 200);
  })
  .openapi(remove, async (c) => {
    await Comment.remove(targetOf(c.req.valid("param")));
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await Comment.restore(target);
    return c.json(await Comment.get(target), 200);
  })
  .openapi(mentionable, async (c) => {
    const items = await Comment.mentionable({ entityID: c.req.valid("param").id, ...c.req.valid("query") });
    return c.json({ items, next: null }, 200);
  });

const targetOf = ({ id, commentId }: { id: string; commentId: string }) => ({ entityID: id, id: commentId });
