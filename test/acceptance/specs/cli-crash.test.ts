/** The command is killed without warning in the middle of an upload; the same command sends what is missing, and no more. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { atrium } from "../../support/cli.ts";
import { createProject } from "../../support/make.ts";
import { ROOT, temporaryFolder } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

const MIB = 2 ** 20;
const PARTS = 10;
const DIES_AT = 7;

const folder = temporaryFolder("crash");
afterAll(folder.remove);
const path = join(folder.path, "large.bin");
const content = Buffer.alloc(PARTS * 8 * MIB, "0123456789abcdefghijklmnopqrstuvwxyz");

let ada: Person;
beforeAll(async () => {
  ada = await newPerson("Ada");
  writeFileSync(path, content);
});

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Sends the file; answers which parts it began to send. */
async function send(projectId: string, log: string, env: Record<string, string> = {}) {
  const watch = pathToFileURL(join(ROOT, "test/support/watch-parts.mjs")).href;
  const ended = await atrium(["upload", path, "--project", projectId, "--json"], {
    cwd: folder.path,
    env: {
      XDG_CONFIG_HOME: folder.path,
      ATRIUM_URL: target.url,
      ATRIUM_API_KEY: ada.apiKey,
      NODE_OPTIONS: `--import=${watch}`,
      PARTS_LOG: join(folder.path, log),
      ...env,
    },
  });
  const lines = existsSync(join(folder.path, log)) ? readFileSync(join(folder.path, log), "utf8") : "";
  return { ...ended, sent: lines.trim().split("\n").map(Number) };
}

it("goes on with what the storage lacks", async () => {
  const project = await createProject(ada.key);
  const killed = await send(project.id, "first", { DIE_AT: String(DIES_AT) });
  expect(killed).toMatchObject({ code: null, stdout: "" });
  const { items } = await ada.key.get(`/uploads?projectId=${project.id}`);
  expect(items).toHaveLength(1);
  const { parts } = await ada.key.get(`/uploads/${items[0].id}`);
  const arrived: number[] = parts.map(({ number }: { number: number }) => number);
  expect(arrived.length).toBeGreaterThan(0);
  expect(arrived.length).toBeLessThan(DIES_AT);

  const second = await send(project.id, "second");
  expect(second, second.stderr).toMatchObject({ code: 0, stderr: expect.stringContaining("Continuing") });
  // What was on the wire at the end may still have arrived after the listing, so this is a bound from both sides.
  expect(second.sent.filter((part) => arrived.includes(part))).toEqual([]);
  expect(second.sent).toEqual(expect.arrayContaining(range(DIES_AT, PARTS)));
  const [file] = JSON.parse(second.stdout);
  const value = createHash("sha256").update(content).digest("hex");
  expect(file).toMatchObject({ bytes: content.length, sha256: { value, state: "declared" } });
  expect((await ada.key.get(`/uploads?projectId=${project.id}`)).items).toEqual([]);
});

it("does not mix two versions of a file", async () => {
  const project = await createProject(ada.key);
  await send(project.id, "before", { DIE_AT: String(DIES_AT) });
  const changed = Buffer.from(content).fill("x", 0, 3 * MIB);
  writeFileSync(path, changed);
  const again = await send(project.id, "after");
  expect(again.stderr).not.toContain("Continuing");
  expect(again.sent).toHaveLength(PARTS);
  const [file] = JSON.parse(again.stdout);
  const { url } = await ada.key.get(`/files/${file.id}/download`);
  const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(stored.equals(changed)).toBe(true);
});
