/** Stopping and starting keeps everything: data, sessions, keys, half-sent uploads. */
import { statSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caller, type Json, withCookie, withKey } from "../support/http.ts";
import { createProject, importTable, putPart } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, isAlive } from "../support/processes.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

const home = temporaryFolder("restart");
let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem({ home: home.path });
});
afterAll(async () => {
  await system.stop();
  home.remove();
});

const administrator = () => withKey(system.url, system.apiKey);

it("finds everything again after a stop and a start", async () => {
  const first = system;
  const project = await createProject(administrator(), "Kept");
  const { table, file } = await importTable(administrator(), "a,b\n1,x\n2,y\n", { project });
  const bytes = new Uint8Array(20 * 2 ** 20).fill(7);
  const upload = await administrator().post("/uploads", {
    projectId: project.id,
    name: "half.bin",
    bytes: bytes.length,
  });
  const part = (number: number) => bytes.slice((number - 1) * upload.partBytes, number * upload.partBytes);
  const etag = await putPart(upload.parts[0].url, part(1));
  const cookie = await signIn();
  const processes = descendants(system.pid);

  await system.stop();
  await expect.poll(() => processes.filter(({ pid }) => isAlive(pid)).map(({ command }) => command)).toEqual([]);
  system = await startSystem({ home: home.path });

  expect(system.apiKey).toBe(first.apiKey);
  expect(system.password).toBe(first.password);
  expect((await withCookie(system.url, cookie).get("/me")).user.email).toBe(system.email);
  expect((await administrator().get(`/tables/${table.id}/rows`)).items).toEqual([
    { a: 1, b: "x" },
    { a: 2, b: "y" },
  ]);
  const { url } = await administrator().get(`/files/${file.id}/download`);
  expect(await (await fetch(url)).text()).toBe("a,b\n1,x\n2,y\n");

  const open = await administrator().get(`/uploads/${upload.id}`);
  expect(open.parts.filter((arrived: Json) => arrived.etag)).toMatchObject([{ number: 1 }]);
  const rest = Array.from({ length: upload.partCount - 1 }, (_, index) => index + 2);
  const parts = [{ number: 1, etag }];
  for (const { number, url } of (await administrator().post(`/uploads/${upload.id}/parts`, { numbers: rest })).parts)
    parts.push({ number, etag: await putPart(url, part(number)) });
  expect(await administrator().post(`/uploads/${upload.id}/complete`, { parts })).toMatchObject({
    bytes: bytes.length,
  });
});

it("keeps its secrets to its owner", () => {
  expect(statSync(`${home.path}/credentials.json`).mode & 0o777).toBe(0o600);
});

async function signIn(): Promise<string> {
  const answer = await caller(system.url, { origin: system.url }).call("POST", "/api/auth/sign-in/email", {
    body: { email: system.email, password: system.password },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((header) => header.split(";")[0])
    .join("; ");
}
