// First: it teaches zod about OpenAPI, before anything else makes a schema.
import "@hono/zod-openapi";
import { Config } from "@atrium/core/config";
import { secret } from "@atrium/core/secret";
import { tableFromIPC } from "apache-arrow";
import { beforeEach, describe, expect, test } from "vitest";
import { makeMedia } from "../../../core/src/annotation/testing.ts";
import { query } from "../../../core/src/database/index.ts";
import { app as tables } from "../tables/app.ts";
import { type Client, call, client, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let project: string;
let media: string;
let box: { id: string };
let track: { id: string };

beforeEach(async () => {
  anna = await client("Anna");
  project = (await anna.post("/projects", { name: "Reef" })).body.id;
  media = await anna.person.as(() => makeMedia(project));
  const attributes = [
    { name: "Species", dtype: "string" },
    { name: "Count", dtype: "int", minimum: 0, default: 1 },
  ];
  const types = `/projects/${project}/annotation-types`;
  box = (await anna.post(types, { name: "Fish", shape: "box", attributes })).body;
  track = (await anna.post(types, { name: "Path", shape: "track" })).body;
});

const at = (frame: number, more: object = {}) => ({
  ...{ typeId: box.id, frame, x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
  ...more,
});
const draw = (...items: object[]) => anna.post(`/media/${media}/localizations`, { items });
const list = async (query = "") => (await anna.get(`/media/${media}/localizations?${query}`)).body;
const pathsOf = ({ body }: { body: { errors?: { path: string }[] } }) => body.errors?.map(({ path }) => path);

describe("localizations", () => {
  test("are made all or none, in order, with defaults, on the project's first layer", async () => {
    expect(pathsOf(await draw(at(0), at(100)))).toEqual(["/items/1/frame"]);
    const refused = await draw(at(0), at(1, { attributes: { Count: -1, Size: 3 } }), { ...at(2), points: [] });
    expect(refused.status).toBe(400);
    const wrong = await draw(at(0), at(1, { attributes: { Count: -1, Size: 3 } }), at(2, { u: 1 }), at(3, { x: 0.9 }));
    expect(pathsOf(wrong)).toEqual([
      "/items/1/attributes/Count",
      "/items/1/attributes/Size",
      "/items/2/u",
      "/items/3/width",
    ]);
    expect((await list()).items).toEqual([]);
    const { status, body } = await draw(at(5, { attributes: { Species: "Cod" } }), at(3));
    expect(status).toBe(201);
    expect(body.items).toMatchObject([{ mark: 1 }, { mark: 1 }]);
    const { items } = await list("sort=frame");
    expect(items).toMatchObject([
      { frame: 3, attributes: { Count: 1 }, key: true, trackIds: [], mark: 1, deleted: false },
      { frame: 5, attributes: { Species: "Cod", Count: 1 }, x: 0.1, width: 0.3, u: null, points: null },
    ]);
    expect(items[1].elementalId).toBe(body.items[0].elementalId);
    const { items: layers } = (await anna.get(`/projects/${project}/layers`)).body;
    expect(layers).toMatchObject([{ name: "Baseline", number: 0, id: items[0].layerId }]);
  });

  test("change by new marks, refuse a stale one, and take changes back", async () => {
    const { elementalId } = (await draw(at(1))).body.items[0];
    const path = `/localizations/${elementalId}`;
    expect((await anna.patch(path, { x: 0.5, attributes: { Count: "7" } })).body).toMatchObject({ mark: 2 });
    expect((await anna.patch(path, { x: 0.6 }, { "if-match": '"1"' })).status).toBe(412);
    expect((await anna.get(path)).body).toMatchObject({ x: 0.5, y: 0.2, mark: 2, attributes: { Count: 7 } });
    expect((await anna.delete(path)).body).toMatchObject({ mark: 3 });
    expect((await anna.get(path)).status).toBe(404);
    expect((await list()).items).toEqual([]);
    expect((await anna.post(`${path}/restore`, { mark: 1 })).body).toMatchObject({ mark: 4 });
    expect((await anna.get(path)).body).toMatchObject({ x: 0.1, mark: 4, attributes: { Count: 1 } });
    const { items } = (await anna.get(`${path}/marks`)).body;
    expect(items.map((one: { mark: number; deleted: boolean }) => [one.mark, one.deleted])).toEqual([
      [4, false],
      [3, true],
      [2, false],
      [1, false],
    ]);
  });

  test("of several changes at once each has its own mark", async () => {
    const { elementalId } = (await draw(at(1))).body.items[0];
    const answers = await Promise.all(
      [0.1, 0.2, 0.3, 0.4].map((x) => anna.patch(`/localizations/${elementalId}`, { x })),
    );
    const good = answers.filter(({ status }) => status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 409 || status === 412)).toBe(true);
    expect((await anna.get(`/localizations/${elementalId}`)).body.mark).toBe(1 + good.length);
    const latest = await query((db) =>
      db
        .selectFrom("localization")
        .select("mark")
        .where("elemental_id", "=", elementalId)
        .where("latest", "=", true)
        .execute(),
    );
    expect(latest).toHaveLength(1);
  });

  test("a layer over another changes them for itself", async () => {
    const { elementalId } = (await draw(at(1), at(2))).body.items[0];
    const base = (await list()).items[0].layerId;
    const over = (await anna.post(`/projects/${project}/layers`, { name: "Corrections", baseIds: [base] })).body;
    expect(over).toMatchObject({ number: 1, baseIds: [base] });
    const changed = await anna.patch(`/localizations/${elementalId}?layer=${over.id}`, { x: 0.4 });
    expect(changed.body).toMatchObject({ mark: 1 });
    expect((await list(`layer=${over.id}&sort=frame`)).items).toMatchObject([
      { frame: 1, x: 0.4, layerId: over.id },
      { frame: 2, x: 0.1, layerId: base },
    ]);
    expect((await list(`layer=${base}&sort=frame`)).items).toMatchObject([{ x: 0.1 }, { x: 0.1 }]);
    // Deleted in the upper layer, it is hidden there and stays below.
    await anna.delete(`/localizations/${elementalId}?layer=${over.id}`);
    expect((await list(`layer=${over.id}`)).items).toMatchObject([{ frame: 2 }]);
    expect((await list(`layer=${base}`)).items).toHaveLength(2);
    const circle = await anna.patch(`/layers/${base}`, { baseIds: [over.id] }, { "if-match": "*" });
    expect(circle).toMatchObject({ status: 409, body: { code: "layer.circle" } });
    expect((await anna.delete(`/layers/${base}`)).body.code).toBe("layer.not_empty");
  });

  test("layers are compared, and what one says is written onto another", async () => {
    const [changed, deleted, same] = (await draw(at(1), at(2), at(3))).body.items as { elementalId: string }[];
    const base = (await list()).items[0].layerId;
    const over = (await anna.post(`/projects/${project}/layers`, { name: "Corrections", baseIds: [base] })).body.id;
    await anna.patch(`/localizations/${changed?.elementalId}?layer=${over}`, { x: 0.4 });
    await anna.delete(`/localizations/${deleted?.elementalId}?layer=${over}`);
    await draw(at(9, { layerId: over }));
    const compare = async () => (await anna.get(`/layers/${over}/compare/${base}`)).body.items;
    const differences = (await compare()) as { change: string; ours: { x: number }; theirs: { x: number } | null }[];
    expect(differences.map(({ change, ours, theirs }) => [change, ours.x, theirs?.x]).sort()).toEqual([
      ["added", 0.1, undefined],
      ["changed", 0.4, 0.1],
      ["deleted", 0.1, 0.1],
    ]);
    expect((await anna.post(`/layers/${over}/merge/${base}`, {})).body).toEqual({ localizations: 3, states: 0 });
    expect(await compare()).toEqual([]);
    const { items } = await list(`layer=${base}&sort=frame`);
    expect(items.map(({ frame, x }: { frame: number; x: number }) => [frame, x])).toEqual([
      [1, 0.4],
      [3, 0.1],
      [9, 0.1],
    ]);
    expect(items[1].elementalId).toBe(same?.elementalId);
  });

  test("are paged, each once, by any order", async () => {
    await draw(
      ...Array.from({ length: 23 }, (_, i) => at(i % 5, { attributes: i % 3 ? { Species: `s${i % 4}` } : {} })),
    );
    for (const sort of [
      "",
      "-id",
      "frame",
      "-frame",
      "attributes.Species",
      "-attributes.Species,frame",
      "attributes.Count",
      "-createdAt",
      "x,-y,u",
    ]) {
      const seen: string[] = [];
      const whole = (await list(`sort=${sort}&limit=1000`)).items.map(({ id }: { id: string }) => id);
      for (let cursor = ""; cursor !== null; ) {
        const page = await list(`sort=${sort}&limit=4${cursor ? `&cursor=${cursor}` : ""}`);
        seen.push(...page.items.map(({ id }: { id: string }) => id));
        cursor = page.next;
      }
      expect([sort, seen]).toEqual([sort, whole]);
      expect(new Set(seen).size).toBe(23);
    }
    expect((await anna.get(`/media/${media}/localizations?sort=nonsense`)).body.code).toBe("list.unknown_sort");
    expect((await anna.get(`/media/${media}/localizations?cursor=xx`)).body.code).toBe("list.bad_cursor");
  });

  test("many change at once, guarded by their number", async () => {
    await draw(at(1), at(2), at(3, { attributes: { Species: "Cod" } }));
    const path = `/projects/${project}/localizations`;
    const filter = { field: "$frame", op: "gte", value: 2 };
    expect(pathsOf(await anna.patch(path, { filter, values: { attributes: { Species: "Ray" } } }))).toEqual(["/count"]);
    const differs = await anna.patch(path, { filter, count: 3, values: { attributes: { Species: "Ray" } } });
    expect(differs).toMatchObject({ status: 409, body: { code: "annotation.count_differs" } });
    expect((await anna.patch(path, { filter, count: 2, values: { attributes: { Species: "Ray" } } })).body).toEqual({
      count: 2,
    });
    const { items, total } = (await anna.get(`${path}?sort=frame&fields=frame,attributes.Species&count=true`)).body;
    expect(total).toBe(3);
    expect(items).toEqual([
      { frame: 1, attributes: {} },
      { frame: 2, attributes: { Species: "Ray" } },
      { frame: 3, attributes: { Species: "Ray" } },
    ]);
    const headers = { authorization: `Bearer ${anna.key}`, "content-type": "application/json" };
    const body = JSON.stringify({ filter, count: 2 });
    expect((await call(path, { method: "DELETE", headers, body })).body).toEqual({ count: 2 });
    expect((await list()).items).toHaveLength(1);
  });

  test("are seen by who reads media and layer, and changed by who edits both", async () => {
    const [viewer, stranger, insider] = [await client("Viewer"), await client("Stranger"), await client("Insider")];
    await anna.post(`/entities/${project}/grants`, { email: viewer.person.email, bundle: "viewer" });
    const folder = (await anna.post("/projects", { name: "Folder", parentId: project })).body.id;
    const hidden = await anna.person.as(() => makeMedia(folder, { name: "Hidden.mp4" }));
    await draw(at(1));
    await anna.post(`/media/${hidden}/localizations`, { items: [at(1), at(2)] });
    const { elementalId } = (await list()).items[0];
    // Of the folder alone somebody is a contributor: the outer project's layer is not theirs to see.
    await anna.post(`/entities/${folder}/grants`, { email: insider.person.email, bundle: "contributor" });
    const ways = [
      `/media/${media}/localizations`,
      `/projects/${project}/localizations`,
      `/localizations/${elementalId}`,
    ];
    for (const way of ways) {
      expect((await viewer.get(way)).status).toBe(200);
      expect((await stranger.get(way)).status).toBe(404);
      expect((await insider.get(way)).status).toBe(404);
    }
    expect((await insider.get(`/projects/${folder}/localizations?count=true`)).body).toMatchObject({
      items: [],
      total: 0,
    });
    expect((await viewer.get(`/projects/${project}/localizations?count=true`)).body.total).toBe(3);
    expect((await viewer.post(`/media/${media}/localizations`, { items: [at(1)] })).status).toBe(403);
    expect((await stranger.post(`/media/${media}/localizations`, { items: [at(1)] })).status).toBe(404);
    expect((await viewer.patch(`/localizations/${elementalId}`, { x: 0 })).status).toBe(403);
    const many = { ids: [elementalId], values: { x: 0 } };
    expect((await viewer.patch(`/projects/${project}/localizations`, many)).status).toBe(403);
    expect((await stranger.patch(`/projects/${project}/localizations`, many)).status).toBe(404);
  });
});

describe("states", () => {
  test("a track has members, and stretches that follow from them", async () => {
    const made = (await draw(at(1), at(2), at(3), at(7), at(8))).body.items as { elementalId: string }[];
    const localizationIds = made.map(({ elementalId }) => elementalId);
    const answer = await anna.post(`/media/${media}/states`, { items: [{ typeId: track.id, localizationIds }] });
    expect(answer.status).toBe(201);
    const { elementalId } = answer.body.items[0];
    const get = async () => (await anna.get(`/states/${elementalId}`)).body;
    expect(await get()).toMatchObject({
      segments: [
        [1, 3],
        [7, 8],
      ],
      mediaIds: [media],
      mark: 1,
    });
    await anna.delete(`/localizations/${localizationIds[1]}`);
    expect((await get()).segments).toEqual([
      [1, 1],
      [3, 3],
      [7, 8],
    ]);
    await draw(at(9, { trackIds: [elementalId] }));
    expect(await get()).toMatchObject({
      segments: [
        [1, 1],
        [3, 3],
        [7, 9],
      ],
      mark: 2,
    });
    expect((await list("frame=9")).items).toMatchObject([{ trackIds: [elementalId] }]);
    const stranger = [{ typeId: track.id, localizationIds: [crypto.randomUUID()] }];
    expect(pathsOf(await anna.post(`/media/${media}/states`, { items: stranger }))).toEqual([
      "/items/0/localizationIds/0",
    ]);
  });
});

describe("tracks", () => {
  const makeTrack = async (frames: number[]) => {
    const { items } = (await draw(...frames.map((frame) => at(frame, { x: frame / 200 })))).body;
    const localizationIds = items.map(({ elementalId }: { elementalId: string }) => elementalId);
    const { body } = await anna.post(`/media/${media}/states`, { items: [{ typeId: track.id, localizationIds }] });
    return { id: body.items[0].elementalId as string, localizationIds };
  };
  const segments = async (id: string) => (await anna.get(`/states/${id}`)).body.segments;

  test("are merged, and the other one is gone until that is taken back", async () => {
    const [main, other] = [await makeTrack([1, 2]), await makeTrack([3, 8])];
    const { body } = await anna.post(`/tracks/${main.id}/merge`, { trackIds: [other.id] });
    expect(body).toMatchObject({ track: { mark: 2 }, created: [], deleted: [] });
    expect(await segments(main.id)).toEqual([
      [1, 3],
      [8, 8],
    ]);
    expect((await anna.get(`/states/${other.id}`)).status).toBe(404);
    await anna.post(`/states/${other.id}/restore`, { mark: 1 });
    await anna.post(`/states/${main.id}/restore`, { mark: 1 });
    expect([await segments(main.id), await segments(other.id)]).toEqual([
      [[1, 2]],
      [
        [3, 3],
        [8, 8],
      ],
    ]);
  });

  test("are trimmed: a member that another track shares survives", async () => {
    const main = await makeTrack([1, 2, 3, 4]);
    const shared = main.localizationIds[3];
    await anna.post(`/media/${media}/states`, { items: [{ typeId: track.id, localizationIds: [shared] }] });
    const { body } = await anna.post(`/tracks/${main.id}/trim`, { frame: 2, end: "end" });
    expect(body.deleted).toEqual([main.localizationIds[2]]);
    expect(await segments(main.id)).toEqual([[1, 2]]);
    expect((await anna.get(`/localizations/${shared}`)).body.trackIds).toHaveLength(1);
  });

  test("are filled, drawn anew between keys, and extended as far as the video goes", async () => {
    const main = await makeTrack([1, 5, 98]);
    expect((await anna.post(`/tracks/${main.id}/trim`, { frame: 5, end: "end" })).body.deleted).toHaveLength(1);
    expect((await anna.post(`/tracks/${main.id}/fill`)).body.created).toHaveLength(3);
    expect((await list("frame=3")).items).toMatchObject([
      { key: false, x: expect.closeTo(0.015), trackIds: [main.id] },
    ]);
    await anna.patch(`/localizations/${main.localizationIds[1]}`, { x: 0.41 });
    const again = (await anna.post(`/tracks/${main.id}/interpolate`)).body;
    expect([again.created.length, again.deleted.length]).toEqual([3, 3]);
    expect((await list("frame=3")).items).toMatchObject([{ x: expect.closeTo(0.2075) }]);
    await anna.post(`/tracks/${main.id}/extend`, { direction: "backward", frames: 9 });
    await anna.post(`/tracks/${main.id}/extend`, { direction: "forward", frames: 1_000 });
    expect(await segments(main.id)).toEqual([[0, 99]]);
    expect((await anna.post(`/tracks/${crypto.randomUUID()}/fill`)).status).toBe(404);
  });
});

test("a media's annotations are streamed as Arrow and as NDJSON, each once, over several batches", async () => {
  const many = 20_000;
  for (let made = 0; made < many; made += 5_000)
    await draw(
      ...Array.from({ length: 5_000 }, (_, i) => at((made + i) % 7, { attributes: { Species: `Dorsch ü${i}` } })),
    );
  const [first] = (await list("limit=1&sort=frame")).items;
  const said = { typeId: track.id, localizationIds: [first.elementalId] };
  const [path] = (await anna.post(`/media/${media}/states`, { items: [said] })).body.items;
  const ask = (accept: string) =>
    tables.request(`/api/v1/media/${media}/annotations`, {
      headers: { accept, authorization: `Bearer ${anna.key}`, ...door },
    });
  const door = {
    "x-origin-secret": await secret(Config.originSecretARN()),
    "x-forwarded-host": "atrium.test",
    "x-forwarded-proto": "http",
  };
  const answer = await ask("application/vnd.apache.arrow.stream");
  expect(answer.headers.get("content-type")).toBe("application/vnd.apache.arrow.stream");
  const table = tableFromIPC(new Uint8Array(await answer.arrayBuffer()));
  expect(table.numRows).toBe(many + 1);
  const rows = table.toArray().map((row) => row.toJSON());
  expect(new Set(rows.map(({ elemental_id }) => elemental_id)).size).toBe(many + 1);
  expect(rows.find(({ elemental_id }) => elemental_id === first.elementalId)).toMatchObject({
    ...{
      kind: "localization",
      frame: 0,
      end_frame: null,
      x: 0.1,
      width: 0.3,
      u: null,
      points: null,
      mark: 1,
      key: true,
    },
    ...{ attributes: expect.stringContaining("Dorsch ü"), track_ids: JSON.stringify([path.elementalId]) },
  });
  expect(rows.at(-1)).toMatchObject({ kind: "state", frame: null, track_ids: JSON.stringify([first.elementalId]) });
  const lines = (await (await ask("application/x-ndjson")).text()).trim().split("\n");
  expect(lines).toHaveLength(many + 1);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ kind: "state", track_ids: [first.elementalId] });
  expect((await ask("text/html")).status).toBe(406);
}, 60_000);
