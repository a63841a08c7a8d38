import { beforeAll, expect, test } from "vitest";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { File } from "../file/index.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { Upload } from "./index.ts";

useDatabase();
useObjects();

const CONTENT = new TextEncoder().encode("123456789");
/** The check value of CRC-64/NVME. */
const CRC64NVME = Buffer.from("ae8b14860a799888", "hex").toString("base64");
const SHA256 = "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225";

let anna: Person;
let projectId: string;
beforeAll(async () => {
  anna = await createUser("Anna");
  projectId = await anna.as(() => Project.create({ name: "Checksums" }));
});

const begin = async (more: object = {}) =>
  Upload.begin(await Upload.create({ projectId, name: "x.bin", bytes: CONTENT.length, ...more }));

async function put(url: string | undefined, body: Uint8Array<ArrayBuffer>) {
  const answer = await fetch(url ?? "", { method: "PUT", body });
  await answer.arrayBuffer();
  return { status: answer.status, etag: answer.headers.get("etag") ?? "" };
}

test("a part signed with its checksum is taken with those bytes only, and tells its checksum afterwards", () =>
  anna.as(async () => {
    const { id } = await begin();
    const { parts } = await Upload.signParts({ id, numbers: [1], crc64nvme: [CRC64NVME] });
    expect(
      await put(
        parts[0]?.url,
        CONTENT.map((byte) => byte ^ 1),
      ),
    ).toMatchObject({ status: 400 });
    expect((await Upload.get(id)).parts).toEqual([]);
    expect(await put(parts[0]?.url, CONTENT)).toMatchObject({ status: 200 });
    expect((await Upload.get(id)).parts).toMatchObject([{ number: 1, crc64nvme: CRC64NVME }]);
  }));

test("there is one checksum for each part or none", () =>
  anna.as(async () => {
    const { id } = await begin();
    const signing = Upload.signParts({ id, numbers: [1], crc64nvme: [CRC64NVME, CRC64NVME] });
    await expect(signing).rejects.toMatchObject({ code: "input.invalid" });
  }));

test("a SHA-256 may be declared at the end, and must be the one of the beginning", () =>
  anna.as(async () => {
    const late = await begin();
    const { etag } = await put(late.parts[0]?.url, CONTENT);
    const id = await Upload.complete({ id: late.id, parts: [{ number: 1, etag }], sha256: SHA256 });
    expect(await File.get(id)).toMatchObject({ sha256: { value: SHA256, state: "declared" } });

    const early = await begin({ sha256: "a".repeat(64) });
    const parts = [{ number: 1, etag: (await put(early.parts[0]?.url, CONTENT)).etag }];
    const completing = Upload.complete({ id: early.id, parts, sha256: SHA256 });
    await expect(completing).rejects.toMatchObject({ code: "upload.changed" });
    expect(await Upload.get(early.id)).toMatchObject({ state: "open" });
  }));
