import { beforeAll, expect, test } from "vitest";
import { type Client, client, useAPI } from "./testing.ts";
import { relayAll } from "./testing-relay.ts";

useAPI();

let anna: Client;
let bert: Client;
let stranger: Client;
let projectID: string;
let path: string;
beforeAll(async () => {
  anna = await client("Anna Berg");
  bert = await client("Bert");
  stranger = await client("Stranger");
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  path = `/entities/${projectID}/comments`;
  await anna.post(`/entities/${projectID}/grants`, { principalId: personal(bert), bundle: "viewer" });
});

const personal = ({ person }: Client) => person.id.replace("usr_", "grp_");
const typesFor = async (who: Client) =>
  (await who.get("/notifications?unread=true&limit=1000")).body.items.map(({ type }: { type: string }) => type);
const clear = (who: Client) => who.post("/notifications/read", {});

test("whoever reads a thing can comment on it; who does not see it cannot even tell", async () => {
  const posted = await bert.post(path, { body: "Which **species**?" });
  expect(posted).toMatchObject({
    status: 201,
    body: { body: "Which **species**?", author: { name: "Bert" }, mine: true },
  });
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.post(path, { body: "Hello" })).status).toBe(404);
  expect((await bert.post(path, { body: "  " })).body.errors[0].path).toBe("/body");
  expect((await bert.post(path, { body: "x", parentId: "cmt_none" })).status).toBe(404);
  const reader = await client("Reader", { scopes: ["read"] });
  await anna.post(`/entities/${projectID}/grants`, { principalId: personal(reader), bundle: "viewer" });
  expect((await reader.post(path, { body: "Hello" })).status).toBe(403);
});

test("a thread holds its answers in order, and an answer to an answer", async () => {
  const thread = (await anna.post(path, { body: "First" })).body;
  const answer = (await bert.post(path, { body: "Second", parentId: thread.id })).body;
  await anna.post(path, { body: "Third", parentId: answer.id });
  const { items } = (await bert.get(`${path}?limit=1`)).body;
  expect(items).toMatchObject([
    { id: thread.id, replies: [{ body: "Second" }, { body: "Third", parentId: thread.id }] },
  ]);
});

test("a mention tells who can see it, and nobody else", async () => {
  await Promise.all([clear(anna), clear(bert), clear(stranger)]);
  const { body } = await bert.post(path, { body: "@anna berg, look! And @Stranger, and bert@example.org" });
  expect(body.mentions).toEqual([{ principalId: personal(anna), name: "Anna Berg", kind: "personal" }]);
  expect(await typesFor(anna)).toEqual(["comment.mentioned"]);
  expect(await typesFor(stranger)).toEqual([]);
  const refused = await bert.post(path, { body: "x", mentions: [personal(stranger)] });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: "comment.cannot_mention", errors: [{ path: "/mentions/0" }] },
  });
});

test("a team that it was shared with can be mentioned, and completed while typing", async () => {
  const carl = await client("Carl");
  const group = (await anna.post("/groups", { name: "Ringers" })).body;
  await anna.post(`/groups/${group.id}/members`, { memberId: carl.person.id });
  expect((await anna.get(`/entities/${projectID}/mentionable?q=ring`)).body.items).toEqual([]);
  await anna.post(`/entities/${projectID}/grants`, { principalId: group.id, bundle: "viewer" });
  const complete = async (q: string) =>
    (await anna.get(`/entities/${projectID}/mentionable?q=${q}`)).body.items.map(({ name }: { name: string }) => name);
  expect(await complete("ring")).toEqual(["Ringers"]);
  expect(await complete("car")).toEqual(["Carl"]);
  expect(await complete("stran")).toEqual([]);
  await clear(carl);
  await anna.post(path, { body: "@Ringers please" });
  expect(await typesFor(carl)).toEqual(["comment.mentioned"]);
});

test("who took part is told of answers, who made the thing of comments, each once", async () => {
  const thread = (await bert.post(path, { body: "A question" })).body;
  await Promise.all([clear(anna), clear(bert)]);
  await anna.post(path, { body: "An answer", parentId: thread.id });
  expect(await typesFor(bert)).toEqual(["comment.replied"]);
  await bert.post(path, { body: "Thanks, @Anna Berg", parentId: thread.id });
  expect(await typesFor(anna)).toEqual(["comment.mentioned"]);
  await clear(anna);
  await bert.post(path, { body: "Another one" });
  expect(await typesFor(anna)).toEqual(["comment.posted"]);
});

test("one changes and deletes one's own; who manages it deletes any; a deletion is taken back", async () => {
  const mine = (await bert.post(path, { body: "Tpyo" })).body;
  await clear(anna);
  const edited = await bert.patch(`${path}/${mine.id}`, { body: "Typo for @Anna Berg" });
  expect(edited.body).toMatchObject({ body: "Typo for @Anna Berg", editedAt: expect.any(String) });
  expect(await typesFor(anna)).toEqual(["comment.mentioned"]);
  expect((await anna.patch(`${path}/${mine.id}`, { body: "Mine now" })).body.code).toBe("comment.not_yours");
  const other = (await anna.post(path, { body: "Anna's" })).body;
  expect((await bert.delete(`${path}/${other.id}`)).status).toBe(403);
  expect((await stranger.delete(`${path}/${other.id}`)).status).toBe(404);
  expect((await anna.delete(`${path}/${mine.id}`)).status).toBe(204);
  expect((await bert.get(`${path}?limit=1000`)).body.items.map(({ id }: { id: string }) => id)).not.toContain(mine.id);
  expect((await bert.patch(`${path}/${mine.id}`, { body: "x" })).body.code).toBe("comment.not_found");
  expect((await bert.post(`${path}/${mine.id}/restore`)).body).toMatchObject({ body: "Typo for @Anna Berg" });
});

test("a deleted comment that was answered leaves its place, without its words", async () => {
  const thread = (await bert.post(path, { body: "Rude words" })).body;
  await anna.post(path, { body: "Please", parentId: thread.id });
  await bert.delete(`${path}/${thread.id}`);
  const { items } = (await anna.get(`${path}?limit=1`)).body;
  expect(items).toMatchObject([{ id: thread.id, deleted: true, body: "", replies: [{ body: "Please" }] }]);
});

test("what others wrote counts as unread until one has been there", async () => {
  await bert.post(`${path}/read`);
  expect((await bert.get(`${path}/unread`)).body).toEqual({ unread: 0 });
  await anna.post(path, { body: "News" });
  await bert.post(path, { body: "My own" });
  expect((await bert.get(`${path}/unread`)).body).toEqual({ unread: 1 });
  await bert.post(`${path}/read`);
  expect((await bert.get(`${path}/unread`)).body).toEqual({ unread: 0 });
});

test("whoever has the page open is told at once", async () => {
  await relayAll();
  const { body } = await anna.post(path, { body: "Now" });
  const { sockets } = await relayAll();
  expect(sockets).toContainEqual({
    entityIds: [projectID],
    message: { type: "comment.changed", entityId: projectID, id: body.id },
  });
});
