import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { File } from "../file/index.ts";
import { Objects } from "../object/index.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { Upload } from "./index.ts";

useDatabase();
useObjects();

const MIB = 1024 * 1024;
let anna: Person;
let projectID: string;
beforeAll(async () => {
  anna = await createUser("Anna");
  projectID = await anna.as(() => Project.create({ name: "Uploads" }));
});

const begin = async (bytes: number, more: object = {}) =>
  Upload.begin(await Upload.create({ projectId: projectID, name: "x.bin", bytes, ...more }));

async function put(url: string, body: Uint8Array): Promise<{ status: number; etag: string }> {
  const stored = await fetch(url, { method: "PUT", body: new Uint8Array(body) });
  await stored.arrayBuffer();
  return { status: stored.status, etag: stored.headers.get("etag") ?? "" };
}

async function send(upload: Awaited<ReturnType<typeof begin>>, content: Uint8Array) {
  const parts: { number: number; etag: string }[] = [];
  let start = 0;
  for (const { number, url, bytes } of upload.parts) {
    parts.push({ number, etag: (await put(url, content.subarray(start, start + bytes))).etag });
    start += bytes;
  }
  return parts;
}

const content = (bytes: number) => Buffer.alloc(bytes, "atrium ");

describe.each([0, 1, 8 * MIB, 8 * MIB + 1])("%d bytes", (bytes) => {
  test("arrive as they were sent", () =>
    anna.as(async () => {
      const upload = await begin(bytes, { contentType: "text/csv", sha256: "a".repeat(64) });
      expect(upload.partCount).toBe(Math.ceil(bytes / upload.partBytes));
      const parts = await send(upload, content(bytes));
      const id = await Upload.complete({ id: upload.id, parts });
      expect(id).toBe(upload.fileId);
      expect(await File.get(id)).toMatchObject({
        name: "x.bin",
        bytes,
        contentType: "text/csv",
        sha256: { value: "a".repeat(64), state: "declared" },
      });
      expect(await Objects.head(`files/${id}`)).toMatchObject({ bytes });
      expect(await Upload.complete({ id: upload.id, parts })).toBe(id);
      expect(await Upload.get(upload.id)).toMatchObject({ state: "completed", parts: [] });
    }));
});

test("a part's URL takes its own length only", () =>
  anna.as(async () => {
    const upload = await begin(10);
    expect((await put(upload.parts[0]?.url ?? "", content(11))).status).toBe(403);
    expect((await put(upload.parts[0]?.url ?? "", content(9))).status).toBe(403);
  }));

test("what has arrived is known after a break, and the rest can be sent", () =>
  anna.as(async () => {
    const bytes = 16 * MIB + 5;
    const upload = await begin(bytes);
    await put(upload.parts[1]?.url ?? "", content(8 * MIB));
    const { parts: there } = await Upload.get(upload.id);
    expect(there).toMatchObject([{ number: 2, bytes: 8 * MIB }]);
    const some = there.map(({ number, etag }) => ({ number, etag }));
    await expect(Upload.complete({ id: upload.id, parts: some })).rejects.toMatchObject({ code: "upload.incomplete" });

    const { parts: fresh } = await Upload.signParts({ id: upload.id, numbers: [1, 3] });
    expect(fresh.map(({ number, bytes: length }) => [number, length])).toEqual([
      [1, 8 * MIB],
      [3, 5],
    ]);
    for (const { number, url, bytes: length } of fresh)
      some.push({ number, etag: (await put(url, content(length))).etag });
    await expect(Upload.complete({ id: upload.id, parts: some })).resolves.toBe(upload.fileId);
    await expect(Upload.signParts({ id: upload.id, numbers: [1] })).rejects.toMatchObject({ code: "upload.completed" });
  }));

test("a part's URL sent again later changes nothing that is complete", () =>
  anna.as(async () => {
    const upload = await begin(10);
    const parts = await send(upload, content(10));
    const id = await Upload.complete({ id: upload.id, parts });
    const before = await Objects.head(`files/${id}`);
    expect((await put(upload.parts[0]?.url ?? "", Buffer.alloc(10))).status).toBe(404);
    expect(await Objects.head(`files/${id}`)).toEqual(before);
  }));

describe("the content type", () => {
  const storeAs = async (name: string, contentType: string, bytes: Buffer) => {
    const upload = await begin(bytes.length, { name, contentType });
    const id = await Upload.complete({ id: upload.id, parts: await send(upload, bytes) });
    const { url } = await File.download(id);
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return {
      file: (await File.get(id)).contentType,
      served: answer.headers.get("content-type"),
      headers: answer.headers,
    };
  };

  test("is what the bytes say", () =>
    anna.as(async () => {
      const parquet = Buffer.from("PAR1 and so on");
      expect(await storeAs("a.csv", "text/csv", parquet)).toMatchObject({
        file: "application/vnd.apache.parquet",
        served: "application/vnd.apache.parquet",
      });
    }));

  test.each([
    ["picture.png", "image/png", "<svg onload=alert(1) xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"],
    ["data.csv", "text/csv", "<script>alert(1)</script>", "text/html"],
    ["page.html", "text/html", "\0\0 no page at all", "application/octet-stream"],
  ])("of %s declared %s never lets a browser run it", (name, declared, bytes, known) =>
    anna.as(async () => {
      const { file, served, headers } = await storeAs(name, declared, Buffer.from(bytes));
      expect({ file, served }).toEqual({ file: known, served: "application/octet-stream" });
      expect(headers.get("content-disposition")).toMatch(/^attachment/);
    }),
  );
});

test("bytes that are not those of the declared CRC64NVME make no file", () =>
  anna.as(async () => {
    const upload = await begin(9);
    const parts = await send(upload, Buffer.from("123456789"));
    const of = (hex: string) => Buffer.from(hex, "hex").toString("base64");
    await expect(Upload.complete({ id: upload.id, parts, crc64nvme: of("0000000000000000") })).rejects.toMatchObject({
      code: "upload.wrong_checksum",
      fields: [{ path: "/crc64nvme" }],
    });
    expect(await Objects.head(`files/${upload.fileId}`)).toBeUndefined();
    // The check value of the algorithm's catalogue.
    expect(await Upload.complete({ id: upload.id, parts, crc64nvme: of("ae8b14860a799888") })).toBe(upload.fileId);
  }));

test.each([
  ["more than S3 takes", { bytes: 5 * 1024 ** 4 + 1 }],
  ["a negative size", { bytes: -1 }],
  ["half a byte", { bytes: 0.5 }],
])("%s is refused before anything is sent", (_, more) =>
  anna.as(async () => {
    await expect(begin(1, more)).rejects.toMatchObject({ issues: [{ path: ["bytes"] }] });
  }),
);

test("forgotten uploads do not pile up without end", () =>
  anna.as(async () => {
    const own = await Project.create({ name: "Forgotten" });
    const first = await Upload.create({ projectId: own, name: "x", bytes: 1 });
    await query((db) =>
      sql`
        insert into upload (id, project_id, file_id, created_by, name, bytes, content_type, part_bytes, part_count, key, state, expires_at)
        select id || n, project_id, file_id || n, created_by, name, bytes, content_type, part_bytes, part_count, key || n, state, expires_at
        from upload, generate_series(1, 999) as n where id = ${first}`.execute(db),
    );
    const another = () => Upload.create({ projectId: own, name: "x", bytes: 1 });
    await expect(another()).rejects.toMatchObject({ kind: "limit", code: "upload.too_many_open" });
    await Upload.remove(first);
    await expect(another()).resolves.toEqual(expect.any(String));
  }));

test("there is no part beyond the last", () =>
  anna.as(async () => {
    const { id } = await begin(10);
    await expect(Upload.signParts({ id, numbers: [1, 2] })).rejects.toMatchObject({
      code: "upload.no_such_part",
      fields: [{ path: "/numbers/1" }],
    });
  }));

test("completing twice at once makes one file", () =>
  anna.as(async () => {
    const upload = await begin(3);
    const parts = await send(upload, content(3));
    const answers = await Promise.all([1, 2, 3].map(() => Upload.complete({ id: upload.id, parts })));
    expect(new Set(answers)).toEqual(new Set([upload.fileId]));
  }));

test("a crash after S3 joined the parts loses nothing", () =>
  anna.as(async () => {
    const upload = await begin(3);
    const parts = await send(upload, content(3));
    const { multipart_id, key } = await query((db) =>
      db.selectFrom("upload").selectAll().where("id", "=", upload.id).executeTakeFirstOrThrow(),
    );
    await Objects.complete(
      { key, multipartID: multipart_id ?? "" },
      parts.map(({ number, etag }) => ({ number, etag: etag.replaceAll('"', "") })),
    );
    // Whoever goes on by what has arrived must not send parts that nobody would take.
    expect(await Upload.get(upload.id)).toMatchObject({ state: "completed", parts: [] });
    expect(await Upload.complete({ id: upload.id, parts: [] })).toBe(upload.fileId);
    expect(await File.get(upload.fileId)).toMatchObject({ bytes: 3 });
  }));

test("an upload whose parts are gone says so", () =>
  anna.as(async () => {
    const upload = await begin(3);
    const row = await query((db) =>
      db.selectFrom("upload").selectAll().where("id", "=", upload.id).executeTakeFirstOrThrow(),
    );
    await Objects.abort({ key: row.key, multipartID: row.multipart_id ?? "" });
    await expect(Upload.complete({ id: upload.id, parts: [] })).rejects.toMatchObject({ code: "upload.lost" });
  }));

test("what is given up is gone, and stays so", () =>
  anna.as(async () => {
    const upload = await begin(3);
    const parts = await send(upload, content(3));
    await Upload.remove(upload.id);
    await Upload.remove(upload.id);
    await expect(Upload.complete({ id: upload.id, parts })).rejects.toMatchObject({ code: "upload.aborted" });
    expect((await put(upload.parts[0]?.url ?? "", content(3))).status).toBe(404);
    expect(await Objects.head(`files/${upload.fileId}`)).toBeUndefined();
  }));

test("a member of the project does not see another's upload", async () => {
  const bert = await createUser("Bert");
  const upload = await anna.as(async () => {
    const { Access } = await import("../access/index.ts");
    await Access.give({ entityID: projectID, grant: { email: bert.email, bundle: "owner" } });
    return begin(3);
  });
  await bert.as(async () => {
    await expect(Upload.get(upload.id)).rejects.toMatchObject({ code: "upload.not_found" });
    await expect(Upload.complete({ id: upload.id, parts: [] })).rejects.toMatchObject({ code: "upload.not_found" });
    expect((await Upload.list({ projectID })).items).toEqual([]);
  });
});

test("one's own open uploads are listed, page by page", () =>
  anna.as(async () => {
    const own = await Project.create({ name: "Listed" });
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) ids.unshift(await Upload.create({ projectId: own, name: "x", bytes: 1 }));
    const first = await Upload.list({ projectID: own, limit: 2 });
    const second = await Upload.list({ projectID: own, limit: 2, before: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  }));

test("in a trashed project nothing can be completed", () =>
  anna.as(async () => {
    const own = await Project.create({ name: "Doomed" });
    const upload = await Upload.begin(await Upload.create({ projectId: own, name: "x", bytes: 3 }));
    const parts = await send(upload, content(3));
    await Entity.remove({ id: own, kind: "project" });
    await expect(Upload.complete({ id: upload.id, parts })).rejects.toMatchObject({ code: "upload.not_found" });
  }));

test("the sweeper ends what has had its time, and nothing else", () =>
  anna.as(async () => {
    const [late, open] = [await begin(3), await begin(3)];
    await query((db) =>
      sql`update upload set expires_at = now() - interval '1 second' where id = ${late.id}`.execute(db),
    );
    await Upload.sweep();
    expect(await Upload.get(late.id)).toMatchObject({ state: "aborted" });
    expect(await Upload.get(open.id)).toMatchObject({ state: "open" });
  }));
