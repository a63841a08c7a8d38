import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Actor } from "../actor/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { File } from "../file/index.ts";
import { Media } from "../media/index.ts";
import { Objects } from "../object/index.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { Run } from "../run/index.ts";
import { useWorkflows } from "../workflow/testing.ts";
import { ImportUrl } from "./index.ts";

useDatabase();
useObjects();
useWorkflows();

const MIB = 1024 * 1024;
/** An MP4 by its first bytes, over more than one part. */
const video = Buffer.concat([
  Buffer.from("0000001866747970", "hex"),
  Buffer.from("isom0000isommp42"),
  Buffer.alloc(17 * MIB, "x"),
]);
let anna: Person;
let projectID: string;
let origin: string;

const answers: Record<string, RequestListener> = {
  "/dive.mp4": (_, answer) => answer.writeHead(200, { "content-length": video.length }).end(video),
  "/moved": (_, answer) => answer.writeHead(302, { location: "/dive.mp4" }).end(),
  "/round": (_, answer) => answer.writeHead(302, { location: "/round" }).end(),
  "/inside": (_, answer) => answer.writeHead(307, { location: "http://169.254.169.254/latest/meta-data" }).end(),
  "/page": (_, answer) => answer.writeHead(200, { "content-type": "video/mp4" }).end("<!doctype html><p>Sign in"),
  "/cut": (_, answer) => {
    answer.writeHead(200, { "content-length": video.length });
    answer.write(video.subarray(0, MIB), () => answer.destroy());
  },
};
const server = createServer((request, answer) => {
  const path = request.url?.split("?")[0] ?? "";
  const known = answers[path];
  if (known) known(request, answer);
  else answer.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.IMPORT_HOSTS = "127.0.0.1";
  anna = await createUser("Anna");
  projectID = await anna.as(() => Project.create({ name: "Survey" }));
});
afterAll(() => {
  delete process.env.IMPORT_HOSTS;
  server.close();
});

const begin = (url: string) => anna.as(() => ImportUrl.create({ projectId: projectID, url }));
const fetched = async (path: string) => {
  const { runID } = await begin(`${origin}${path}`);
  const job = { runId: runID, attempt: 1 };
  const as = <T>(run: () => Promise<T>) => Actor.as({ type: "run", runID, attempt: 1, userID: anna.id }, run);
  await as(() => ImportUrl.execute(job, { signal: AbortSignal.timeout(30_000) }));
  return { runID, register: () => as(() => ImportUrl.register(job)) };
};
const codeOf = (run: () => Promise<unknown>) =>
  run().then(
    () => "done",
    (error) => error.code ?? error.message,
  );

test.each(["/dive.mp4?signature=secret", "/moved"])(
  "what is at %s becomes a file and media of it, once",
  async (path) => {
    const { runID, register } = await fetched(path);
    const { mediaId } = await register();
    expect(await register()).toEqual({ mediaId });
    await anna.as(async () => {
      const media = await Media.get(mediaId);
      expect(media).toMatchObject({ name: "dive.mp4", dtype: "video", sourceUrl: `${origin}/dive.mp4` });
      const file = await File.get(media.fileId ?? "");
      expect(file).toMatchObject({ bytes: video.length, contentType: "video/mp4", sha256: { state: "verified" } });
      const { key } = await File.location(file.id);
      expect(Buffer.from(await Objects.range(key, 16 * MIB, 16 * MIB + 4)).toString()).toBe("xxxx");
      expect(await Run.get(runID)).toMatchObject({ state: "succeeded", outputs: { mediaId } });
    });
  },
);

test.each([
  ["/nothing", "import_url.not_there"],
  ["/round", "import_url.too_many_redirects"],
  ["/inside", "import_url.bad_address"],
  ["/page", "media.not_media"],
])("%s fails for good with %s, which the run says", async (path, code) => {
  const { runID } = await begin(`${origin}${path}`);
  const run = () => ImportUrl.execute({ runId: runID, attempt: 1 }, { signal: AbortSignal.timeout(30_000) });
  const actor = { type: "run" as const, runID, attempt: 1, userID: anna.id };
  expect(await codeOf(() => Actor.as(actor, run))).toBe(code);
  expect(await anna.as(() => Run.get(runID))).toMatchObject({ state: "failed", error: { code } });
});

test("what is cut off on the way is tried again and leaves nothing", async () => {
  expect(await codeOf(() => fetched("/cut"))).not.toBe("done");
  const { items } = await anna.as(() => Media.list({ projectID }));
  expect(items.length).toBe(2);
});

test("an address that is not public is refused before a run is asked for", async () => {
  for (const url of ["http://10.0.0.1/x.mp4", "https://localhost:5432/x.mp4", "file:///etc/passwd"])
    expect(await codeOf(() => begin(url))).toBe("import_url.bad_address");
});
