import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asOwner, createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "./index.ts";

// What PostgreSQL expects decides from which side a search looks; here it is told what to expect.
const expected = vi.hoisted(() => ({ rows: 0 }));
vi.mock("../database/expected.ts", () => ({ expectedRows: async () => expected.rows }));

useDatabase();

const RARE = 0;
/** So many that being visible is asked of a set. */
const SOME = 5_000;
const COMMON = 1_000_000;
/** Each sees so many projects by a grant on each, and what lies in them: every way of asking what somebody sees. */
const PEOPLE = { few: 150, some: 300, many: 1_200, most: 5_200 };
const THINGS = 11_000;
const IN = 100;
let people: Record<keyof typeof PEOPLE, Person>;

beforeAll(async () => {
  const made = await Promise.all(Object.keys(PEOPLE).map(async (name) => [name, await createUser(name)] as const));
  people = Object.fromEntries(made) as typeof people;
  await asOwner((db) =>
    db.transaction().execute(async (tx) => {
      const id = (prefix: string) => sql`${prefix} || lpad(i::text, 26, '0')`;
      const owner = people.most.id;
      await sql`insert into entity (id, kind, scope_id, slug, name, created_by)
        select ${id("prj_")}, 'project', ${id("prj_")}, 'p' || i, 'place ' || i, ${owner} from generate_series(1, ${PEOPLE.most}) i`.execute(
        tx,
      );
      await sql`insert into project (id) select ${id("prj_")} from generate_series(1, ${PEOPLE.most}) i`.execute(tx);
      await sql`insert into scope (id, ancestors) select ${id("prj_")}, array[${id("prj_")}] from generate_series(1, ${PEOPLE.most}) i`.execute(
        tx,
      );
      await sql`insert into entity (id, kind, parent_id, scope_id, slug, name, created_by, updated_at)
        select ${id("fil_")}, 'file', p, p, 'f' || i,
          'thing ' || i || case when i % 7 = 0 then ' seventh' else '' end || case when i % 2500 = 0 then ' seldom' else '' end,
          ${owner}, timestamptz '2025-01-01' + make_interval(secs => i)
        from generate_series(1, ${THINGS}) i cross join lateral (select 'prj_' || lpad((1 + i % ${IN})::text, 26, '0') as p) x`.execute(
        tx,
      );
      for (const [name, grants] of Object.entries(PEOPLE))
        await sql`insert into "grant" (scope_id, group_id, privileges)
          select ${id("prj_")}, ${people[name as keyof typeof PEOPLE].id.replace("usr_", "grp_")}, 3 from generate_series(1, ${grants}) i`.execute(
          tx,
        );
    }),
  );
}, 120_000);

beforeEach(() => {
  expected.rows = RARE;
});

const search = (person: Person, q: string, more: Partial<Parameters<typeof Entity.search>[0]> = {}) =>
  person.as(() => Entity.search({ kinds: ["project", "file"], q, limit: 1_000, facets: true, ...more }));
const everybody = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

test.each(everybody)(
  "what somebody with %s projects finds is the same from either side, while all can be looked at",
  async (who) => {
    const byName = { sort: "name" } as const;
    expected.rows = RARE;
    const matching = await search(people[who], "place", byName);
    expect(matching.items).toHaveLength(Math.min(PEOPLE[who], 1_000));
    expected.rows = COMMON;
    const visible = await search(people[who], "place kind:project", byName);
    expect(visible.items.map(({ id }) => id)).toEqual(matching.items.map(({ id }) => id));
    expect(visible.facets?.kind[0]?.value).toBe("project");
  },
);

test.each(everybody)(
  "of what somebody with %s projects sees, no more is looked at than helps, and the total says so",
  async (who) => {
    expected.rows = COMMON;
    const named = who === "few";
    const seventh = await search(people[who], "seventh");
    // Where scopes are named their indexes are merged, and all is found.
    if (named) expect(seventh.total).toBe(Math.floor(THINGS / 7));
    else expect(seventh.total).toMatch(/^(9\d\d|1\d\d\d)\+$/);
    expect(seventh.facets?.approximate).toBe(!named);
    expect((await search(people[who], "thing")).total).toMatch(named ? /^10000\+$/ : /^[5-9]\d\d\d\+$/);
  },
);

test.each(everybody)(
  "a page in an order that somebody with %s projects asks for is whole, however little was looked at",
  async (who) => {
    expected.rows = COMMON;
    const { items } = await search(people[who], "seventh", { sort: "-updatedAt", limit: 5 });
    const last = THINGS - (THINGS % 7);
    expect(items.map(({ name }) => name)).toEqual(
      [0, 1, 2, 3, 4].map((n) => expect.stringContaining(`thing ${last - 7 * n} seventh`)),
    );
  },
);

test.each(everybody)(
  "what is rarer than it was taken to be is found all the same by somebody with %s projects",
  async (who) => {
    expected.rows = COMMON;
    const seldom = await search(people[who], "seldom");
    expect(seldom.total).toBe(Math.floor(THINGS / 2_500));
    expect(seldom.facets?.approximate).toBe(false);
  },
);

test("what begins with the words comes first, also where only a part was looked at", async () => {
  expected.rows = COMMON;
  const [first] = (await search(people.most, `thing ${THINGS}`, { limit: 1 })).items;
  expect(first?.name).toMatch(new RegExp(`^thing ${THINGS}`));
});

test("somebody who was given thousands of things one by one finds these, what lies in their projects, and nothing else", async () => {
  const guest = await createUser("guest");
  const group = guest.id.replace("usr_", "grp_");
  await asOwner((db) =>
    db.transaction().execute(async (tx) => {
      // Every second of them is given, all in projects of somebody else; the first of these projects lies in the trash.
      await sql`insert into entity (id, kind, parent_id, scope_id, slug, name, created_by)
        select id, 'file', p, id, 'g' || i, 'given ' || i, ${people.most.id}
        from generate_series(1, 10400) i cross join lateral (
          select 'fil_given' || lpad(i::text, 21, '0') as id, 'prj_' || lpad((1 + i % ${IN})::text, 26, '0') as p) x`.execute(
        tx,
      );
      await sql`insert into scope (id, ancestors) select id, array[parent_id, id] from entity where name like 'given %'`.execute(
        tx,
      );
      await sql`insert into "grant" (scope_id, group_id, privileges)
        select id, ${group}, 3 from entity where name like 'given %' and right(id, 1) in ('0', '2', '4', '6', '8')`.execute(
        tx,
      );
      await sql`insert into "grant" (scope_id, group_id, privileges) values (${project(2)}, ${group}, 3)`.execute(tx);
      await sql`update scope set deleted_at = now() where ${project(1)} = any (ancestors)`.execute(tx);
      await sql`update entity set deleted_at = now() where id = ${project(1)}`.execute(tx);
    }),
  );
  // We are told here what PostgreSQL expects, so it had better know by itself as well.
  await asOwner((db) => sql`analyze entity, scope, scope_above, "grant"`.execute(db));
  expected.rows = SOME;
  // 5,200 were given alone, of which 104 lie in the trash with their project; of the second project's 104 the odd ones come with it.
  expect((await search(guest, "given", { count: true })).total).toBe(5_200 - 104 + 104);
  expect((await search(guest, "thing", { count: true })).total).toBe(THINGS / IN);
  expect((await search(guest, "place")).items.map(({ id }) => id)).toEqual([project(2)]);
  // Asked one by one, it is the same.
  expected.rows = RARE;
  expect((await search(guest, "given", { count: true })).total).toBe(5_200);
});

const project = (n: number) => `prj_${String(n).padStart(26, "0")}`;
