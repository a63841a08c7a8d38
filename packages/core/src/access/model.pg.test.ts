import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import * as Actor from "../actor/index.ts";
import { query, transaction } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { Group } from "../group/index.ts";
import { createID } from "../id/index.ts";
import { Project } from "../project/index.ts";
import { ShareLink } from "../share-link/index.ts";
import { Access } from "./index.ts";
import { ALL, bits, EXECUTE, maskOf } from "./privilege.ts";

useDatabase();

const USERS = 3;
const TEAMS = 5;
const PROJECTS = 6;
const SEED = 20261121;
const RUNS = process.env.ATRIUM_TEST_RING === "full" ? 300 : 25;
const SHARE = bits("share");

// The world: teams inside teams, people in teams, projects in projects with a table each, grants anywhere, with an end or
// without; then some of it moves, and some goes to the trash.
const World = fc.record({
  members: fc.array(fc.tuple(fc.nat(USERS - 1), fc.nat(TEAMS - 1)), { maxLength: 6 }),
  // From a team to one of a higher number, so that there is no cycle.
  nested: fc.array(
    fc.tuple(fc.nat(TEAMS - 2), fc.nat(TEAMS - 1)).filter(([inner, outer]) => inner < outer),
    { maxLength: 5 },
  ),
  /** In which earlier project each lies; its own number or a later one is none. */
  parents: fc.tuple(...Array.from({ length: PROJECTS }, () => fc.nat(PROJECTS - 1))),
  grants: fc.array(
    fc.record({
      project: fc.nat(PROJECTS - 1),
      table: fc.boolean(),
      to: fc.oneof(
        fc.record({ user: fc.nat(USERS - 1) }),
        fc.record({ team: fc.nat(TEAMS - 1) }),
        fc.constantFrom({ builtin: "everyone" }, { builtin: "signed-in" }, { builtin: "domain:example.org" }),
      ),
      privileges: fc.integer({ min: 1, max: ALL }),
      ends: fc.constantFrom("never", "never", "past", "future"),
    }),
    { maxLength: 10 },
  ),
  links: fc.array(
    fc.record({
      project: fc.nat(PROJECTS - 1),
      table: fc.boolean(),
      /** Who made it: somebody who may share it or not, or the owner of all. */
      by: fc.option(fc.nat(USERS - 1)),
      privileges: fc.constantFrom(1, 3, 19),
      state: fc.constantFrom("live", "live", "past", "revoked"),
    }),
    { maxLength: 3 },
  ),
  /** Whether the people, and somebody without an account, have opened all the links. */
  opened: fc.boolean(),
  moves: fc.array(fc.tuple(fc.nat(PROJECTS - 1), fc.nat(PROJECTS - 1)), { maxLength: 3 }),
  trashed: fc.array(fc.tuple(fc.nat(PROJECTS - 1), fc.boolean()), { maxLength: 2 }),
  trashedTeams: fc.array(fc.nat(TEAMS - 1), { maxLength: 1 }),
  verified: fc.boolean(),
  mayExecute: fc.boolean(),
  scopes: fc.option(fc.subarray(["read", "write", "execute", "admin"])),
});
type World = typeof World extends fc.Arbitrary<infer T> ? T : never;
type To = World["grants"][number]["to"];

let maker: Person;
beforeAll(async () => {
  maker = await createUser("Maker");
});

/** The rule in its obvious form: walk up from the thing, add up all that anybody gave who counts. */
class Model {
  readonly world: World;
  readonly parents: (number | null)[];

  constructor(world: World) {
    this.world = world;
    this.parents = world.parents.map((parent, project) => (parent < project ? parent : null));
  }

  around(project: number): number[] {
    const parent = this.parents[project] ?? null;
    return parent === null ? [project] : [project, ...this.around(parent)];
  }

  teamsOf(user: number): Set<number> {
    const gone = new Set(this.world.trashedTeams);
    const teams = new Set(
      this.world.members.filter(([who, team]) => who === user && !gone.has(team)).map(([, team]) => team),
    );
    for (let before = -1; before !== teams.size; ) {
      before = teams.size;
      for (const [inner, outer] of this.world.nested) if (teams.has(inner) && !gone.has(outer)) teams.add(outer);
    }
    return teams;
  }

  applies(to: To, user: number | null): boolean {
    if (user === null) return "builtin" in to && to.builtin === "everyone";
    if ("builtin" in to) return to.builtin.startsWith("domain:") ? this.world.verified : true;
    return "user" in to ? to.user === user : this.teamsOf(user).has(to.team);
  }

  /** As in the table, a later grant to the same group on the same thing replaces the earlier one. */
  grants(): World["grants"] {
    const last = new Map<string, World["grants"][number]>();
    for (const grant of this.world.grants) last.set(JSON.stringify([grant.project, grant.table, grant.to]), grant);
    return [...last.values()];
  }

  /** `null` has no account, and no API key to be narrowed by. A key knows of no links. */
  expected(user: number | null, project: number, table: boolean): number {
    const { scopes } = this.world;
    const mask = user === null ? maskOf(["read"]) : scopes ? maskOf(scopes) : ALL;
    const opened = user !== null && scopes ? 0 : this.opened(project, table);
    const privileges = (this.given(user, project, table) | opened) & mask;
    return privileges & 1 ? privileges : 0;
  }

  /** What the links give: each as much as its maker still has, and may share. */
  opened(project: number, table: boolean): number {
    if (!this.world.opened || this.isTrashed(project, table)) return 0;
    const around = this.around(project);
    let privileges = 0;
    for (const link of this.world.links) {
      const above = link.table ? table && link.project === project : around.includes(link.project);
      if (!above || link.state !== "live") continue;
      const needed = link.privileges | SHARE;
      const makers = link.by === null ? ALL : this.given(link.by, link.project, link.table);
      if ((makers & needed) === needed) privileges |= link.privileges;
    }
    return privileges;
  }

  /** Before an API key narrows it. */
  given(user: number | null, project: number, table: boolean): number {
    if (this.isTrashed(project, table)) return 0;
    const around = this.around(project);
    const { mayExecute } = this.world;
    let privileges = 0;
    for (const grant of this.grants()) {
      const above = grant.table ? table && grant.project === project : around.includes(grant.project);
      if (above && grant.ends !== "past" && this.applies(grant.to, user)) privileges |= grant.privileges;
    }
    return mayExecute ? privileges : privileges & ~EXECUTE;
  }

  isTrashed(project: number, table: boolean): boolean {
    const around = this.around(project);
    return this.world.trashed.some(([at, only]) => (only ? table && at === project : around.includes(at)));
  }
}

type Built = { users: Person[]; projects: { id: string; tableID: string }[]; links: string[] };

async function build(model: Model): Promise<Built> {
  const { world } = model;
  const users = await Promise.all(
    Array.from({ length: USERS }, (_, n) =>
      createUser(`User${n}`, { mayExecute: world.mayExecute, ...(world.scopes ? { scopes: world.scopes } : {}) }),
    ),
  );
  const ids = users.map(({ id }) => id);
  await query((db) => db.updateTable("user").set({ email_verified: world.verified }).where("id", "in", ids).execute());
  const links: string[] = [];
  const projects = await maker.as(() =>
    transaction(async () => {
      const teams: string[] = [];
      for (let n = 0; n < TEAMS; n++) teams.push(await Group.create({ name: `Team ${n}` }));
      const team = (n: number) => teams[n] ?? "";
      for (const [user, n] of world.members)
        await Group.addMember({ groupID: team(n), memberId: ids[user] ?? "", role: "member" });
      for (const [inner, outer] of world.nested)
        await Group.addMember({ groupID: team(outer), memberId: team(inner), role: "member" });
      const made: Built["projects"] = [];
      for (const [n, parent] of model.parents.entries()) {
        const id = await Project.create({ name: `p${n}`, ...(parent === null ? {} : { parentId: made[parent]?.id }) });
        const tableID = createID("table");
        await Entity.create({ id: tableID, kind: "table", parentID: id, name: "t" });
        made.push({ id, tableID });
      }
      for (const grant of model.grants()) await give(made, teams, ids, grant);
      for (const link of world.links) links.push(await makeLink(made, ids, link));
      for (const [from, to] of world.moves) await move(model, made, from, to);
      for (const n of world.trashedTeams) await Group.remove({ id: team(n) });
      return made;
    }),
  );
  // Each on its own: what lies in the trash with what is around it cannot be put there again.
  for (const [at, only] of world.trashed) {
    const target = only
      ? { id: projects[at]?.tableID ?? "", kind: "table" as const }
      : { id: projects[at]?.id ?? "", kind: "project" as const };
    await maker.as(() => Entity.remove(target)).catch(expectMissing);
  }
  return { users, projects, links };
}

function expectMissing(error: unknown) {
  expect(error).toMatchObject({ kind: "not_found" });
}

const ends = {
  never: null,
  past: sql<Date>`now() - interval '1 second'`,
  future: sql<Date>`now() + interval '1 day'`,
} as const;

async function give(made: Built["projects"], teams: string[], users: string[], grant: World["grants"][number]) {
  const at = (grant.table ? made[grant.project]?.tableID : made[grant.project]?.id) ?? "";
  const { to, privileges } = grant;
  const principalId =
    "builtin" in to ? to.builtin : "user" in to ? Access.personalGroup(users[to.user] ?? "") : (teams[to.team] ?? "");
  await query((db) =>
    sql`insert into "group" (id, kind, name) values ('domain:example.org', 'domain', '@example.org') on conflict do nothing`.execute(
      db,
    ),
  );
  // The verb makes the scope, for its giver only; what is given is written beside that, bit by bit.
  await Access.give({ entityID: at, grant: { principalId: Access.personalGroup(maker.id), bundle: "owner" } });
  await query((db) =>
    sql`insert into "grant" (scope_id, group_id, privileges, expires_at)
      values (${at}, ${principalId}, ${privileges}, ${ends[grant.ends as keyof typeof ends]})`.execute(db),
  );
}

async function makeLink(made: Built["projects"], users: string[], link: World["links"][number]): Promise<string> {
  const entityID = (link.table ? made[link.project]?.tableID : made[link.project]?.id) ?? "";
  const { id } = await ShareLink.create({ entityID, link: { expiresAt: null } });
  const madeBy = link.by === null ? maker.id : (users[link.by] ?? "");
  await query((db) =>
    sql`update share_link set made_by = ${madeBy}, expires_at = ${link.state === "past" ? ends.past : null},
      revoked_at = ${link.state === "revoked" ? ends.past : null} where id = ${id}`.execute(db),
  );
  await query((db) =>
    db.updateTable("grant").set({ privileges: link.privileges }).where("group_id", "=", id).execute(),
  );
  return id;
}

async function move(model: Model, made: Built["projects"], from: number, to: number) {
  const moved = Project.move({ id: made[from]?.id ?? "", to: { parentId: made[to]?.id } });
  if (model.around(to).includes(from)) return expect(moved).rejects.toMatchObject({ code: "project.cycle" });
  await moved;
  model.parents[from] = to;
}

/** As somebody whose browser has opened links; an API key knows nothing of browsers. */
const withLinks =
  (person: Person, opened: { links?: string[] }) =>
  <T>(run: () => T): T =>
    person.as(() => {
      const who = Actor.user();
      return Actor.as(who.key ? who : { ...who, ...opened }, run);
    });

test(
  "what the database says equals the obvious rule, for one thing and for lists",
  async () => {
    await fc.assert(
      fc.asyncProperty(World, async (world) => {
        const model = new Model(world);
        const { users, projects, links } = await build(model);
        const opened = world.opened ? { links } : {};
        const people = users.map((person, user) => ({ user, person, as: withLinks(person, opened) }));
        const nobody = {
          user: null,
          person: undefined,
          as: <T>(run: () => T) => Actor.as({ type: "public", ...opened }, run),
        };
        for (const { user, person, as } of [...people, nobody]) {
          const listed = new Map(
            (await as(() => Access.readableScopes())).map(({ scopeID, privileges }) => [scopeID, privileges]),
          );
          const ids = projects.flatMap(({ id, tableID }) => [id, tableID]);
          const found = await as(() => Entity.search({ kinds: ["project", "table"], limit: 1_000 }));
          const shown = new Set(found.items.map(({ id }) => id).filter((id) => ids.includes(id)));
          for (const [project, { id, tableID }] of projects.entries())
            for (const [entityID, table] of [
              [id, false],
              [tableID, true],
            ] as const) {
              const wanted = model.expected(user, project, table);
              expect(await as(() => Access.effective(entityID))).toBe(wanted);
              expect(shown.has(entityID)).toBe(wanted !== 0);
              if (!table) expect(listed.get(id) ?? 0).toBe(wanted);
              if (!person || user === null || model.isTrashed(project, table)) continue;
              const explained = await maker.as(() => Access.explain({ entityID, principalID: person.id }));
              expect(explained.privileges).toEqual(Access.names(model.given(user, project, table)));
            }
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  RUNS * 10_000,
);
