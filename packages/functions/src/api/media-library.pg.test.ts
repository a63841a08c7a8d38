import { beforeAll, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let ben: Client;
let survey: string;
let passA: string;
let elsewhere: string;
let ids: string[];

const project = async (name: string, parentId?: string) =>
  (await anna.post("/projects", { name, ...(parentId ? { parentId } : {}) })).body.id as string;
const picture = async (projectId: string, name: string) => {
  const file = (await upload(anna, projectId, name, "GIF89a")).body;
  return (await anna.post("/media", { projectId, fileId: file.id })).body.media.id as string;
};
const names = async (search: string, by = anna) => {
  const { status, body } = await by.get(`/media?${search}`);
  expect(status).toBe(200);
  return body.items.map((item: { name: string }) => item.name);
};
/** As transcoding leaves it. */
const finished = async (id: string) => {
  await query((db) =>
    db.updateTable("run").set({ state: "succeeded", ended_at: new Date() }).where("subject_id", "=", id).execute(),
  );
  await query((db) => db.updateTable("media").set({ state: "ready" }).where("id", "=", id).execute());
  await query((db) =>
    db
      .insertInto("media_rendition")
      .values({
        ...{ media_id: id, name: "image", role: "image", key: `media/${id}/image.jpg`, bytes: 10, mime: "image/jpeg" },
        ...{ index_key: null, width: 4, height: 4, frames: null, codec: null, bit_rate: null, sha256: null },
      })
      .execute(),
  );
};

beforeAll(async () => {
  [anna, ben] = [await client("Anna"), await client("Ben")];
  survey = await project("Survey");
  passA = await project("Pass A", survey);
  elsewhere = await project("Elsewhere");
  await anna.post(`/entities/${survey}/grants`, { email: ben.person.email, bundle: "viewer" });
  ids = [await picture(survey, "one.gif"), await picture(survey, "two.gif"), await picture(passA, "three.gif")];
});

test("a project's media are listed by themselves or with what is inside it, searched, counted and by page", async () => {
  expect(await names(`projectId=${survey}&sort=name`)).toEqual(["one.gif", "two.gif"]);
  const inside = `projectId=${survey}&recursive=true&sort=name`;
  expect(await names(inside)).toEqual(["one.gif", "three.gif", "two.gif"]);
  expect(await names(`${inside}&q=thr`)).toEqual(["three.gif"]);
  expect(await names(`${inside}&q=thr&state=ready`)).toEqual([]);
  expect(await names(`${inside}&dtype=image&state=processing`)).toEqual(["one.gif", "three.gif", "two.gif"]);
  const first = (await anna.get(`/media?${inside}&limit=2&count=true`)).body;
  expect(first.total).toBe(3);
  expect(await names(`${inside}&limit=2&cursor=${first.next}`)).toEqual(["two.gif"]);
  const { items } = (await ben.get(`/media/folders?projectId=${survey}`)).body;
  expect(items).toEqual([
    { id: passA, parentId: survey, name: "Pass A", count: 1 },
    { id: survey, parentId: null, name: "Survey", count: 2 },
  ]);
});

test("a playlist keeps its order, and shows each what they see", async () => {
  const other = await picture(elsewhere, "four.gif");
  const list = (await anna.post(`/projects/${survey}/playlists`, { name: "Best", mediaIds: [ids[2], ids[0]] })).body;
  const changed = await anna.patch(`/playlists/${list.id}`, { addIds: [other, ids[0]] }, { "if-match": '"1"' });
  expect(changed.body).toMatchObject({ count: 3, revision: 2 });
  const ordered = `playlistId=${list.id}&sort=position`;
  expect(await names(ordered)).toEqual(["three.gif", "one.gif", "four.gif"]);
  expect(await names(ordered, ben)).toEqual(["three.gif", "one.gif"]);
  expect(await names(`${ordered}&q=one`)).toEqual(["one.gif"]);
  const stale = await anna.patch(`/playlists/${list.id}`, { name: "Later" }, { "if-match": '"1"' });
  expect(stale).toMatchObject({ status: 412, body: { code: "playlist.stale" } });
  const unseen = await ben.post(`/projects/${survey}/playlists`, { name: "Mine" });
  expect(unseen.status).toBe(403);
});

test("a clone has the bytes of the original, and keeps them when that is gone", async () => {
  const [id = ""] = ids;
  const early = await anna.post("/media/clone", { ids: [id], projectId: elsewhere });
  expect(early).toMatchObject({ status: 409, body: { code: "media.processing" } });
  await finished(id);
  const made = await anna.post("/media/clone", { ids: [id], projectId: elsewhere });
  expect(made.status).toBe(201);
  await anna.delete(`/media/${id}`);
  const clone = (await anna.get(`/media/${made.body.ids[0]}`)).body;
  expect(clone).toMatchObject({ name: "one.gif", projectId: elsewhere, state: "ready" });
  expect(clone.renditions).toMatchObject([{ name: "image", bytes: 10 }]);
  const keys = await query((db) => db.selectFrom("media_rendition").select("key").distinct().execute());
  expect(keys.map(({ key }) => key)).toEqual([`media/${id}/image.jpg`]);
});

test("a type of media fills in what is not said, and refuses what its codec cannot", async () => {
  const types = `/projects/${survey}/media-types`;
  const made = await anna.post(types, { name: "Drone", dtype: "video", transcode: { codec: "av1" } });
  expect(made.body.transcode).toEqual({
    ...{ codec: "av1", crf: 35, preset: "8", archival: "copy" },
    heights: [144, 360, 480, 720, 1080],
  });
  const wrong = await anna.post(types, {
    name: "Two",
    dtype: "video",
    transcode: { codec: "h264", crf: 60, preset: "9" },
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual(["/transcode/crf", "/transcode/preset"]);
  expect((await anna.post(types, { name: "drone", dtype: "image" })).body.code).toBe("media_type.name_taken");
  // It holds in what lies inside the project, and is of videos only.
  expect((await ben.get(`/projects/${passA}/media-types`)).body.items).toMatchObject([{ name: "Drone" }]);
  const file = (await upload(anna, passA, "five.gif", "GIF89a")).body;
  const media = await anna.post("/media", { projectId: passA, fileId: file.id, typeId: made.body.id });
  expect(media).toMatchObject({ status: 422, body: { code: "media.wrong_type" } });
});

test("an attachment shares the bytes of its file, under a name of its own", async () => {
  const notes = (await upload(anna, survey, "notes.txt", "murky")).body;
  const [, id] = ids;
  const attached = await anna.post(`/media/${id}/attachments`, { fileId: notes.id });
  expect(attached.body.renditions).toMatchObject([{ name: "notes.txt", role: "attachment", bytes: 5 }]);
  expect((await anna.post(`/media/${id}/attachments`, { fileId: notes.id })).body.code).toBe("media.attachment_taken");
  const { items } = (await anna.post(`/media/${id}/urls`, { renditions: ["notes.txt"] })).body;
  expect(await (await fetch(items[0].url)).text()).toBe("murky");
  expect((await anna.delete(`/media/${id}/attachments/notes.txt`)).status).toBe(204);
  expect((await anna.get(`/files/${notes.id}`)).status).toBe(200);
});

test("several are shown side by side only where there is a place for each", async () => {
  const multi = { projectId: survey, name: "Both", ids: [ids[1], ids[2]], columns: 2 };
  expect((await anna.post("/media/multi", { ...multi, rows: 1 })).body.multi).toMatchObject({ offsets: [0, 0] });
  const narrow = await anna.post("/media/multi", { ...multi, rows: 1, columns: 1 });
  expect(narrow).toMatchObject({ status: 422, body: { errors: [{ path: "/rows" }] } });
  const offsets = await anna.post("/media/multi", { ...multi, rows: 1, offsets: [3] });
  expect(offsets).toMatchObject({ status: 422, body: { errors: [{ path: "/offsets" }] } });
});

test("media are sorted by how long they are, page by page, also where something is asked and in a playlist", async () => {
  const place = await project("Lengths");
  const all = ["b.gif", "a.gif", "c.gif", "d.gif"];
  const made: string[] = [];
  for (const name of all) made.push(await picture(place, name));
  for (const [at, seconds] of [12.5, 0.4, 7_200].entries())
    await query((db) =>
      db
        .updateTable("media")
        .set({ duration: seconds })
        .where("id", "=", made[at] ?? "")
        .execute(),
    );
  const long = `projectId=${place}&sort=-duration`;
  expect(await names(long)).toEqual(["c.gif", "b.gif", "a.gif", "d.gif"]);
  expect(await names(`${long}&recursive=true&q=gif`)).toEqual(["c.gif", "b.gif", "a.gif", "d.gif"]);
  const first = (await anna.get(`/media?${long}&limit=2&count=true`)).body;
  expect(first.total).toBe(4);
  expect(await names(`${long}&limit=2&cursor=${first.next}`)).toEqual(["a.gif", "d.gif"]);
  expect((await names("sort=duration&q=gif")).at(-1)).toBe("c.gif");
  const { id } = (await anna.post(`/projects/${place}/playlists`, { name: "Two", mediaIds: made.slice(0, 2) })).body;
  expect(await names(`playlistId=${id}&sort=duration`)).toEqual(["a.gif", "b.gif"]);
});

test("what is side by side, and where streams are, is changed by who may edit it", async () => {
  const views = { ids: [ids[1], ids[2]], rows: 1, columns: 2 };
  const made = (await anna.post("/media/multi", { ...views, projectId: survey, name: "Two" })).body;
  const change = (by: typeof anna, id: string, body: object) => by.patch(`/media/${id}`, body, { "if-match": "*" });
  const third = await picture(survey, "third.gif");
  const multi = { ids: [ids[2], ids[1], third], rows: 2, columns: 2, offsets: [0, -5, 12] };
  const changed = await change(anna, made.id, { name: "Three", multi });
  expect(changed).toMatchObject({ status: 200, body: { name: "Three", multi, revision: made.revision + 1 } });
  const narrow = await change(anna, made.id, { multi: { ...multi, rows: 1 } });
  expect(narrow).toMatchObject({ status: 422, body: { errors: [{ path: "/multi/rows" }] } });
  const itself = await change(anna, made.id, { multi: { ids: [made.id], rows: 1, columns: 1 } });
  expect(itself).toMatchObject({ status: 422, body: { errors: [{ path: "/multi/ids/0" }] } });
  const live = { layout: { rows: 1, columns: 1 }, streams: [stream("rtsp://camera.example/1")] };
  expect(await change(anna, made.id, { live })).toMatchObject({ status: 422, body: { code: "media.other_kind" } });
  expect((await change(ben, made.id, { multi: views })).status).toBe(403);
  expect((await anna.get(`/media/${made.id}`)).body.multi).toEqual(multi);

  const camera = (await anna.post("/media/live", { ...live, projectId: survey, name: "Camera" })).body;
  const moved = { ...live, streams: [stream("https://camera.example/now.mp4")] };
  expect((await change(anna, camera.id, { live: moved })).body.live).toEqual(moved);
  const two = await change(anna, camera.id, { live: { ...moved, streams: [...moved.streams, ...live.streams] } });
  expect(two).toMatchObject({ status: 422, body: { errors: [{ path: "/live/layout/rows" }] } });
});
const stream = (url: string) => ({ url, feeds: [{ name: "Front", resolution: [640, 360] }] });

test("the ones before and after a media are those of its project that are seen", async () => {
  const place = await project("Around");
  const [a = "", b = "", c = ""] = [
    await picture(place, "a.gif"),
    await picture(place, "b.gif"),
    await picture(place, "c.gif"),
  ];
  const around = async (id: string) => (await anna.get(`/media/${id}/around`)).body;
  expect(await around(a)).toEqual({ previous: null, next: { id: b, name: "b.gif" }, at: 1, total: 3 });
  expect(await around(b)).toMatchObject({ previous: { id: a }, next: { id: c }, at: 2 });
  await anna.post("/media/trash", { ids: [c], count: 1 });
  expect(await around(b)).toMatchObject({ next: null, total: 2 });
  expect((await ben.get(`/media/${b}/around`)).status).toBe(404);
});
