import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { query, transaction } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { createID } from "../id/index.ts";
import { Project } from "../project/index.ts";
import { Entity } from "./index.ts";

useDatabase();

const SIZE = 23;
const names = Array.from(
  { length: SIZE },
  (_, n) => ["Ärger", "apfel", "Zebra", "apfel", "_x", "10", "9"][n % 7] ?? "",
);
let anna: Person;
let projectID: string;
let ids: string[];

beforeAll(async () => {
  anna = await createUser("Anna");
  await anna.as(async () => {
    projectID = await Project.create({ name: "Listed", tags: ["raw data"] });
    ids = await add(projectID, names);
  });
  // Times that differ in microseconds only, and some that do not differ.
  await query((db) =>
    sql`update entity set updated_at = timestamptz '2024-01-01 00:00:00.000001+00' + make_interval(secs => (length(name) % 4) / 1e6)
      where parent_id = ${projectID}`.execute(db),
  );
});

const add = (parentID: string, list: string[]) =>
  transaction(async () => {
    const made: string[] = [];
    for (const name of list) {
      const id = createID("file");
      await Entity.create({ id, kind: "file", parentID, name });
      made.push(id);
    }
    return made;
  });

async function walk(read: (cursor: string | undefined) => Promise<{ items: Entity.Item[]; next: string | null }>) {
  const seen: Entity.Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await read(cursor);
    seen.push(...items);
    if (next === null) return seen;
    cursor = next;
    if (seen.length > 10 * SIZE) throw new Error("The list does not end");
  }
}

describe.each(["name", "-name", "createdAt", "-createdAt", "updatedAt", "-updatedAt"])("in the order %s", (sort) => {
  test.each([1, 4, 23, 50])("pages of %d hold everything once and in order", (limit) =>
    anna.as(async () => {
      const whole = (await Entity.list({ projectID, kinds: ["file"], sort, limit: 1_000 })).items.map(({ id }) => id);
      const walked = await walk((cursor) => Entity.list({ projectID, kinds: ["file"], sort, limit, cursor }));
      expect(walked.map(({ id }) => id)).toEqual(whole);
      expect([...whole].sort()).toEqual([...ids].sort());
      const searched = await walk((cursor) => Entity.search({ kinds: ["file"], sort, limit, cursor }));
      expect(searched.map(({ id }) => id)).toEqual(whole);
    }),
  );
});

test("many scopes are walked, few are merged: the answer is the same", async () => {
  const many = await createUser("Many");
  await many.as(async () => {
    await transaction(async () => {
      for (let n = 0; n < 210; n++) await Project.create({ name: `P${n % 9}` });
    });
    for (const sort of ["name", "-updatedAt"]) {
      const walked = await walk((cursor) => Entity.search({ kinds: ["project"], sort, limit: 50, cursor }));
      expect(new Set(walked.map(({ id }) => id)).size).toBe(210);
    }
    expect((await Entity.search({ kinds: ["project"], limit: 1, count: true })).total).toBe(210);
    const sorted = (await Entity.search({ kinds: ["project"], sort: "name", limit: 1_000 })).items.map(
      ({ name }) => name,
    );
    expect(sorted).toEqual([...sorted].sort());
  });
});

test("a cursor of another order is refused", () =>
  anna.as(async () => {
    const { next } = await Entity.list({ projectID, kinds: ["file"], sort: "name", limit: 2 });
    const other = Entity.list({ projectID, kinds: ["file"], sort: "-name", limit: 2, cursor: next ?? "" });
    await expect(other).rejects.toMatchObject({ code: "list.bad_cursor" });
    const forged = Buffer.from(JSON.stringify(["updatedAt", "yesterday's", "x"])).toString("base64url");
    await expect(Entity.list({ projectID, kinds: ["file"], sort: "updatedAt", cursor: forged })).rejects.toMatchObject({
      kind: "input",
    });
  }));

test.each([
  ["zeb", ["Zebra"]],
  ["ZEBRA", ["Zebra"]],
  ["ebr", ["Zebra"]],
  ["rger", ["Ärger"]],
  ["100%", []],
  ["_x", ["_x"]],
  ["' or 1=1 --", []],
  ["& | ! ( )", []],
])("searching %j finds %j", (q, found) =>
  anna.as(async () => {
    const { items, total } = await Entity.list({ projectID, kinds: ["file"], q, limit: 1_000, count: true });
    expect([...new Set(items.map(({ name }) => name))]).toEqual(found);
    expect(total).toBe(items.length);
  }),
);

test("what was written a moment ago is found, by tag too", () =>
  anna.as(async () => {
    expect((await Entity.search({ kinds: ["project"], q: "#raw" })).items).toMatchObject([{ id: projectID }]);
    expect((await Entity.search({ kinds: ["project"], q: "#listed" })).items).toEqual([]);
    await Entity.update({ id: projectID, kind: "project", patch: { description: "ornithology" } });
    expect((await Entity.search({ kinds: ["project"], q: "ornitho" })).items).toMatchObject([{ id: projectID }]);
  }));
