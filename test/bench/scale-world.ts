import type pg from "pg";
import { note } from "./report.ts";

export type Size = { entities: number; users: number; groups: number; projects: number; given: number };

/** At 1 it is the size that the design promises to be quick at. */
export const sizeOf = (share: number): Size => ({
  entities: Math.round(2_000_000 * share),
  users: Math.round(20_000 * share),
  groups: Math.round(3_000 * share),
  projects: Math.round(20_000 * share),
  given: Math.round(100_000 * share),
});

/** Who asks. Each sees another part, which is found by another plan. */
export const PERSONAS = {
  admin: 1,
  "a fifth of the projects, by nested groups": 2,
  "three old projects": 3,
  "100,000 things, each given alone": 4,
  "what is public": 5,
  "stranger in fifty groups": 6,
} as const;
export type Persona = keyof typeof PERSONAS;

export const userID = (n: number) => `usr_${String(n).padStart(26, "0")}`;
export const projectID = (n: number) => `prj_${String(n).padStart(26, "0")}`;
const id = (prefix: string, n: string) => `'${prefix}_' || lpad((${n})::text, 26, '0')`;

/** Words as in any language: few are everywhere, most are rare. The n-th of 4,000, drawn from a number of this row. */
const word = (seed: string) => `'w' || to_hex((4000 * power((hashint8(${seed}) & 65535) / 65536.0, 3))::int + 4096)`;
const draw = (seed: string, below: string) => `((hashint8(${seed}) & 2147483647) % (${below}))`;

const OLD_PROJECTS = [11, 12, 13];
const ALL = 511;
const READ = 19;

/** The whole world in a few statements, its larger indexes made afterwards, as a restored backup is. */
export async function buildWorld(db: pg.Client, size: Size): Promise<void> {
  const run = async (what: string, text: string) => {
    const begun = performance.now();
    await db.query(text);
    note(`${what}: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  };
  await db.query(
    "set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set statement_timeout = 0",
  );

  // A few first: what checks their groups plans for the sizes it finds, and would read whole tables for each of the rest.
  const few = Math.min(2_000, size.users);
  const people = (from: number, to: number) => `insert into "user" (id, name, email)
    select ${id("usr", "i")}, 'Person ' || i, 'p' || i || '@example.org' from generate_series(${from}, ${to}) i`;
  await run("the first people", `${people(1, few)}; analyze`);
  await run("people", `${people(few + 1, size.users)}; analyze`);
  // Five in each, so that they nest five or six deep; the first five stand at the top.
  await run(
    "groups",
    `insert into "group" (id, kind, name)
    select ${id("grp", "1000000 + i")}, 'team', 'Team ' || i from generate_series(1, ${size.groups}) i;
    insert into group_child (parent_id, child_id)
    select ${id("grp", "1000000 + i / 5")}, ${id("grp", "1000000 + i")} from generate_series(5, ${size.groups}) i;
    insert into group_closure (ancestor_id, descendant_id)
    with recursive above as (
      select parent_id, child_id from group_child union all
      select c.parent_id, a.child_id from above a join group_child c on c.child_id = a.parent_id)
    select parent_id, child_id from above on conflict do nothing`,
  );
  // The teams below 20 hold the personas' grants: only personas are in them.
  const lowest = Math.min(125, Math.floor(size.groups / 2));
  await run(
    "members",
    `insert into group_member (group_id, user_id)
    select distinct ${id("grp", `1000000 + ${lowest} + ${draw("u * 3 + k", `${size.groups - lowest}`)}`)}, ${id("usr", "u")}
    from generate_series(10, ${size.users}) u, generate_series(1, 3) k on conflict do nothing;
    insert into group_member (group_id, user_id)
    select ${id("grp", `1000000 + ${size.groups} - k`)}, '${userID(PERSONAS["stranger in fifty groups"])}' from generate_series(1, 50) k`,
  );

  const indexes = await dropIndexes(db, ["entity", "scope", "grant", "project"]);
  await run(
    "projects",
    `begin;
    insert into entity (id, kind, parent_id, scope_id, namespace_id, slug, name, description, tags, created_by, created_at, updated_at)
    select ${id("prj", "i")}, 'project', case when i % 10 = 0 then ${id("prj", "i - 1")} end, ${id("prj", "i")}, null, 'p' || i,
      ${word("i")} || ' project ' || i, ${word("i + 7")} || ' ' || ${word("i + 9")}, array[${word("i + 11")}], ${id("usr", `1 + i % ${size.users}`)},
      timestamptz '2023-01-01' + make_interval(secs => i), timestamptz '2026-01-01' + make_interval(secs => i)
    from generate_series(1, ${size.projects}) i;
    insert into project (id) select ${id("prj", "i")} from generate_series(1, ${size.projects}) i;
    insert into scope (id, ancestors) select ${id("prj", "i")},
      case when i % 10 = 0 then array[${id("prj", "i - 1")}] else '{}' end || array[${id("prj", "i")}] from generate_series(1, ${size.projects}) i;
    commit; analyze`,
  );
  const isGiven = `i % ${Math.round(size.entities / size.given)} = 3`;
  const place = draw("i * 31", String(size.projects));
  await run(
    "entities",
    `begin;
    insert into entity (id, kind, parent_id, scope_id, slug, name, description, tags, created_by, created_at, updated_at)
    select ${id("fil", "i")}, case when i % 3 = 0 then 'table' else 'file' end, ${id("prj", "1 + p")},
      case when ${isGiven} then ${id("fil", "i")} else ${id("prj", "1 + p")} end, 'e' || i,
      ${word("i * 5 + 1")} || '-' || ${word("i * 5 + 2")} || ' ' || i || '.csv',
      ${word("i * 7 + 1")} || ' ' || ${word("i * 7 + 2")} || ' ' || ${word("i * 7 + 3")} || ' ' || ${word("i * 7 + 4")},
      case when i % 4 = 0 then '{}' else array['t' || ${draw("i * 11", "200")}, 't' || ${draw("i * 13", "20")}] end,
      ${id("usr", `1 + ${draw("i * 17", String(size.users))}`)}, at, at
    from (select i, ${place} as p,
      case when ${place} + 1 in (${OLD_PROJECTS}) then timestamptz '2021-01-01' else timestamptz '2023-11-21' + make_interval(secs => ${draw("i * 19", "94608000")}) end as at
      from generate_series(1, ${size.entities}) i) x;
    analyze entity;
    insert into scope (id, ancestors)
    select e.id, s.ancestors || e.id from entity e join scope s on s.id = e.parent_id where e.scope_id = e.id and e.parent_id is not null and e.kind <> 'project';
    commit`,
  );
  await run(
    "grants",
    `
    insert into "grant" (scope_id, group_id, privileges)
    select ${id("prj", "i")}, ${id("grp", `1 + i % ${size.users}`)}, ${ALL} from generate_series(1, ${size.projects}) i
    union all select ${id("prj", "i")}, ${id("grp", `1000000 + ${lowest} + ${draw("i * 23 + k", `${size.groups - lowest - 60}`)}`)}, ${READ + 4}
      from generate_series(1, ${size.projects}) i, generate_series(0, 1) k
    union all select ${id("prj", "i")}, ${id("grp", "1000001")}, ${ALL} from generate_series(1, ${size.projects}) i
    union all select ${id("prj", "i")}, ${id("grp", "1000002")}, ${READ} from generate_series(1, ${size.projects}) i where i % 5 = 1
    union all select ${id("prj", "i")}, '${userID(3).replace("usr", "grp")}', ${READ} from unnest(array[${OLD_PROJECTS}]) i
    union all select ${id("prj", "i")}, g, 3 from generate_series(1, ${size.projects}) i, unnest(array['everyone', 'signed-in']) g where i % 50 = 7
    union all select ${id("fil", "i")}, '${userID(4).replace("usr", "grp")}', ${READ} from generate_series(1, ${size.entities}) i where ${isGiven}
    on conflict do nothing;
    insert into group_member (group_id, user_id) values
      (${id("grp", "1000001")}, '${userID(1)}'), (${id("grp", "1000000 + 2 * 5")}, '${userID(2)}'), (${id("grp", "1000000 + 2 * 5 + 1")}, '${userID(2)}') on conflict do nothing`,
  );
  for (const index of indexes) await run(/(index \S+)/i.exec(index)?.[1] ?? "index", index);
  await run("statistics", "vacuum analyze");
}

/** Takes away what would slow every single row down, and says how to make it again. */
async function dropIndexes(db: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as definition from pg_index x join pg_class i on i.oid = x.indexrelid
     join pg_class t on t.oid = x.indrelid where t.relname = any ($1) and not x.indisunique`,
    [tables],
  );
  for (const { name } of rows) await db.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}
