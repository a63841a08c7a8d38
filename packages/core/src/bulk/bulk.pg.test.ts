import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { query, transaction } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import { Project } from "../project/index.ts";
import { Bulk } from "./index.ts";

useDatabase();

let [anna, ben, cleo]: Person[] = [];
let survey = "";
let dive = "";
let ids: string[] = [];
const kind = "file" as const;

const add = (parentID: string, n: number) =>
  transaction(async () => {
    const made = Array.from({ length: n }, () => createID("file"));
    for (const id of made) await Entity.create({ id, kind, parentID, name: `${id.slice(-4)}.mp4` });
    return made;
  });

beforeAll(async () => {
  [anna, ben, cleo] = [await createUser("Anna"), await createUser("Ben"), await createUser("Cleo")];
  await anna.as(async () => {
    survey = await Project.create({ name: "Survey" });
    dive = await Project.create({ name: "Dive", parentId: survey });
    const type = { kinds: [kind], dtype: "float" as const, minimum: 0, maximum: 40 };
    await Attribute.create({ projectID: survey, type: { ...type, name: "Depth" } });
    await Access.give({ entityID: survey, grant: { email: ben?.email ?? "", bundle: "viewer" } });
    ids = [...(await add(survey, 3)), ...(await add(dive, 2))];
  });
});

const as = <T>(person: Person | undefined, run: () => Promise<T>): Promise<T> => {
  if (!person) throw new Error("Nobody");
  return person.as(run);
};
const codeOf = (run: () => Promise<unknown>) =>
  run().then(
    () => "done",
    (error) => error.code,
  );
const all = () => ({ kind, ids, count: ids.length });
const events = async (type: string) =>
  (await query((db) => db.selectFrom("event").selectAll().where("type", "=", type).execute())).length;
const depths = async () =>
  (
    await query((db) =>
      sql<{
        depth: unknown;
      }>`select attributes -> 'Depth' as depth from entity where id = any (${ids}::text[])`.execute(db),
    )
  ).rows.map(({ depth }) => depth);

test("attributes are set in all of them by one event, or in none", async () => {
  await as(anna, () => Bulk.edit({ ...all(), patch: { attributes: { Depth: 12.5 } } }));
  expect(await depths()).toEqual([12.5, 12.5, 12.5, 12.5, 12.5]);
  expect(await events("file.changed")).toBe(1);
  expect(await codeOf(() => as(anna, () => Bulk.edit({ ...all(), patch: { attributes: { Depth: 99 } } })))).toBe(
    "attribute.invalid",
  );
  const stranger = { ...all(), ids: [...ids, `fil_${"0".repeat(26)}`], count: ids.length + 1 };
  expect(await codeOf(() => as(anna, () => Bulk.edit({ ...stranger, patch: { attributes: { Depth: 1 } } })))).toBe(
    "file.not_found",
  );
  expect(await depths()).toEqual([12.5, 12.5, 12.5, 12.5, 12.5]);
});

test("a count that differs is refused, and so is who may not", async () => {
  const change = { patch: { attributes: { Depth: 3 } } };
  expect(await codeOf(() => as(anna, () => Bulk.edit({ ...all(), ...change, count: 4 })))).toBe("bulk.count_differs");
  expect(await codeOf(() => as(ben, () => Bulk.edit({ ...all(), ...change })))).toBe("access.denied");
  expect(await codeOf(() => as(ben, () => Bulk.remove(all())))).toBe("access.denied");
  expect(await codeOf(() => as(ben, () => Bulk.move({ ...all(), projectID: dive })))).toBe("access.denied");
  expect(await codeOf(() => as(cleo, () => Bulk.edit({ ...all(), ...change })))).toBe("file.not_found");
});

test("to the trash and back, each time all of them", async () => {
  await as(anna, () => Bulk.remove(all()));
  expect(await codeOf(() => as(anna, () => Bulk.remove(all())))).toBe("file.not_found");
  expect(await codeOf(() => as(ben, () => Bulk.restore(all())))).not.toBe("done");
  await as(anna, () => Bulk.restore(all()));
  expect(await as(anna, () => Entity.get(ids[4] ?? "", kind))).toMatchObject({ projectId: dive });
});

test("moved together, they get what holds there; what the new project requires is asked for", async () => {
  const [to] = await as(anna, async () => {
    const id = await Project.create({ name: "Archive" });
    await Attribute.create({ projectID: id, type: { name: "Box", dtype: "string", kinds: [kind], required: true } });
    await Attribute.create({ projectID: id, type: { name: "State", dtype: "string", kinds: [kind], default: "new" } });
    return [id];
  });
  const projectID = to ?? "";
  expect(await codeOf(() => as(anna, () => Bulk.move({ ...all(), projectID })))).toBe("attribute.required");
  await as(anna, () => Bulk.move({ ...all(), projectID, attributes: { Box: "A7" } }));
  const last = await as(anna, () => Entity.get(ids[4] ?? "", kind));
  expect(last).toMatchObject({ projectId: projectID, attributes: { Box: "A7", State: "new" } });
  expect(await codeOf(() => as(ben, () => Entity.get(ids[0] ?? "", kind)))).toBe("file.not_found");
  expect(await events("file.moved")).toBe(1);
});
