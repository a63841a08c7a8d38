import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createRandom, type Random } from "../../../../../test/support/random.ts";
import { some } from "../../../../../test/support/ring.ts";
import { AnnotationType } from "../../annotation-type/index.ts";
import type { Dtype, Value } from "../../attribute/schema.ts";
import { query } from "../../database/index.ts";
import { asOwner, createUser, type Person, useDatabase } from "../../database/testing.ts";
import { Layer } from "../../layer/index.ts";
import { Project } from "../../project/index.ts";
import { createLocalizations, createStates } from "../create.ts";
import { remove, restore, update } from "../edit.ts";
import { frontOf } from "../front.ts";
import { list } from "../list.ts";
import { type LocalizationRow, toLocalization, toState } from "../rows.ts";
import type { Localization, State } from "../schema.ts";
import { makeMedia } from "../testing.ts";
import { compile } from "./compile.ts";
import { fulfils, type Seen, type World } from "./evaluate.ts";
import type { Known } from "./fields.ts";
import { knownIn } from "./known.ts";
import { type Filter, Operator, type Related } from "./schema.ts";
import { spansOf } from "./spans.ts";

useDatabase();

/** An attribute of each dtype, and a value that it is asked for by each operator. */
const VALUES: Record<Dtype, Value> = {
  bool: true,
  int: 3,
  float: 2.5,
  enum: "red",
  string: "Cod",
  blob: "bytes",
  datetime: "2024-05-01T10:00:00.000Z",
  geopos: [13.4, 52.5],
  float_array: [1, 2],
};
const ANSWERS: Record<Dtype, string> = {
  bool: "eq ne in isNull",
  int: "eq ne gt gte lt lte in between isNull",
  float: "eq ne gt gte lt lte in between isNull",
  enum: "eq ne in contains startsWith endsWith matches isNull",
  string: "eq ne in contains startsWith endsWith matches isNull",
  blob: "isNull",
  datetime: "eq ne gt gte lt lte in between isNull",
  geopos: "distance isNull",
  float_array: "isNull",
};
const dtypes = Object.keys(VALUES) as Dtype[];
/** Which of two localizations, with the value and without any, each operator finds. */
const FOUND: Record<Operator, string> = {
  ...{ eq: "with", ne: "without", gt: "", gte: "with", lt: "", lte: "with", in: "with", between: "with" },
  ...{ contains: "with", startsWith: "with", endsWith: "with", matches: "with", isNull: "without", distance: "with" },
};
const asked = (op: Operator, value: Value): unknown => {
  if (op === "isNull") return true;
  if (op === "distance") return { center: VALUES.geopos, km: 1 };
  if (Array.isArray(value)) return value;
  if (op === "in") return [value];
  return op === "between" ? [value, value] : value;
};

let anna: Person;
let projectID: string;
let media: string[];
let box: string;
let world: World;
let known: Known;
let layers: string[];
let localizations: Localization[];
let states: State[];
beforeAll(async () => {
  anna = await createUser("Anna");
  await anna.as(make);
});

const SPECIES = ["Cod", "cod", "Ray", "Conger eel", "100%", "a_b", "c\\d", "Ü"];
const COLOURS = ["red", "green", "dark red"];

async function make() {
  projectID = await Project.create({ name: "Reef" });
  media = [await makeMedia(projectID), await makeMedia(projectID, { name: "Harbour.mp4" })];
  const attributes = dtypes.map((dtype) => ({
    ...{ name: dtype, dtype },
    ...(dtype === "enum" ? { choices: COLOURS } : {}),
    ...(dtype === "float_array" ? { size: 2 } : {}),
  }));
  const type = (name: string, shape: "box" | "frame" | "track", more: typeof attributes = []) =>
    AnnotationType.create({ projectID, type: { name, shape, attributes: more } });
  box = await type("Fish", "box", attributes);
  const [frame, track] = [await type("Weather", "frame", attributes.slice(0, 5)), await type("Path", "track")];
  const random = createRandom(7);
  const made: string[][] = [];
  for (const mediaID of media) {
    const items = Array.from({ length: 60 }, () => ({
      typeId: box,
      ...drawing(random),
      attributes: values(random, dtypes),
    }));
    made.push((await createLocalizations({ mediaID, items })).map(({ elementalId }) => elementalId));
    const said = Array.from({ length: 8 }, () => {
      const at = random.integer(0, 12);
      return {
        typeId: frame,
        frame: at,
        endFrame: random.chance(0.5) ? at + 2 : null,
        attributes: values(random, dtypes.slice(0, 5)),
      };
    });
    await createStates({ mediaID, items: said });
    const members = (made.at(-1) ?? []).filter(() => random.chance(0.2));
    await createStates({ mediaID, items: [{ typeId: track, localizationIds: members }] });
  }
  // Without statistics PostgreSQL takes a few rows for thousands, and chooses by that.
  await asOwner((db) => sql`analyze localization, state, entity, media`.execute(db));
  ({ layers } = await Layer.inProject(projectID));
  known = await knownIn(projectID);
  const read = async <R>(table: "localization" | "state") =>
    (await query((db) => sql<R>`select * from ${sql.table(table)} where latest`.execute(db))).rows;
  localizations = (await read<LocalizationRow>("localization")).map((row) => toLocalization(row));
  states = (await read<Parameters<typeof toState>[0]>("state")).map(toState);
  world = { known, related };
}

const drawing = (random: Random) => ({
  ...{ frame: random.integer(0, 12), x: random.integer(0, 5) / 10, y: random.integer(0, 5) / 10 },
  ...{ width: 0.1, height: random.integer(1, 4) / 10, key: random.chance(0.7) },
});

function values(random: Random, of: readonly Dtype[]): Record<string, Value> {
  const some = of.filter(() => random.chance(0.6)).map((dtype) => [dtype, someValue(random, dtype)] as const);
  return Object.fromEntries(some);
}

function someValue(random: Random, dtype: Dtype): Value {
  switch (dtype) {
    case "bool":
      return random.chance(0.5);
    case "int":
      return random.integer(-2, 6);
    case "float":
      return random.integer(-8, 24) / 4;
    case "enum":
      return random.pick(COLOURS);
    case "datetime":
      return new Date(Date.UTC(2024, random.integer(0, 11), 1)).toISOString();
    case "geopos":
      return [random.integer(-20, 20), random.integer(-20, 20)];
    case "float_array":
      return [random.next(), 1];
    default:
      return random.pick(SPECIES);
  }
}

const seenLocalization = (one: Localization): Seen => ({
  subject: "localization",
  attributes: one.attributes,
  fields: {
    ...{
      $id: Number(one.id),
      $elementalId: one.elementalId,
      $type: one.typeId,
      $layer: one.layerId,
      $media: one.mediaId,
    },
    ...{ $frame: one.frame, $x: one.x, $y: one.y, $width: one.width, $height: one.height, $u: one.u, $v: one.v },
    ...{ $key: one.key, $mark: one.mark, $createdBy: one.createdBy },
  },
});
const seenState = (one: State): Seen => ({
  subject: "state",
  attributes: one.attributes,
  fields: {
    ...{
      $id: Number(one.id),
      $elementalId: one.elementalId,
      $type: one.typeId,
      $layer: one.layerId,
      $frame: one.frame,
    },
    ...{ $endFrame: one.endFrame, $color: one.color, $mark: one.mark },
  },
});
const seenMedia = (id: string): Seen => ({
  subject: "media",
  attributes: {},
  fields: { $id: id, $name: id === media[0] ? "Reef.mp4" : "Harbour.mp4", $frames: 100, $dtype: "video" },
});

function related({ subject, fields }: Seen, how: Related): Seen[] {
  const at = (state: State, frame: unknown) =>
    state.frame !== null && Number(frame) >= state.frame && Number(frame) <= (state.endFrame ?? state.frame);
  if (how === "section") return [{ subject: "section", attributes: {}, fields: { $id: projectID, $name: "Reef" } }];
  if (subject === "localization") {
    const here = states.filter(({ mediaIds }) => mediaIds.includes(String(fields.$media)));
    if (how === "media") return [seenMedia(String(fields.$media))];
    if (how === "track")
      return states
        .filter(({ localizationIds }) => localizationIds.includes(String(fields.$elementalId)))
        .map(seenState);
    if (how === "coincidentStates") return here.filter((state) => at(state, fields.$frame)).map(seenState);
    return localizations
      .filter(({ mediaId, frame }) => mediaId === fields.$media && frame === fields.$frame)
      .filter(({ elementalId }) => elementalId !== fields.$elementalId)
      .map(seenLocalization);
  }
  const state = states.find(({ elementalId }) => elementalId === fields.$elementalId);
  if (!state) return [];
  if (how === "media") return state.mediaIds.map(seenMedia);
  if (how === "localizations")
    return localizations.filter(({ elementalId }) => state.localizationIds.includes(elementalId)).map(seenLocalization);
  if (how === "coincidentLocalizations")
    return localizations
      .filter(({ mediaId, frame }) => state.mediaIds.includes(mediaId) && at(state, frame))
      .map(seenLocalization);
  return states
    .filter((other) => other !== state && other.mediaIds.some((id) => state.mediaIds.includes(id)))
    .filter((other) => state.frame !== null && at(other, state.frame))
    .map(seenState);
}

const RELATED: Partial<Record<Seen["subject"], { how: Related; to: Seen["subject"] }[]>> = {
  localization: [
    { how: "media", to: "media" },
    { how: "track", to: "state" },
    { how: "coincidentStates", to: "state" },
    { how: "coincidentLocalizations", to: "localization" },
    { how: "section", to: "section" },
  ],
  state: [
    { how: "media", to: "media" },
    { how: "localizations", to: "localization" },
    { how: "coincidentLocalizations", to: "localization" },
    { how: "coincidentStates", to: "state" },
    { how: "section", to: "section" },
  ],
};

const NUMBERS: Record<string, string[]> = {
  localization: ["$frame", "$x", "$y", "$width", "$height", "$u", "$mark"],
  state: ["$frame", "$endFrame", "$mark"],
  media: ["$frames"],
  section: [],
};

function randomFilter(random: Random, subject: Seen["subject"], depth: number, steps = 2): Filter {
  const below = () => randomFilter(random, subject, depth - 1, steps);
  const how = depth > 0 ? random.integer(0, 9) : 9;
  if (how < 2) return { and: Array.from({ length: random.integer(1, 3) }, below) };
  if (how < 4) return { or: Array.from({ length: random.integer(1, 3) }, below) };
  if (how < 5) return { not: below() };
  const relations = RELATED[subject];
  if (how < 7 && relations && steps > 0) {
    const { how: related, to } = random.pick(relations);
    return { related, where: randomFilter(random, to, depth - 1, steps - 1) };
  }
  return randomLeaf(random, subject);
}

function randomLeaf(random: Random, subject: Seen["subject"]): Filter {
  if (subject === "section")
    return { field: "$name", op: random.pick(["eq", "ne"]), value: random.pick(["Reef", "Sea"]) };
  if (subject === "media") return { field: "$name", op: "contains", value: random.pick(["reef", "mp4", "x"]) };
  const attributes = subject === "localization" ? dtypes : dtypes.slice(0, 5);
  if (random.chance(0.3)) {
    const field = random.pick(NUMBERS[subject] ?? []);
    const op = random.pick(["eq", "ne", "gt", "gte", "lt", "lte", "isNull"] as const);
    return {
      field,
      op,
      value: op === "isNull" ? random.chance(0.5) : random.integer(0, 12) / (field === "$x" ? 10 : 1),
    };
  }
  const dtype = random.pick(attributes);
  const op = random.pick(ANSWERS[dtype].split(" ")) as Operator;
  const value = () => someValue(random, dtype);
  const field = `attributes.${dtype}`;
  if (op === "isNull") return { field, op, value: random.chance(0.5) };
  if (op === "distance") return { field, op, value: { center: [0, 0], km: random.integer(1, 4) * 571 } };
  if (op === "in" || op === "between") return { field, op, value: [value(), value()] as string[] };
  if (op === "matches") return { field, op, value: random.pick(["c*", "?od", "*%", "a_?", "c\\*", "*red"]) };
  const whole = value() as string;
  return { field, op, value: op === "contains" ? String(whole).slice(0, 2) : whole };
}

const SAMPLES = some(
  Array.from({ length: 10_000 }, (_, seed) => seed),
  33,
);

test("random nested filters find what a model in memory finds", async () => {
  const wrong: object[] = [];
  let finding = 0;
  for (const seed of SAMPLES) {
    const random = createRandom(seed);
    const subject = random.pick(["localization", "state"] as const);
    const filter = randomFilter(random, subject, 4);
    const condition = compile(filter, subject, "l", { known, layers });
    const found = await query((db) =>
      sql<{
        id: string;
      }>`select l.elemental_id as id from ${sql.table(subject)} l where l.latest and ${condition}`.execute(db),
    );
    const all = subject === "localization" ? localizations.map(seenLocalization) : states.map(seenState);
    const wanted = all.filter((one) => fulfils(filter, one, world)).map(({ fields }) => String(fields.$elementalId));
    const got = found.rows.map(({ id }) => id);
    if (wanted.length > 0 && wanted.length < all.length) finding++;
    if (got.sort().join() !== wanted.sort().join())
      wrong.push({ seed, filter, got: got.length, wanted: wanted.length });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  // Most of them part the rows: a model that always says yes or no would be found out.
  expect(finding).toBeGreaterThan(SAMPLES.length / 3);
}, 600_000);

describe("a range of numbers or times is found by the index of numbers", () => {
  const found = async (filter: Filter | undefined, sort?: string) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ kind: "localization", projectID, filter, sort, limit: 7, cursor, count: true });
      ids.push(...page.items.map(({ elementalId = "" }) => elementalId));
      cursor = page.next ?? undefined;
      if (cursor === undefined) expect(page.total).toBe(ids.length);
    } while (cursor !== undefined);
    return ids;
  };
  const wanted = (filter: Filter) =>
    localizations
      .map(seenLocalization)
      .filter((one) => fulfils(filter, one, world))
      .map(({ fields }) => String(fields.$elementalId));

  test("pages, counts and other orders say the same of it as a model in memory", async () => {
    const random = createRandom(3);
    const ops = ["gt", "gte", "lt", "lte", "between"] as const;
    const leaf = (): Filter => {
      const dtype = random.pick(["int", "float", "datetime"] as const);
      const op = random.pick(ops);
      const value = () => someValue(random, dtype) as string;
      return { field: `attributes.${dtype}`, op, value: op === "between" ? [value(), value()] : value() };
    };
    await anna.as(async () => {
      for (let n = 0; n < some(Array.from({ length: 300 }), 75).length; n++) {
        const many = () => Array.from({ length: random.integer(1, 3) }, leaf);
        const filter: Filter = random.chance(0.5) ? { and: [...many(), { or: many() }] } : { or: many() };
        expect(spansOf(filter, "localization", known).length, JSON.stringify(filter)).toBeGreaterThan(0);
        const sort = random.pick([undefined, "-id", "frame", "-attributes.float"]);
        expect((await found(filter, sort)).sort(), JSON.stringify({ filter, sort })).toEqual(wanted(filter).sort());
      }
    });
  });

  test.each(["attributes.float", "-attributes.int", "-attributes.float,-frame"])(
    "pages of all, or of some, in the order of %s have each once",
    (sort) =>
      anna.as(async () => {
        const [, minus, name = "", frame] = /^(-?)attributes\.(\w+)(,-frame)?$/.exec(sort) ?? [];
        const sign = minus ? -1 : 1;
        const red: Filter = { field: "attributes.enum", op: "eq", value: "red" };
        for (const filter of [undefined, red]) {
          const all = localizations.filter((one) => !filter || fulfils(filter, seenLocalization(one), world));
          const place = ({ attributes, ...one }: Localization) => {
            const number = attributes[name] as number | undefined;
            return [number === undefined ? 1 : 0, sign * (number ?? 0), frame ? -one.frame : 0, sign * Number(one.id)];
          };
          const inOrder = all.toSorted((a, b) => {
            const [before, after] = [place(a), place(b)];
            const differing = before.findIndex((part, i) => part !== after[i]);
            return (before[differing] ?? 0) - (after[differing] ?? 0);
          });
          expect(await found(filter, sort)).toEqual(inOrder.map(({ elementalId }) => elementalId));
        }
      }),
  );

  test("the front of an order is some pages of it, found by the index", async () => {
    const all = localizations.filter(({ attributes }) => attributes.float !== undefined);
    const asked = { kind: "localization" as const, name: "float", layers, limit: 5 };
    for (const descending of [false, true]) {
      const front = await frontOf({ ...asked, descending });
      const { rows = [] } = front ? await query((db) => sql<{ id: number }>`${front.ids}`.execute(db)) : {};
      expect(rows.length).toBeGreaterThanOrEqual(20);
      expect(rows.length).toBeLessThan(all.length);
    }
  });

  test("also after values changed, were taken away and came back, and after their type did", () =>
    anna.as(async () => {
      const mediaID = await makeMedia(projectID, { name: "Changing.mp4" });
      const typeID = await AnnotationType.create({
        projectID,
        type: { name: "Egg", shape: "box", attributes: [{ name: "Weight", dtype: "float" }] },
      });
      const at = { typeId: typeID, frame: 0, x: 0, y: 0, width: 0.1, height: 0.1 };
      const items = [1, 2, 3].map((Weight) => ({ ...at, attributes: { Weight } }));
      const made = await createLocalizations({ mediaID, items });
      const [first = "", second = "", third = ""] = made.map(({ elementalId }) => elementalId);
      const heavy = async (name = "Weight") => {
        const filter: Filter = { field: `attributes.${name}`, op: "gte", value: 2 };
        const { items } = await list({ kind: "localization", projectID, filter });
        return items.map(({ elementalId }) => made.findIndex((one) => one.elementalId === elementalId) + 1).sort();
      };
      const change = (elementalID: string, Weight: number | null) =>
        update({ kind: "localization", elementalID, patch: { attributes: { Weight } } });
      expect(await heavy()).toEqual([2, 3]);
      await change(first, 7.5);
      await change(second, null);
      await remove({ kind: "localization", elementalID: third });
      expect(await heavy()).toEqual([1]);
      await restore({ kind: "localization", elementalID: second, to: 1 });
      await restore({ kind: "localization", elementalID: third, to: 1 });
      await change(first, 1);
      expect(await heavy()).toEqual([2, 3]);
      const attributes = [{ name: "Mass", dtype: "int" as const, default: 5 }];
      await AnnotationType.update({ id: typeID, patch: { attributes, renames: { Weight: "Mass" } } });
      expect(await heavy("Mass")).toEqual([2, 3]);
      const [twice] = await createLocalizations({ mediaID, items: [at] });
      expect(twice).toBeDefined();
      const filter: Filter = { field: "attributes.Mass", op: "between", value: [5, 5] };
      await expect(list({ kind: "localization", projectID, filter })).resolves.toMatchObject({
        items: [{ elementalId: twice?.elementalId }],
      });
    }));
});

describe("every dtype by every operator finds rows or is refused", () => {
  test.each(dtypes)("%s", async (dtype) => {
    await anna.as(async () => {
      const mediaID = await makeMedia(projectID, { name: `${dtype}.mp4` });
      const at = { typeId: box, frame: 0, x: 0, y: 0, width: 0.1, height: 0.1 };
      const made = await createLocalizations({
        mediaID,
        items: [{ ...at, attributes: { [dtype]: VALUES[dtype] } }, at],
      });
      const names = new Map(made.map(({ elementalId }, i) => [elementalId, i === 0 ? "with" : "without"]));
      for (const op of Operator.options) {
        const filter = { field: `attributes.${dtype}`, op, value: asked(op, VALUES[dtype]) } as Filter;
        const found = list({ kind: "localization", mediaID, filter }).then(
          ({ items }) => items.map(({ elementalId = "" }) => names.get(elementalId)).join(),
          (error) => `${error.kind} ${error.code}`,
        );
        const answers = ANSWERS[dtype].split(" ").includes(op);
        expect([dtype, op, await found]).toEqual([dtype, op, answers ? FOUND[op] : "input filter.invalid"]);
      }
    });
  });

  test.each([
    [{ field: "attributes.Nobody", op: "eq", value: 1 }, "/filter/field"],
    [
      {
        and: [
          { field: "$frame", op: "eq", value: 1 },
          { field: "$nothing", op: "eq", value: 1 },
        ],
      },
      "/filter/and/1/field",
    ],
    [{ related: "localizations", where: { field: "$frame", op: "eq", value: 1 } }, "/filter/related"],
    [{ not: { field: "$frame", op: "eq", value: "many" } }, "/filter/not"],
    [{ field: "$elementalId", op: "eq", value: "'; drop table localization" }, "/filter"],
  ] as [Filter, string][])("%j is refused by name", async (filter, path) => {
    const refused = anna.as(() => list({ kind: "localization", projectID, filter }));
    await expect(refused).rejects.toMatchObject({ kind: "input", fields: [{ path }] });
  });

  test("too deep and too many conditions are refused before they are looked at", () => {
    const leaf: Filter = { field: "$frame", op: "eq", value: 1 };
    const deep = Array.from({ length: 10_000 }).reduce<Filter>((inner) => ({ not: inner }), leaf);
    const far = Array.from({ length: 3 }).reduce<Filter>(
      (where) => ({ related: "coincidentLocalizations", where }),
      leaf,
    );
    for (const filter of [deep, far, { and: Array.from({ length: 301 }, () => leaf) }])
      expect(() => list.schema.parse({ kind: "localization", projectID, filter })).toThrow(/At most/);
  });
});
