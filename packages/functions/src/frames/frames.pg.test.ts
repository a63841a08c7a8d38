import sharp from "sharp";
import { beforeAll, describe, expect, it, test } from "vitest";
import { mediaPrograms, readNumber } from "../../../../test/support/video.ts";
import { type Client, client, useAPI } from "../api/testing.ts";
import { type Answer, ask, makeVideo } from "./testing.ts";

useAPI();

const FRAMES = 95;
const HEIGHTS = [144, 360];
let owner: Client;
let project: string;
let media: string;

beforeAll(async () => {
  process.env.FFMPEG = mediaPrograms().ffmpeg;
  owner = await client("Olga");
  project = (await owner.post("/projects", { name: "Dives" })).body.id;
  media = await makeVideo(owner, project, HEIGHTS, FRAMES);
});

const raw = (bytes: Buffer, at?: { left: number; top: number; width: number; height: number }) =>
  (at ? sharp(bytes).extract(at) : sharp(bytes)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
const numberIn = async (bytes: Buffer, at?: Parameters<typeof raw>[1]) => {
  const { data, info } = await raw(bytes, at);
  return readNumber(data, info.width, info.height);
};
const problem = ({ bytes }: Answer) => JSON.parse(bytes.toString());

test.each(HEIGHTS)("the number in a frame is the number asked for, at %s lines", async (height) => {
  const wanted = [0, 29, 30, 31, 59, 60, FRAMES - 1];
  const seen = [];
  for (const frame of wanted) {
    const answer = await ask(owner, `/media/${media}/frames/${frame}?rendition=${height}`);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    seen.push(await numberIn(answer.bytes));
  }
  expect(seen).toEqual(wanted);
});

test("a frame comes from the smallest rendition that is large enough", async () => {
  const of = async (query: string) => {
    const { info } = await raw((await ask(owner, `/media/${media}/frames/40${query}`)).bytes);
    return [info.width, info.height];
  };
  expect(await of("")).toEqual([640, 360]);
  expect(await of("?width=200")).toEqual([200, 113]);
  expect(await of("?width=4000")).toEqual([640, 360]);
});

test("a part is cut at the edges of the picture", async () => {
  const { bytes } = await ask(owner, `/media/${media}/frames/77?rendition=360&roi=0.75:0.5:0.5:0.75&format=png`);
  const { info } = await raw(bytes);
  expect([info.width, info.height, info.format]).toEqual([320, 90, "raw"]);
});

test("several stand side by side in the order they were named, three of them in two rows", async () => {
  const { bytes } = await ask(owner, `/media/${media}/frames?frames=60,2,31&rendition=144&width=256`);
  const { info } = await raw(bytes);
  expect([info.width, info.height]).toEqual([512, 288]);
  const cells = [
    [0, 0],
    [256, 0],
    [0, 144],
  ].map(([left = 0, top = 0]) => numberIn(bytes, { left, top, width: 256, height: 144 }));
  expect(await Promise.all(cells)).toEqual([60, 2, 31]);
});

test("each of several shows its own part, as large as the first", async () => {
  const roi = "1:1:0:0,0.5:0.5:0:0,1:1:0:0";
  const { bytes } = await ask(
    owner,
    `/media/${media}/frames?frames=9,70,9&tile=3x1&width=256&rendition=144&roi=${roi}`,
  );
  const { info } = await raw(bytes);
  expect([info.width, info.height]).toEqual([3 * 256, 144]);
  for (const left of [0, 512]) expect(await numberIn(bytes, { left, top: 0, width: 256, height: 144 })).toBe(9);
  // The left half of the cells of the other holds the upper ten bits of its number, all of them dark.
  const { data } = await raw(bytes, { left: 256, top: 0, width: 256, height: 10 });
  expect(Math.max(...data)).toBeLessThan(60);
  const short = await ask(owner, `/media/${media}/frames?frames=9,70,9&roi=1:1:0:0,0.5:0.5:0:0`);
  expect([short.status, problem(short).errors[0].path]).toEqual([400, "/roi"]);
});

test("who goes away waits for nothing, and nothing goes on for him", async () => {
  const gone = new AbortController();
  const asked = ask(owner, `/media/${media}/frames/${FRAMES - 2}?rendition=360&format=png`, { signal: gone.signal });
  gone.abort();
  expect((await asked).status).toBeGreaterThanOrEqual(500);
});

test.each(["webp", "gif"])("several move as %s", async (format) => {
  const { bytes } = await ask(owner, `/media/${media}/frames?frames=5,6,7&rendition=144&animate=10&format=${format}`);
  const { pages, delay, format: is } = await sharp(bytes, { animated: true }).metadata();
  expect({ pages, delay, is }).toEqual({ pages: 3, delay: [100, 100, 100], is: format });
  const shown = [0, 1, 2].map(async (page) => numberIn(await sharp(bytes, { page }).png().toBuffer()));
  expect(await Promise.all(shown)).toEqual([5, 6, 7]);
});

test("what is still the same is not sent again", async () => {
  const path = `/media/${media}/frames/3?rendition=144`;
  const first = await ask(owner, path);
  const again = await ask(owner, path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([first.status, again.status, again.bytes.length]).toEqual([200, 304, 0]);
  expect(first.headers.get("cache-control")).toBe("private, max-age=86400, immutable");
});

test("a clip tells what is in it", async () => {
  const whole = await ask(owner, `/media/${media}/clip?range=40:45,90:92&rendition=144`);
  expect(whole.headers.get("atrium-ranges")).toBe("30:59,90:94");
  const exact = await ask(owner, `/media/${media}/clip?range=40:45&rendition=144&exact=true`);
  expect(exact.headers.get("atrium-ranges")).toBe("40:45");
  expect([whole, exact].map(({ bytes }) => bytes.toString("latin1", 4, 8))).toEqual(["ftyp", "ftyp"]);
});

test("many parts in one call; what cannot be had says why", async () => {
  const items = [
    { mediaId: media, frame: 12, rendition: "144", format: "png" },
    { mediaId: media, frame: FRAMES },
    { mediaId: "med_00000000000000000000000000", frame: 0 },
    { mediaId: media, frame: 12, rendition: "144", roi: "0.5:0.5:0.5:0.5" },
  ];
  const headers = { "content-type": "application/json" };
  const answer = await ask(owner, "/crops", { method: "POST", body: JSON.stringify({ items }), headers });
  const { items: crops } = problem(answer);
  expect(crops.map((crop: { problem: { code: string } | null }) => crop.problem?.code ?? null)).toEqual([
    null,
    "frame.no_such_frame",
    "media.not_found",
    null,
  ]);
  expect(await numberIn(Buffer.from(await (await fetch(crops[0].url)).arrayBuffer()))).toBe(12);
});

test("what is drawn is shown with what is around it, to who reads its layer", async () => {
  const type = await owner.post(`/projects/${project}/annotation-types`, {
    name: "Fish",
    shape: "box",
    color: "#33aa55",
  });
  const box = { typeId: type.body.id, frame: 61, x: 0.75, y: 0, width: 0.25, height: 0.5 };
  const drawn = await owner.post(`/media/${media}/localizations`, { items: [box] });
  const [right] = drawn.body.items.map(({ elementalId }: { elementalId: string }) => elementalId);
  const { info } = await raw((await ask(owner, `/localizations/${right}/crop?rendition=360&margin=64`)).bytes);
  expect([info.width, info.height]).toEqual([160 + 32, 180 + 32]);
  const { layerId } = (await owner.get(`/localizations/${right}`)).body;
  const items = [{ localizationId: right, layer: layerId }, { localizationId: crypto.randomUUID() }];
  const headers = { "content-type": "application/json" };
  const answer = problem(await ask(owner, "/crops", { method: "POST", body: JSON.stringify({ items }), headers }));
  expect(answer.items.map((crop: { problem: { code: string } | null }) => crop.problem?.code ?? null)).toEqual([
    null,
    "localization.not_found",
  ]);
  const reader = await client("Rita");
  await owner.post(`/entities/${media}/grants`, { email: reader.person.email, bundle: "viewer" });
  expect((await ask(reader, `/localizations/${right}/crop`)).status).toBe(404);
  await owner.post(`/entities/${layerId}/grants`, { email: reader.person.email, bundle: "viewer" });
  expect((await ask(reader, `/localizations/${right}/crop`)).status).toBe(200);
});

describe("what is refused names its field", () => {
  it.each([
    [`frames/${FRAMES}`, 422, "frame.no_such_frame", "/frame"],
    ["frames/x", 400, "input.invalid", "/frame"],
    ["frames/0?roi=1:1:2:0", 400, "input.invalid", "/roi"],
    ["frames/0?roi=1:1:0", 400, "input.invalid", "/roi"],
    ["frames/0?rendition=999", 422, "frame.no_such_rendition", "/rendition"],
    ["frames/0?width=5", 400, "input.invalid", "/width"],
    ["frames?frames=1,two", 400, "input.invalid", "/frames"],
    [`frames?frames=${Array.from({ length: 33 }, (_, at) => at)}`, 422, "frame.too_many", "/frames"],
    ["frames?frames=1,2,3&tile=1x2", 400, "input.invalid", "/tile"],
    ["frames?frames=1,2&animate=16", 400, "input.invalid", "/animate"],
    ["frames?frames=1,2&animate=5&format=png", 400, "input.invalid", "/format"],
    ["clip?range=9:3", 400, "input.invalid", "/range"],
    [`clip?range=9:${FRAMES}`, 422, "frame.no_such_frame", "/range"],
  ])("%s", async (path, status, code, field) => {
    const answer = await ask(owner, `/media/${media}/${path}`);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const { code: said, errors } = problem(answer);
    expect([answer.status, said, errors[0].path]).toEqual([status, code, field]);
  });
});

test("a stranger learns of nothing; who may read sees", async () => {
  const stranger = await client("Stefan");
  const path = `/media/${media}/frames/1?rendition=144`;
  expect((await ask(stranger, path)).status).toBe(404);
  await owner.post(`/entities/${media}/grants`, { email: stranger.person.email, bundle: "viewer" });
  expect((await ask(stranger, path)).status).toBe(200);
});
