/** Everything else the command can do with what there is: look, save, ask, put away. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { atrium } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

const folder = temporaryFolder("commands");
afterAll(folder.remove);

let ada: Person;
let bob: Person;
let key: string;
const run = async (...args: string[]) => {
  const env = { XDG_CONFIG_HOME: folder.path, ATRIUM_URL: target.url, ATRIUM_API_KEY: key };
  return atrium(args, { cwd: folder.path, env });
};
const done = async (...args: string[]) => {
  const ended = await run(...args);
  expect(ended, `${args.join(" ")}: ${ended.stderr}`).toMatchObject({ code: 0 });
  return ended;
};
const json = async (...args: string[]) => JSON.parse((await done(...args, "--json")).stdout);

beforeAll(async () => {
  [ada, bob] = await Promise.all([newPerson("Ada"), newPerson("Bob")]);
  // Giving rights away takes more than a key may by itself.
  ({ key } = await ada.session.post("/api-keys", { name: "everything", scopes: ["read", "write", "admin"] }));
  mkdirSync(join(folder.path, "photos", "2025"), { recursive: true });
  writeFileSync(join(folder.path, "photos", "one.txt"), "one");
  writeFileSync(join(folder.path, "photos", "2025", "two.txt"), "two");
  writeFileSync(join(folder.path, "rain.csv"), "day;mm\n2025-01-01;1,5\n2025-01-02;3,5\n");
  writeFileSync(join(folder.path, "more.csv"), "day,mm,place\n2025-01-01,1,A\n2025-01-02,3,B\n2025-01-03,5,B\n");
});

it("a project: show, members, delete, restore", { timeout: 120_000 }, async () => {
  const id = (await done("project", "create", "Weather", "--visibility", "private")).stdout.trim();
  expect((await done("project", "show", "Weather")).stdout).toMatch(new RegExp(`^id +${id}`));
  await done("project", "members", "Weather", "--add", bob.email, "--as", "contributor");
  expect(await json("project", "members", id)).toContainEqual(
    expect.objectContaining({ email: bob.email, bundle: "contributor" }),
  );
  await done("project", "members", "Weather", "--remove", bob.email);
  expect((await done("project", "members", "Weather")).stdout).not.toContain(bob.email);
  expect(await json("project", "delete", "Weather")).toEqual({ id });
  expect(await run("project", "show", "Weather")).toMatchObject({ code: 3 });
  await done("project", "restore", id);
  expect(await json("project", "show", id)).toMatchObject({ id, name: "Weather" });
});

it("files: a folder goes up with its paths, comes down whole, goes away", { timeout: 120_000 }, async () => {
  const { id } = await json("project", "create", "Photos");
  await ada.session.post(`/projects/${id}/attribute-types`, { name: "camera", dtype: "string", required: true });
  await ada.session.post(`/projects/${id}/attribute-types`, { name: "roll", dtype: "int" });
  expect((await run("upload", "photos", "--project", "Photos")).stderr).toContain("/attributes/camera");
  const stored = await json("upload", "photos", "--project", "Photos", "-a", "camera=K1", "-a", "roll=3");
  expect(stored.map(({ name }: { name: string }) => name)).toEqual(["photos/2025/two.txt", "photos/one.txt"]);
  expect(stored[0]).toMatchObject({ attributes: { camera: "K1", roll: 3 } });
  expect((await done("file", "list", "--project", "Photos")).stdout).toContain("photos/one.txt");
  await done("file", "download", "photos/one.txt", "-o", "copy.txt");
  expect(readFileSync(join(folder.path, "copy.txt"), "utf8")).toBe("one");
  expect((await done("file", "download", stored[0].id, "-o", "-")).stdout).toBe("two");
  await done("file", "delete", "photos/one.txt", "--project", "Photos");
  expect(await json("file", "list", "--project", "Photos")).toHaveLength(1);
});

it("tables: import as told, show, query, versions, download", { timeout: 180_000 }, async () => {
  await done("project", "create", "Rain");
  const imported = await json(
    ...["table", "import", "rain.csv", "--project", "Rain", "--name", "Rain", "--delimiter", ";", "--wait"],
  );
  expect(imported).toMatchObject({ table: { rows: 2 }, run: { state: "succeeded" } });
  expect((await done("table", "list", "--project", "Rain")).stdout).toMatch(/Rain\s+ready\s+2 rows/);
  await done("table", "import", "more.csv", "--into", "Rain", "--wait");
  expect((await done("table", "show", "Rain")).stdout).toMatch(/version +2[\s\S]*place +text/);

  const answer = await json(
    ...["table", "query", "Rain", "--by", "place", "-a", "count as days", "-a", "sum(mm)", "--sort", "-days"],
  );
  expect(answer.items[0]).toMatchObject({ place: "B", days: 2 });
  expect((await done("table", "query", "Rain", "-a", "max(mm) as most")).stdout).toMatch(/most\n\s*\w+\n\s*5\n$/);

  expect((await json("table", "versions", "Rain")).map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  expect((await done("table", "versions", "Rain", "--at", "2")).stdout).toMatch(
    /against 1 +\+1 rows\n +\+ place +text/,
  );
  await done("table", "download", "Rain");
  expect(readFileSync(join(folder.path, "Rain.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  await done("table", "download", "Rain", "--at", "1", "--format", "csv", "-o", "first.csv");
  expect(readFileSync(join(folder.path, "first.csv"), "utf8")).toMatch(/^day,mm\r?\n2025-01-01,/);
  await done("table", "delete", "Rain");
  expect(await run("table", "show", "Rain")).toMatchObject({ code: 3 });
});

it("a run that failed is tried again", { timeout: 120_000 }, async () => {
  await done("project", "create", "Broken");
  writeFileSync(join(folder.path, "broken.parquet"), "PAR1 and nothing more");
  const failed = await run("table", "import", "broken.parquet", "--project", "Broken", "--wait");
  expect(failed.code).toBe(4);
  const [latest] = await json("run", "list", "--project", "Broken", "--state", "failed");
  expect((await done("run", "show", latest.id)).stdout).toMatch(/error +.{10}/);
  const again = await run("run", "retry", latest.id, "--wait", "--json");
  expect(again.code).toBe(4);
  expect(JSON.parse(again.stdout)).toMatchObject({ state: "failed", attempt: 2 });
  const continued = await run("run", "redrive", latest.id, "--wait", "--json");
  expect(continued.code).toBe(4);
  expect(JSON.parse(continued.stdout)).toMatchObject({ state: "failed", attempt: 2, redrives: 1 });
});
