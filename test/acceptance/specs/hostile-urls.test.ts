/** Signed URLs, opened late, bent, sent again, and sent other bytes than they were made for. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { TEXTS } from "../../support/hostile/values.ts";
import type { Json } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";

const SEED = Number(process.env.ATRIUM_HOSTILE_SEED ?? 20_261_121);
const HOURS = 3_600_000;

let ada: Person;
let eve: Person;
let project: Json;
let file: Json;
let upload: Json;
beforeAll(async () => {
  [ada, eve] = [await newPerson("Ada"), await newPerson("Eve")];
  project = await createProject(ada.key);
  file = await uploadFile(ada.key, project.id, "kept.csv", "a\n1\n");
  upload = await ada.key.post("/uploads", { projectId: project.id, name: "open.bin", bytes: 4 });
});

const begin = (bytes: number, more: object = {}) =>
  ada.key.post("/uploads", { projectId: project.id, name: "x.csv", bytes, ...more });
const read = async () => new URL((await ada.key.get(`/files/${file.id}/download`)).url);
const write = () => new URL(upload.parts[0].url);
const open = async (url: URL, init: RequestInit = {}) => {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
  return { status: response.status, text: await response.text() };
};
const put = (url: URL, body: string) => open(url, { method: "PUT", body });

/** Everything a signature covers, changed in some way that the seed chooses. */
function tampered(url: URL, count: number): URL[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () => {
    const other = new URL(url);
    const [name, value] = random.pick([...url.searchParams]);
    const change = random.integer(0, 4);
    if (change === 0) other.searchParams.delete(name);
    else if (change === 1) other.searchParams.set(name, random.pick(TEXTS).slice(0, 2_000).toWellFormed());
    else if (change === 2) other.searchParams.set(name, `${value}0`);
    else if (change === 3) other.searchParams.append("response-content-type", "text/html");
    else
      other.pathname = random.pick(["/", `${url.pathname}/..`, `${url.pathname}x`, url.pathname.replace(/[^/]+$/, "")]);
    return other;
  });
}

describe(`with seed ${SEED}`, () => {
  it("a bent URL for reading reads nothing", async () => {
    for (const url of tampered(await read(), 40)) {
      const { status, text } = await open(url);
      expect(status, url.href.slice(0, 400)).toBeGreaterThanOrEqual(400);
      expect(status, url.href.slice(0, 400)).toBeLessThan(500);
      expect(text).not.toContain("a\n1");
    }
  });

  it("a bent URL for writing writes nothing", async () => {
    for (const url of tampered(write(), 40)) {
      const { status } = await put(url, "mine");
      expect(status, url.href.slice(0, 400)).toBeGreaterThanOrEqual(400);
      expect(status, url.href.slice(0, 400)).toBeLessThan(500);
    }
    expect((await ada.key.get(`/uploads/${upload.id}`)).parts.filter(({ etag }: Json) => etag)).toEqual([]);
  });
});

it.each([
  ["an hour and a second ago", -HOURS - 1_000],
  ["a day from now", 24 * HOURS],
])("a URL whose signature was made %s is another URL, and refused", async (_, shift) => {
  const url = await read();
  const date = new Date(Date.now() + shift).toISOString().replace(/[-:]|\.\d+/g, "");
  url.searchParams.set("X-Amz-Date", date);
  expect((await open(url)).status).toBe(403);
});

it.each([
  ["GET for PUT", "GET"],
  ["DELETE", "DELETE"],
  ["POST", "POST"],
])("a URL for writing a part is for nothing else: %s", async (_, method) => {
  expect((await open(write(), { method })).status).toBe(403);
});

it("a part of another length is refused by its signature", async () => {
  for (const body of ["", "one", "seven b", "x".repeat(100_000)]) expect((await put(write(), body)).status).toBe(403);
});

describe("a part sent again", () => {
  it("before completing replaces the part, and completing with the old ETag says so", async () => {
    const { id, parts } = await begin(4);
    const etagOf = async (body: string) =>
      (await fetch(parts[0].url, { method: "PUT", body })).headers.get("etag") ?? "";
    const [first, second] = [await etagOf("one!"), await etagOf("two!")];
    const stale = await ada.key.refused("POST", `/uploads/${id}/complete`, {
      body: { parts: [{ number: 1, etag: first }] },
    });
    expect(stale).toMatchObject({ status: 422, body: { code: "upload.incomplete" } });
    const done = await ada.key.post(`/uploads/${id}/complete`, { parts: [{ number: 1, etag: second }] });
    expect((await open(new URL((await ada.key.get(`/files/${done.id}/download`)).url))).text).toBe("two!");
  });

  it.each(["completing", "giving up"])("after %s changes nothing", async (ending) => {
    const { id, fileId, parts } = await begin(4);
    const url = new URL(parts[0].url);
    const etag = (await fetch(url, { method: "PUT", body: "one!" })).headers.get("etag") ?? "";
    if (ending === "completing") await ada.key.post(`/uploads/${id}/complete`, { parts: [{ number: 1, etag }] });
    else expect((await ada.key.call("DELETE", `/uploads/${id}`)).status).toBe(204);
    expect((await put(url, "two!")).status).toBe(404);
    const read = await ada.key.call("GET", `/files/${fileId}/download`);
    if (ending === "completing") expect((await open(new URL(read.body.url))).text).toBe("one!");
    else expect(read.status).toBe(404);
  });
});

describe("a wrong checksum", () => {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

  it.each(["0", "xyz", "A".repeat(64), "a".repeat(63), "a".repeat(65), "../x"])("%s is no SHA-256", async (sha) => {
    const body = { projectId: project.id, name: "x", bytes: 1, sha256: sha };
    const answer = await ada.key.refused("POST", "/uploads", { body });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: "/sha256" }] } });
  });

  it("of the whole file is found when a job reads the bytes; the right one is verified", async () => {
    const content = "a\n1\n";
    const importWith = async (sha: string) => {
      const { id, parts } = await begin(content.length, { sha256: sha });
      const etag = (await fetch(parts[0].url, { method: "PUT", body: content })).headers.get("etag") ?? "";
      const made = await ada.key.call("POST", `/uploads/${id}/complete`, { body: { parts: [{ number: 1, etag }] } });
      if (made.status >= 400) return { refused: made.body };
      const { run } = await ada.key.post("/tables", { projectId: project.id, name: "Sums", fileId: made.body.id });
      return { run: await ended(ada.key, run.id), file: await ada.key.get(`/files/${made.body.id}`) };
    };
    const wrong = await importWith(sha256("something else"));
    expect(wrong.refused?.code ?? wrong.run?.error.code).toMatch(/^upload\.wrong_|^import\.wrong_hash$/);
    const right = await importWith(sha256(content));
    expect(right).toMatchObject({
      run: { state: "succeeded" },
      file: { sha256: { value: sha256(content), state: "verified" } },
    });
  });

  it("by CRC64NVME makes no file", async () => {
    const { id, fileId, parts } = await begin(4);
    const etag = (await fetch(parts[0].url, { method: "PUT", body: "one!" })).headers.get("etag") ?? "";
    const body = { parts: [{ number: 1, etag }], crc64nvme: "AAAAAAAAAAA=" };
    const answer = await ada.key.refused("POST", `/uploads/${id}/complete`, { body });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: "upload.wrong_checksum", errors: [{ path: "/crc64nvme" }] },
    });
    expect((await ada.key.call("GET", `/files/${fileId}`)).status).toBe(404);
  });
});

it("another person can use the URL they were given, and nothing more of the upload", async () => {
  for (const [method, path, body] of [
    ["GET", `/uploads/${upload.id}`, undefined],
    ["POST", `/uploads/${upload.id}/parts`, { numbers: [1] }],
    ["POST", `/uploads/${upload.id}/complete`, { parts: [] }],
    ["DELETE", `/uploads/${upload.id}`, undefined],
  ] as const)
    expect((await eve.key.refused(method, path, { body })).status).toBe(404);
  expect(await ada.key.get(`/uploads/${upload.id}`)).toMatchObject({ state: "open" });
});

describe("names that are paths", () => {
  const names = TEXTS.filter((text) => text.trim() !== "" && text.length <= 255);

  it("are kept as names and never become one, or are refused", async () => {
    for (const name of names) {
      const made = await ada.key.call("POST", "/projects", { body: { name } });
      expect([201, 400], `${JSON.stringify(name)}: ${made.text.slice(0, 300)}`).toContain(made.status);
      const begun = await ada.key.call("POST", "/uploads", { body: { projectId: project.id, name, bytes: 0 } });
      expect([201, 400], `${JSON.stringify(name)}: ${begun.text.slice(0, 300)}`).toContain(begun.status);
      if (begun.status === 400) continue;
      const stored = await ada.key.post(`/uploads/${begun.body.id}/complete`, { parts: [] });
      expect(stored.name).toBe(name.trim());
      const answer = await fetch((await ada.key.get(`/files/${stored.id}/download`)).url);
      const disposition = answer.headers.get("content-disposition") ?? "";
      expect(answer.status, JSON.stringify(name)).toBe(200);
      expect(disposition).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!~*'%-]+$/);
    }
  });
});
