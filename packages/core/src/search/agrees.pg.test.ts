import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { Access } from "../access/index.ts";
import { query, transaction } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { Group } from "../group/index.ts";
import { createID } from "../id/index.ts";
import {
  accessWays,
  fieldNames,
  isComparison,
  type Leaf,
  leavesOf,
  type Node,
  operatorsOf,
  parse,
  write,
} from "../search-language/index.ts";
import { must } from "../util/index.ts";
import { holds, type Thing } from "./model.ts";

useDatabase();

const SEARCHES = process.env.ATRIUM_TEST_RING === "full" ? 10_000 : 300;
const SEED = 20_261_121;
const PROJECTS = 8;
const THINGS = 240;
const AT = new Date("2025-05-05T05:05:05Z");

const WORDS = [
  "load",
  "loads",
  "profile",
  "kelp",
  "Übersicht",
  "2024",
  "3m",
  "csv",
  "x",
  "raw_data",
  "a-b",
  "energy",
  "reload",
];
const word = fc.constantFrom(...WORDS);
const some = (max: number) => fc.array(word, { maxLength: max }).map((all) => all.join(" "));
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((all) => fc.constantFrom(" ", "-", ".").map((by) => all.join(by)));
const moment = fc.date({ min: new Date("2024-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
const attribute = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.boolean(),
  word,
  moment.map((date) => date.toISOString()),
  fc.array(word, { minLength: 1, maxLength: 2 }),
);
const draft = fc.record({
  kind: fc.constantFrom("file" as const, "table" as const),
  name,
  description: some(5),
  tags: fc.array(fc.oneof(word, name), { maxLength: 3 }),
  owner: fc.nat(2),
  project: fc.nat(PROJECTS - 1),
  created: moment,
  updated: moment,
  attributes: fc.dictionary(fc.constantFrom("depth", "site"), attribute, { maxKeys: 2 }),
  trashed: fc.nat(5).map((one) => one === 0),
});

const value = (field: string): fc.Arbitrary<string> => {
  if (field === "created" || field === "updated")
    return fc.constantFrom(
      "2025",
      "2025-03",
      "2026-11-21",
      "today",
      "last week",
      "-1y",
      "-30d",
      "this year",
      "2025-06-01T12:00",
    );
  if (field === "kind") return fc.constantFrom("file", "Table", "project", "nonsense");
  if (field === "access") return fc.constantFrom("mine", "direct", "project", "Group", "public");
  if (field === "owner") return fc.constantFrom("@me", "Anna", "bert", "nobody");
  if (field === "project") return fc.oneof(name, fc.constantFrom("Project 1", "project 3", "Secret"));
  if (field.startsWith("attributes."))
    return fc.oneof(word, fc.constantFrom("5", "-1", "0", "true", "2025", "kelp", ""));
  return fc.oneof(word, name, fc.constantFrom("lo", "pro", "KELP", "%", "_", "ü", ""));
};
const comparison: fc.Arbitrary<Leaf> = fc
  .constantFrom(...fieldNames, "attributes.depth", "attributes.site", "attributes.none")
  .chain((field) =>
    fc.record({
      type: fc.constant("field" as const),
      field: fc.constant(field),
      op: fc.constantFrom(...operatorsOf(field)),
      values: fc.array(value(field), { minLength: 1, maxLength: 3 }),
    }),
  )
  .map((leaf) => (leaf.op === "in" || leaf.op === "not in" ? leaf : { ...leaf, values: leaf.values.slice(0, 1) }))
  .filter(({ field, op, values }) => isComparison(field, op, values));
const piece = name.map((text) => text.replaceAll(" ", "-"));
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  comparison,
  fc.record({
    type: fc.constant("text" as const),
    text: fc.oneof(word, piece, fc.constantFrom("lo", "oad", "rofi", "ü", "!!", "k")),
    phrase: fc.constant(false),
  }),
  fc.record({ type: fc.constant("text" as const), text: name, phrase: fc.constant(true) }),
  fc.record({ type: fc.constant("tag" as const), tag: fc.oneof(word, name, fc.constant("en")) }),
  fc.record({
    type: fc.constant("is" as const),
    what: fc.constantFrom("mine" as const, "trashed" as const, "favorite" as const),
  }),
);
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({
      type: fc.constantFrom("and" as const, "or" as const),
      items: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("not" as const), item: tie("node") }),
  ),
}));

type Place = {
  id: string;
  name: string;
  owner: number;
  /** Who was given it, each alone; the owner first. */
  given: number[];
  /** The team that Cleo is in was given it, and everybody was. */
  team: boolean;
  open: boolean;
  trashed: boolean;
};
let people: Person[];
let places: Place[];
let team: string;
/** Every thing with the place it lies in and who was given it alone. */
let things: { thing: Thing; place: Place; given: number | undefined }[];

const person = (n: number): Person => must(people[n], "person");
const CLEO = 2;
const sees = (who: number, { given, team, open }: Place): boolean =>
  given.includes(who) || (team && who === CLEO) || open;

beforeAll(async () => {
  people = [await createUser("Anna"), await createUser("Bert"), await createUser("Cleo")];
  places = Array.from({ length: PROJECTS }, (_, n) => ({
    ...{ id: createID("project"), name: n === 7 ? "Secret" : `Project ${n}`, owner: n % 3 },
    ...{ given: n % 2 ? [n % 3, (n + 1) % 3] : [n % 3], team: n === 4, open: n === 5, trashed: n === 6 },
  }));
  team = await person(CLEO).as(() => Group.create({ name: "Divers" }));
  for (const place of places) await person(place.owner).as(() => makeProject(place));
  things = places.map((place) => ({ place, given: undefined, thing: thingOfProject(place) }));
  for (const [n, one] of fc.sample(draft, { numRuns: THINGS, seed: SEED }).entries()) {
    const place = must(places[one.project], "project");
    // Now and then somebody is given a thing alone, without the project around it.
    const given = n % 12 === 0 ? (one.owner + 1) % 3 : undefined;
    const id = createID(one.kind);
    await person(place.owner).as(() => makeThing(id, one, place, given));
    things.push({
      place,
      given,
      thing: {
        ...one,
        id,
        owner: person(one.owner),
        project: { ...place, visible: true },
        favorite: false,
        access: [],
      },
    });
  }
  for (const place of places.filter(({ trashed }) => trashed))
    await person(place.owner).as(() => Entity.remove({ id: place.id, kind: "project" }));
  const starred = things.filter((_, n) => n % 7 === 0).map(({ thing }) => thing.id);
  await query((db) =>
    sql`insert into favorite (user_id, entity_id) select ${person(0).id}, unnest(${starred}::text[])`.execute(db),
  );
  for (const { thing } of things) thing.favorite = starred.includes(thing.id);
  await query((db) => sql`analyze entity, scope, "grant"`.execute(db));
});

const makeProject = (place: Place) =>
  transaction(async (tx) => {
    await Entity.create({ id: place.id, kind: "project", parentID: null, name: place.name });
    await tx.insertInto("project").values({ id: place.id }).execute();
    for (const other of place.given.filter((one) => one !== place.owner)) await give(place.id, other);
    if (place.team) await tx.insertInto("grant").values(grantOf(place, team)).execute();
    if (place.open) await tx.insertInto("grant").values(grantOf(place, "signed-in")).execute();
    await sql`update entity set created_at = ${AT}, updated_at = ${AT} where id = ${place.id}`.execute(tx);
  });

const grantOf = (place: Place, group: string) => ({
  ...{ scope_id: place.id, group_id: group, privileges: 3, granted_by: person(place.owner).id },
  ...{ expires_at: null, lasting: null, reminded_at: null },
});

/** Of what lies in the trash with its project nothing is said but who made it, and what they were given itself. */
function waysOf(who: number, { thing, place, given }: (typeof things)[number]): string[] {
  const mine = thing.owner.id === person(who).id;
  const isProject = thing.id === place.id;
  const ways = {
    mine,
    direct: !mine && (given === who || (isProject && place.given.includes(who))),
    project: !mine && !isProject && !place.trashed && place.given.includes(who),
    group: !place.trashed && place.team && who === CLEO,
    public: !place.trashed && place.open,
  };
  return Object.entries(ways).flatMap(([way, is]) => (is ? [way] : []));
}

const thingOfProject = (place: Place): Thing => ({
  ...{ id: place.id, kind: "project", name: place.name, description: "", tags: [], owner: person(place.owner) },
  ...{ project: null, created: AT, updated: AT, attributes: {}, trashed: place.trashed, favorite: false },
  access: [],
});

type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;
const makeThing = (id: string, one: Draft, place: Place, given: number | undefined) =>
  transaction(async (tx) => {
    const { kind, name, description, tags } = one;
    await Entity.create({ id, kind, parentID: place.id, name, description, tags, createdBy: person(one.owner).id });
    if (given !== undefined) await give(id, given);
    await sql`update entity set created_at = ${one.created}, updated_at = ${one.updated}, attributes = ${JSON.stringify(one.attributes)}::jsonb,
      deleted_at = ${one.trashed ? one.updated : null} where id = ${id}`.execute(tx);
  });

const give = (entityID: string, to: number) =>
  Access.give({ entityID, grant: { email: person(to).email, bundle: "viewer" } });

function expected(node: Node, who: number): string[] {
  const trash = leavesOf(node).some((one) => one.type === "is" && one.what === "trashed");
  return things
    .filter((one) => {
      const { thing, place, given } = one;
      const mine = trash && thing.trashed && place.owner === who;
      const seen = !thing.trashed && !place.trashed && (sees(who, place) || given === who);
      const visible = !place.trashed && sees(who, place);
      const as = {
        ...thing,
        favorite: thing.favorite && who === 0,
        access: waysOf(who, one),
        project: thing.project && { ...thing.project, visible },
      };
      return (mine || seen) && holds(node, as, person(who).id, new Date()) === true;
    })
    .map(({ thing }) => thing.id)
    .sort();
}

test(`${SEARCHES} random searches find what the model finds, from a text and from a tree`, async () => {
  await fc.assert(
    fc.asyncProperty(node, fc.nat(2), async (asked, who) => {
      const text = write(asked);
      const read = must(parse(text), "search");
      const found = await person(who).as(() =>
        Entity.search({
          q: text.length <= 1_000 ? text : read,
          kinds: ["project", "file", "table"],
          limit: 1_000,
          facets: true,
        }),
      );
      const ids = found.items.map(({ id }) => id).sort();
      expect(ids, text).toEqual(expected(asked, who));
      expect(found.total).toBe(ids.length);
      expect(found.facets?.kind.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    }),
    { numRuns: SEARCHES, seed: SEED },
  );
}, 600_000);

test("what a search finds does not depend on its form", async () => {
  await fc.assert(
    fc.asyncProperty(node, async (asked) => {
      const by = (q: string | Node) =>
        person(0).as(() => Entity.search({ q, kinds: ["file"], sort: "name", limit: 1_000 }));
      const [text, tree] = [
        await by(write(asked).slice(0, 1_000)),
        await by(must(parse(write(asked).slice(0, 1_000)), "search")),
      ];
      expect(tree).toEqual(text);
    }),
    { numRuns: 20, seed: SEED },
  );
});

test("what a list shows is what the policy says, for everybody", async () => {
  for (const one of people)
    await one.as(async () => {
      const { scopes } = await Access.visibleEntities();
      expect([...(scopes ?? [])].sort()).toEqual((await Access.readableScopes()).map(({ scopeID }) => scopeID).sort());
      const { condition } = await Access.visibleEntities();
      const set = await query((db) =>
        sql<{
          id: string;
        }>`select distinct s.scope_id as id from visible_scopes((select groups_of(${one.id}))::text[], 511) s`.execute(
          db,
        ),
      );
      expect(set.rows.map(({ id }) => id).sort()).toEqual([...(scopes ?? [])].sort());
      const found = await query((db) =>
        sql<{ n: number }>`select count(*) as n from entity e where ${condition}`.execute(db),
      );
      expect(found.rows[0]?.n).toBeGreaterThan(0);
    });
});

test("the ways are counted as the searches for each find them", async () => {
  for (const [who, one] of people.entries())
    await one.as(async () => {
      const { approximate, items } = await Entity.countAccess({
        q: "not #energy",
        kinds: ["project", "file", "table"],
      });
      const wanted = accessWays.map((way) => {
        const asked = must(parse(`not #energy access = ${way}`), "search");
        return { value: way, count: expected(asked, who).length };
      });
      expect(items).toEqual(wanted);
      expect(approximate).toBe(false);
    });
});
