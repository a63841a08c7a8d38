/** Sizes that take minutes: `npm run test:full`. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSource } from "../../packages/sdk/src/cli/file-source.ts";
import { createAtrium, upload } from "../../packages/sdk/src/index.ts";
import type { Json } from "../support/http.ts";
import { createProject, ended, rows } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { newPerson, type Person } from "../support/people.ts";
import { target } from "../support/target.ts";

const MIB = 2 ** 20;
const TEN_MINUTES = 600_000;

const folder = temporaryFolder("large");
afterAll(folder.remove);

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

async function write(name: string, lines: AsyncIterable<string> | Iterable<string>) {
  const path = join(folder.path, name);
  const out = createWriteStream(path);
  for await (const line of lines) if (!out.write(line)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  return path;
}

async function send(path: string, options: Partial<Parameters<typeof upload>[2]> = {}) {
  const source = await openSource(path);
  try {
    const atrium = createAtrium({ url: target.url, apiKey: ada.apiKey });
    return await upload(atrium, source, { projectId: project.id, ...options });
  } finally {
    await source.close();
  }
}

describe("2 GiB", () => {
  it("go up in flat memory, over an interruption", { timeout: TEN_MINUTES }, async () => {
    const block = "0123456789abcdef".repeat(MIB / 16);
    const path = await write(
      "two.bin",
      Array.from({ length: 2048 }, () => block),
    );
    const pause = new AbortController();
    let uploadId = "";
    let peak = 0;
    const first = send(path, {
      signal: pause.signal,
      onProgress: (now) => {
        uploadId = now.uploadId;
        if (now.bytes > 700 * MIB) pause.abort();
      },
    });
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    const before = process.memoryUsage().rss;
    let resumedAt: number | undefined;
    const file = await send(path, {
      resume: uploadId,
      onProgress: ({ bytes }) => {
        resumedAt ??= bytes;
        peak = Math.max(peak, process.memoryUsage().rss);
      },
    });
    expect(resumedAt).toBeGreaterThan(600 * MIB);
    expect(file.bytes).toBe(2048 * MIB);
    expect((peak - before) / MIB).toBeLessThan(400);
  });
});

describe("10 million rows", () => {
  it("are imported, and any of them is read at once", { timeout: TEN_MINUTES }, async () => {
    function* lines() {
      yield "n,word,share\n";
      for (let n = 0; n < 10_000_000; n += 1000)
        yield Array.from({ length: 1000 }, (_, k) => `${n + k},word ${(n + k) % 977},${(n + k) / 16}\n`).join("");
    }
    const file = await send(await write("ten.csv", lines()));
    const { table, run } = await ada.key.post("/tables", { projectId: project.id, name: "Ten", fileId: file.id });
    expect(await ended(ada.key, run.id, TEN_MINUTES)).toMatchObject({ state: "succeeded" });
    expect(await ada.key.get(`/tables/${table.id}`)).toMatchObject({ rows: 10_000_000 });
    const last = await rows(ada.key, table.id, { offset: 9_999_999, limit: 5 });
    expect(last.items).toEqual([{ n: 9_999_999, word: `word ${9_999_999 % 977}`, share: 9_999_999 / 16 }]);
  });
});
