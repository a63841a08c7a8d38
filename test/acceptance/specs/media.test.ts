/** From a file to what can be played: renditions, their bytes and indexes, and who may have them. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";
import { FULL } from "../../support/ring.ts";
import { mediaPrograms, numberedVideo, numbersIn, readNumber } from "../../support/video.ts";

const FRAMES = 45;
const folder = temporaryFolder("media");
let ada: Person;
let project: Json;
let media: Json;
let urls: Json[];

beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
  const sound = ["-f", "lavfi", "-i", "sine=duration=3"];
  const out = join(folder.path, "dive.mp4");
  const extra = [
    "-map",
    "0:v",
    "-map",
    "1:a",
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
    "-pix_fmt",
    "yuv420p",
    "-shortest",
  ];
  await numberedVideo({ width: 320, height: 180, fps: "30000/1001", frames: FRAMES, out, inputs: sound, extra });
  const file = await uploadFile(ada.key, project.id, "dive's 1st – ü.mp4", readFileSync(out));
  const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
  expect(begun.media).toMatchObject({ name: "dive's 1st – ü.mp4", dtype: "video", state: "processing" });
  expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
  media = await ada.key.get(`/media/${begun.media.id}`);
  ({ items: urls } = await ada.key.post(`/media/${media.id}/urls`, {}));
});
afterAll(folder.remove);

const fetched = async (name: string): Promise<{ path: string; index: Json }> => {
  const { url, indexUrl } = urls.find((one) => one.name === name) ?? expect.fail(`no ${name}`);
  const path = join(folder.path, `${name}.bin`);
  writeFileSync(path, Buffer.from(await (await fetch(url)).arrayBuffer()));
  return { path, index: indexUrl === null ? null : await (await fetch(indexUrl)).json() };
};

const picture = (what: string, headers: Record<string, string> = {}, id = media.id): Promise<Response> =>
  fetch(new URL(`/api/v1/media/${id}/${what}`, ada.key.url), { headers: { ...ada.key.headers, ...headers } });

async function numberAt(what: string, id?: string): Promise<number> {
  const bytes = Buffer.from(await (await picture(what, {}, id)).arrayBuffer());
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return readNumber(data, info.width, info.height);
}

describe("a video", () => {
  it("is known exactly, and has what is needed to look at it", () => {
    expect(media).toMatchObject({
      state: "ready",
      problems: [],
      video: {
        width: 320,
        height: 180,
        frames: FRAMES,
        fps: { num: 30_000, den: 1_001 },
        variable: false,
        rotation: 0,
      },
    });
    const names = media.renditions.map(({ name, role }: Json) => `${role} ${name}`);
    expect(names.sort()).toEqual([
      "audio audio",
      "preview preview",
      "sprite sprite",
      "streaming 144",
      "streaming 180",
      "thumbnail thumbnail",
    ]);
  });

  it.each([
    ["144", 256, 144],
    ["180", 320, 180],
  ])("has every frame in rung %s, where its index says", async (name, width, height) => {
    const { path, index } = await fetched(name);
    expect(await numbersIn(path, { width, height })).toEqual(Array.from({ length: FRAMES }, (_, n) => n));
    expect(index).toMatchObject({ version: 1, frames: FRAMES, startTime: 0, timestamps: null });
    const last = index.segments.at(-1);
    expect(last.offset + last.size).toBeLessThanOrEqual(readFileSync(path).length);
    // What an index names is enough by itself: the head, and the bytes of one segment.
    const [, second] = index.segments;
    const bytes = readFileSync(path);
    const alone = join(folder.path, "alone.mp4");
    const part = bytes.subarray(second.offset, second.offset + second.size);
    writeFileSync(alone, Buffer.concat([bytes.subarray(0, index.init.size), part]));
    const wanted = Array.from({ length: second.frames }, (_, n) => second.frame + n);
    expect(await numbersIn(alone, { width, height })).toEqual(wanted);
  });

  it("is a playlist of byte ranges for players of HLS", async () => {
    const master = (await ada.key.call("GET", `/media/${media.id}/hls/master.m3u8`)).text;
    expect(master).toMatch(/RESOLUTION=256x144,CODECS="avc1\.[0-9a-f]{6},mp4a\.40\.2",AUDIO="audio"\n144\.m3u8/);
    const { text: list } = await ada.key.call("GET", `/media/${media.id}/hls/180.m3u8`);
    const [, size, offset] = /#EXT-X-BYTERANGE:(\d+)@(\d+)/.exec(list) ?? [];
    const [url = ""] = list.split("\n").filter((line) => line.startsWith("http"));
    const range = `bytes=${offset}-${Number(offset) + Number(size) - 1}`;
    const answer = await fetch(url, { headers: { range } });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([206, Number(size)]);
  });

  it.each(["144", "180"])("is answered frame by frame from rung %s, each the one that was asked for", async (name) => {
    const random = createRandom(Number(name));
    for (let batch = 0; batch < (FULL ? 25 : 1); batch++) {
      const wanted = Array.from({ length: 8 }, () => random.integer(0, FRAMES - 1));
      const seen = wanted.map((frame) => numberAt(`frames/${frame}?rendition=${name}&format=png`));
      expect(await Promise.all(seen)).toEqual(wanted);
    }
  });

  it("whose frames come as they like is answered frame by frame from each rung", { timeout: 300_000 }, async () => {
    const later = "settb=1/90000,setpts='N*3000+if(gt(mod(N,7),4),1001,0)+if(gt(N,60),70000,0)'";
    const clock = ["-vsync", "passthrough", "-enc_time_base", "1:90000", "-video_track_timescale", "90000"];
    const extra = ["-vf", later, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", ...clock];
    const out = join(folder.path, "variable.mp4");
    await numberedVideo({ width: 320, height: 180, fps: 30, frames: 120, out, extra });
    const apart = await createProject(ada.key);
    const file = await uploadFile(ada.key, apart.id, "variable.mp4", readFileSync(out));
    const begun = await ada.key.post("/media", { projectId: apart.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
    const { id, video, renditions } = await ada.key.get(`/media/${begun.media.id}`);
    expect(video).toMatchObject({ variable: true, frames: 120 });
    for (const { name } of renditions.filter(({ role }: Json) => role === "streaming")) {
      const random = createRandom(Number(name));
      for (let batch = 0; batch < (FULL ? 25 : 1); batch++) {
        const wanted = Array.from({ length: 8 }, () => random.integer(0, 119));
        const seen = wanted.map((frame) => numberAt(`frames/${frame}?rendition=${name}`, id));
        expect(await Promise.all(seen)).toEqual(wanted);
      }
    }
  });

  it("is cut and joined while it is read, and a picture that is known is not sent again", async () => {
    const clip = await picture(`clip?range=31:33&rendition=144`);
    const [first = -1, last = -1] = (clip.headers.get("atrium-ranges") ?? "").split(":").map(Number);
    expect(first <= 31 && last >= 33).toBe(true);
    const path = join(folder.path, "clip.mp4");
    writeFileSync(path, Buffer.from(await clip.arrayBuffer()));
    const wanted = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    expect(await numbersIn(path, { width: 256, height: 144 })).toEqual(wanted);
    const etag = (await picture("frames/7?rendition=144")).headers.get("etag") ?? "";
    expect((await picture("frames/7?rendition=144", { "if-none-match": etag })).status).toBe(304);
  });

  it("stands in lists with its pictures", async () => {
    const { items } = await ada.key.get(`/media?projectId=${project.id}`);
    expect(items).toMatchObject([{ id: media.id, state: "ready", progress: 1, frames: FRAMES }]);
    const thumbnail = await fetch(items[0].thumbnailUrl);
    expect([thumbnail.status, thumbnail.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await fetch(items[0].previewUrl)).status).toBe(200);
  });

  it("makes only what is missing when it is repaired", async () => {
    const { run } = await ada.key.post(`/media/${media.id}/repair`, {});
    const { steps } = await ended(ada.key, run.id);
    expect(steps.filter(({ state }: Json) => state !== "succeeded")).toEqual([]);
    const { items } = await ada.key.post(`/media/${media.id}/urls`, { renditions: ["144"] });
    expect(new URL(items[0].url).pathname).toBe(new URL(urls.find(({ name }) => name === "144")?.url).pathname);
  });
});

describe("a picture", () => {
  const turned = async (format: "jpeg" | "tiff") => {
    const made = sharp({ create: { width: 60, height: 40, channels: 3, background: "#c33" } }).withMetadata({
      orientation: 6,
    });
    const file = await uploadFile(ada.key, project.id, `turned.${format}`, await made.toFormat(format).toBuffer());
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
    return ada.key.get(`/media/${begun.media.id}`);
  };

  it.each(["jpeg", "tiff"] as const)("%s is turned as its camera was held", async (format) => {
    expect(await turned(format)).toMatchObject({
      ...{ dtype: "image", state: "ready", video: null, image: { width: 40, height: 60 } },
      renditions: [
        { name: "image", mime: "image/jpeg", width: 40, height: 60 },
        { name: "thumbnail", mime: "image/jpeg", width: 40, height: 60 },
      ],
    });
  });

  it("avif is shown as jpeg", async () => {
    const made = sharp({ create: { width: 60, height: 40, channels: 3, background: "#c33" } });
    const file = await uploadFile(ada.key, project.id, "a.avif", await made.avif({ effort: 0 }).toBuffer());
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
    expect(await ada.key.get(`/media/${begun.media.id}`)).toMatchObject({ image: { width: 60, height: 40 } });
  });

  it("of very many pixels has tiles, each for itself, read where the index says", async () => {
    const corner = { input: { create: { width: 10, height: 10, channels: 3, background: "#00f" } } } as const;
    const made = sharp({ create: { width: 5_000, height: 700, channels: 3, background: "#c33" } });
    const bytes = await made
      .composite([{ ...corner, left: 4_990, top: 690 }])
      .png({ compressionLevel: 1 })
      .toBuffer();
    const file = await uploadFile(ada.key, project.id, "wide.png", bytes);
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
    const { renditions, state } = await ada.key.get(`/media/${begun.media.id}`);
    const { details } = renditions.find(({ role }: Json) => role === "tiles");
    expect([state, details.tile, details.levels.length]).toEqual(["ready", 512, 5]);
    const at = (place: string, headers: Record<string, string> = {}) =>
      fetch(new URL(`/api/v1/media/${begun.media.id}/tiles/${place}`, ada.key.url), {
        headers: { ...ada.key.headers, ...headers },
      });
    const last = await at("4/9/1");
    expect([last.status, last.headers.get("content-type")]).toEqual([200, "image/webp"]);
    const square = sharp(Buffer.from(await last.arrayBuffer()));
    expect(await square.metadata()).toMatchObject({ width: 5_000 - 9 * 512, height: 700 - 512 });
    const { data } = await square
      .extract({ left: 386, top: 182, width: 2, height: 2 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect((data[2] ?? 0) - (data[0] ?? 0)).toBeGreaterThan(150);
    expect((await at("4/9/1", { "if-none-match": last.headers.get("etag") ?? "" })).status).toBe(304);
    expect([(await at("4/10/0")).status, (await at("9/0/0")).status, (await at("a/0/0")).status]).toEqual([
      404, 404, 400,
    ]);
  });

  it("in a codec that the ffmpeg here can't make, a video says so", async () => {
    const type = await ada.session.post(`/projects/${project.id}/media-types`, {
      name: "Small",
      dtype: "video",
      transcode: { codec: "av1" },
    });
    const out = join(folder.path, "av1.mp4");
    await numberedVideo({ width: 160, height: 90, fps: 10, frames: 5, out });
    const file = await uploadFile(ada.key, project.id, "av1.mp4", readFileSync(out));
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id, typeId: type.id });
    const run = await ended(ada.key, begun.run.id);
    const { ffmpeg } = mediaPrograms();
    const can = execFileSync(ffmpeg, ["-hide_banner", "-encoders"], { encoding: "utf8" }).includes("libsvtav1");
    expect(run).toMatchObject(
      can
        ? { state: "succeeded" }
        : { state: "failed", error: { code: "media.nothing_made", message: expect.stringContaining("libsvtav1") } },
    );
  });

  it("that can't be read says so, and how to go on", async () => {
    const file = await uploadFile(ada.key, project.id, "broken.png", Buffer.from("89504e470d0a1a0a00000000", "hex"));
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({
      state: "failed",
      error: { code: "media.unreadable_image" },
    });
    expect(await ada.key.get(`/media/${begun.media.id}`)).toMatchObject({ state: "failed", renditions: [] });
  });
});
