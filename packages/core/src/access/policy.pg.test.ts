import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query, transaction } from "../database/index.ts";
import { asOwner, createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import { Access } from "./index.ts";

useDatabase();

let maker: Person;
beforeAll(async () => {
  maker = await createUser("Maker");
});

test("a run reads for whoever asked for it, and changes nothing by that", async () => {
  const id = createID("project");
  await maker.as(() => Entity.create({ id, kind: "project", parentID: null, name: "p" }));
  const { Actor } = await import("../actor/index.ts");
  const run = { type: "run", runID: "run_x", attempt: 1, userID: maker.id } as const;
  await Actor.as(run, async () => {
    expect(Access.names(await Access.effective(id))).toEqual(["see", "read", "transfer"]);
    await expect(Access.require(id, "edit")).rejects.toMatchObject({ code: "access.denied" });
  });
  await expect(Access.require(id, "see")).rejects.toMatchObject({ code: "project.not_found" });
});

test("two owners who put each other out at once cannot both succeed", async () => {
  const other = await createUser("Other");
  const id = createID("project");
  await maker.as(async () => {
    await Entity.create({ id, kind: "project", parentID: null, name: "p" });
    await Access.give({ entityID: id, grant: { email: other.email, bundle: "owner" } });
  });
  const answers = await Promise.allSettled([
    maker.as(() => Access.revoke({ entityID: id, principalID: Access.personalGroup(other.id) })),
    other.as(() => Access.revoke({ entityID: id, principalID: Access.personalGroup(maker.id) })),
  ]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("among many grants, what the actor may do is still found by index", async () => {
  const busy = await createUser("Busy");
  const all = () => busy.as(() => Entity.search({ kinds: ["file", "project"], limit: 10, count: true }));
  const before = Number((await all()).total);
  const id = (prefix: string) => sql.raw(`'${prefix}_' || lpad(i::text, 26, '0')`);
  await transaction(async (tx) => {
    await sql`insert into entity (id, kind, scope_id, slug, name, created_by)
      select ${id("prj")}, 'project', ${id("prj")}, 's', 'P', ${busy.id} from generate_series(1, 3000) i`.execute(tx);
    await sql`insert into scope (id, ancestors) select ${id("prj")}, array[${id("prj")}] from generate_series(1, 3000) i`.execute(
      tx,
    );
    await sql`insert into "grant" (scope_id, group_id, privileges)
      select ${id("prj")}, ${Access.personalGroup(busy.id)}, 3 from generate_series(1, 3000) i`.execute(tx);
    await sql`insert into entity (id, kind, parent_id, scope_id, slug, name, created_by)
      select ${id("fil")}, 'file', ${id("prj")}, ${id("prj")}, 's', 'F', ${busy.id} from generate_series(1, 3000) i`.execute(
      tx,
    );
  });
  await asOwner((db) => sql`analyze entity, scope, "grant", "group", group_member, group_closure`.execute(db));
  await busy.as(async () => {
    const file = `fil_${"77".padStart(26, "0")}`;
    expect(await Access.effective(file)).toBe(3);
    expect((await all()).total).toBe(before + 6_000);
    expect((await Entity.search({ kinds: ["file"], q: "F", limit: 10 })).items).toHaveLength(10);
    const plan = await query((db) =>
      sql<{ "QUERY PLAN": string }>`explain select p.privileges from entity e
        cross join ${Access.privilegesOfEntity()} where e.id = ${file}`.execute(db),
    );
    const text = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/Index.* using scope_pkey/);
    expect(text).not.toContain("Seq Scan");
  });
});
