import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query, transaction } from "../database/index.ts";
import { asOwner, createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import { Access } from "./index.ts";
import { ALL, EXECUTE, maskOf } from "./privilege.ts";

useDatabase();

const USERS = 4;
const TEAMS = 4;
const PROJECTS = 3;
const TABLES = 2;

// The world: teams inside teams, people in teams, projects with tables, grants anywhere, some of it in the trash.
const World = fc.record({
  members: fc.array(fc.tuple(fc.nat(USERS - 1), fc.nat(TEAMS - 1)), { maxLength: 6 }),
  // From a team to one of a higher number, so that there is no cycle.
  nested: fc.array(
    fc.tuple(fc.nat(TEAMS - 2), fc.nat(TEAMS - 1)).filter(([inner, outer]) => inner < outer),
    { maxLength: 4 },
  ),
  grants: fc.array(
    fc.record({
      project: fc.nat(PROJECTS - 1),
      table: fc.option(fc.nat(TABLES - 1)),
      to: fc.oneof(
        fc.record({ user: fc.nat(USERS - 1) }),
        fc.record({ team: fc.nat(TEAMS - 1) }),
        fc.constantFrom({ builtin: "everyone" }, { builtin: "signed-in" }),
      ),
      privileges: fc.integer({ min: 1, max: ALL }),
    }),
    { maxLength: 8 },
  ),
  trashed: fc.array(fc.nat(PROJECTS - 1), { maxLength: 1 }),
  mayExecute: fc.boolean(),
  scopes: fc.option(fc.subarray(["read", "write", "execute", "admin"])),
});
type World = typeof World extends fc.Arbitrary<infer T> ? T : never;
type To = World["grants"][number]["to"];

let maker: Person;
beforeAll(async () => {
  maker = await createUser("Maker");
});

/** The rule in its obvious form. */
function expected(world: World, user: number, project: number, table: number | null): number {
  if (world.trashed.includes(project)) return 0;
  const teams = new Set(world.members.filter(([who]) => who === user).map(([, team]) => team));
  for (let before = -1; before !== teams.size; ) {
    before = teams.size;
    for (const [inner, outer] of world.nested) if (teams.has(inner)) teams.add(outer);
  }
  const applies = (to: To) => ("builtin" in to ? true : "user" in to ? to.user === user : teams.has(to.team));
  let privileges = 0;
  // As in the table, a later grant to the same group on the same thing replaces the earlier one.
  const last = new Map<string, World["grants"][number]>();
  for (const grant of world.grants) last.set(JSON.stringify([grant.project, grant.table, grant.to]), grant);
  for (const grant of last.values())
    if (grant.project === project && (grant.table === null || grant.table === table) && applies(grant.to))
      privileges |= grant.privileges;
  if (!world.mayExecute) privileges &= ~EXECUTE;
  if (world.scopes) privileges &= maskOf(world.scopes);
  return privileges & 1 ? privileges : 0;
}

async function build(world: World) {
  const users = await Promise.all(
    Array.from({ length: USERS }, (_, n) =>
      createUser(`User${n}`, { mayExecute: world.mayExecute, ...(world.scopes ? { scopes: world.scopes } : {}) }),
    ),
  );
  const teams = Array.from({ length: TEAMS }, () => createID("group"));
  const things = Array.from({ length: PROJECTS }, () => ({
    id: createID("project"),
    tables: Array.from({ length: TABLES }, () => createID("table")),
  }));
  await maker.as(() =>
    transaction(async (tx) => {
      await tx
        .insertInto("group")
        .values(teams.map((id) => ({ id, kind: "team" as const, name: "t", user_id: null })))
        .execute();
      for (const [user, team] of world.members)
        await sql`insert into group_member (group_id, user_id) values (${teams[team]}, ${users[user]?.id}) on conflict do nothing`.execute(
          tx,
        );
      for (const [inner, outer] of transitive(world.nested))
        await sql`insert into group_closure (descendant_id, ancestor_id) values (${teams[inner]}, ${teams[outer]}) on conflict do nothing`.execute(
          tx,
        );
      for (const { id, tables } of things) {
        await Entity.create({ id, kind: "project", parentID: null, name: "p" });
        for (const table of tables) await Entity.create({ id: table, kind: "table", parentID: id, name: "t" });
      }
      for (const { project, table, to, privileges } of world.grants) {
        const at = table === null ? things[project]?.id : things[project]?.tables[table];
        const group =
          "builtin" in to ? to.builtin : "user" in to ? users[to.user]?.id.replace("usr_", "grp_") : teams[to.team];
        // `give` knows bundles only; the scope it makes is what matters here.
        if (table !== null) await Access.give({ entityID: at ?? "", grant: { principalId: group, bundle: "viewer" } });
        await sql`insert into "grant" (scope_id, group_id, privileges) values (${at}, ${group}, ${privileges})
          on conflict (scope_id, group_id) do update set privileges = ${privileges}`.execute(tx);
      }
      for (const project of world.trashed) await Entity.remove({ id: things[project]?.id ?? "", kind: "project" });
    }),
  );
  return { users, things };
}

function transitive(edges: [number, number][]): [number, number][] {
  const all = [...edges];
  for (let before = -1; before !== all.length; ) {
    before = all.length;
    for (const [a, b] of edges)
      for (const [c, d] of edges) if (b === c && !all.some(([x, y]) => x === a && y === d)) all.push([a, d]);
    edges = [...all];
  }
  return all;
}

test("what the database says equals the obvious rule, for one entity and for lists", async () => {
  await fc.assert(
    fc.asyncProperty(World, async (world) => {
      const { users, things } = await build(world);
      for (const [number, user] of users.entries()) {
        const listed = await user.as(() => Access.readableScopes());
        for (const [project, { id, tables }] of things.entries())
          for (const [table, entityID] of [[null, id], ...tables.entries()] as [number | null, string][]) {
            const wanted = expected(world, number, project, table);
            expect(await user.as(() => Access.effective(entityID))).toBe(wanted);
            const { scope_id } = await query((db) =>
              db.selectFrom("entity").select("scope_id").where("id", "=", entityID).executeTakeFirstOrThrow(),
            );
            expect(listed.find((scope) => scope.scopeID === scope_id)?.privileges ?? 0).toBe(wanted);
          }
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);

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
  // What the worlds above gave to everyone.
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
