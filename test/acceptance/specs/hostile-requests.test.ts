/**
 * Every parameter and every field of every operation, as the running system describes them, is given what it does not
 * expect: each request is answered, with a refusal or with what it asked for, and never with an error of the server.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "../../support/hostile/faults.ts";
import { type Case, createRequests, type Things } from "../../support/hostile/requests.ts";
import { placesOf } from "../../support/hostile/schema.ts";
import { hostileTexts, hostileValues } from "../../support/hostile/values.ts";
import { anonymous, type Json } from "../../support/http.ts";
import { createProject, importTable } from "../../support/make.ts";
import { unique } from "../../support/names.ts";
import { type Route, routesOf } from "../../support/openapi.ts";
import { administrator, newPerson, type Person } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";
import { some } from "../../support/ring.ts";
import { target } from "../../support/target.ts";

const SEED = Number(process.env.ATRIUM_HOSTILE_SEED ?? 20_261_121);
const PER_PLACE = 6;
const MINUTES = 60_000;
/** Of what is not Ada's: in every name and every cell. */
const MARK = `secret${Date.now().toString(36)}`;

let ada: Person;
let bob: Person;
let hers: Things;
let his: Things;
let document: Json;
let routes: Route[];

async function thingsOf(person: Person, mark: string): Promise<Things> {
  const project = await createProject(person.key, unique(mark));
  const { file, table, run } = await importTable(person.key, `${mark}\n${mark} cell\n`, {
    project,
    fileName: `${mark}.csv`,
    tableName: mark,
  });
  const upload = await person.key.post("/uploads", { projectId: project.id, name: `${mark}.bin`, bytes: 10 });
  const key = await person.session.post("/api-keys", { name: mark });
  return {
    project: project.id,
    file: file.id,
    table: table.id,
    run: run.id,
    upload: upload.id,
    key: key.id,
    person: person.id,
    function: run.function.id,
  };
}

beforeAll(async () => {
  [ada, bob] = [await newPerson("Ada"), await newPerson("Bob")];
  [hers, his] = [await thingsOf(ada, "hers"), await thingsOf(bob, MARK)];
  document = await anonymous(target.url).get("/openapi.json");
  // What ends things comes last, or the rest would only meet what is gone.
  routes = (await routesOf(anonymous(target.url))).sort(
    (a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"),
  );
});

function generated(): Case[] {
  const { parametersOf, schemaOf, withText, withField } = createRequests(document, hers);
  const random = createRandom(SEED);
  return routes.flatMap((route) => [
    ...parametersOf(route).flatMap((parameter) =>
      hostileTexts(random, PER_PLACE).flatMap((text) => withText(route, parameter, text) ?? []),
    ),
    ...(schemaOf(route) ? placesOf(schemaOf(route), document) : []).flatMap((place) =>
      hostileValues(random, PER_PLACE).map((value) => withField(route, place, value)),
    ),
  ]);
}

describe(`with seed ${SEED}`, () => {
  it("every parameter and field of every operation withstands what it does not expect", {
    timeout: 5 * MINUTES,
  }, async () => {
    const cases = some(generated(), 13);
    expect(cases.length).toBeGreaterThan(500);
    expect(await faultsOf(ada.key, cases, MARK)).toEqual([]);
  });

  it("so do the administrator's", { timeout: 2 * MINUTES }, async () => {
    const cases = generated().filter(({ path }) => /\/(invitations|api-keys|me)/.test(path));
    expect(await faultsOf(administrator, cases, MARK)).toEqual([]);
  });
});

/** Wherever an id can stand, each of Bob's. */
function foreign(): Case[] {
  const { parametersOf, schemaOf, withText, withField } = createRequests(document, hers);
  const ids = Object.values(his).filter((id) => ![his.person, his.function].includes(id));
  const isID = (name: string | number | undefined) => /id$|^cursor$|^name$|^q$|^after$/i.test(String(name));
  return routes
    .filter(({ method }) => method !== "DELETE")
    .flatMap((route) => [
      ...parametersOf(route)
        .filter(({ name, in: where }) => where !== "header" && isID(name))
        .flatMap((parameter) => ids.flatMap((id) => withText(route, parameter, id) ?? [])),
      ...(schemaOf(route) ? placesOf(schemaOf(route), document) : [])
        .filter((place) => isID(place.at(-1)) && place.at(-1) !== "name")
        .flatMap((place) => ids.map((id) => withField(route, place, id))),
      ...(route.path.endsWith("/runs") && route.method === "POST"
        ? ids.map((id) => withField(route, ["inputs"], { projectId: hers.project, fileId: id, name: "x" }))
        : []),
    ]);
}

it("another person's ids, wherever an id can stand, open nothing", { timeout: 3 * MINUTES }, async () => {
  // The tests before may have ended what they were given.
  hers = await thingsOf(ada, "again");
  const cases = some(foreign(), 3);
  expect(cases.length).toBeGreaterThan(150);
  for (const caller of some([ada.key, ada.session], 2)) expect(await faultsOf(caller, cases, MARK)).toEqual([]);
  expect(await bob.key.get(`/projects/${his.project}`)).toMatchObject({ revision: 1 });
  expect(await bob.key.get(`/tables/${his.table}`)).toMatchObject({ name: MARK, state: "ready", revision: 1 });
  expect(await bob.key.get(`/files/${his.file}`)).toMatchObject({ name: `${MARK}.csv`, revision: 1 });
  expect(await bob.key.get(`/uploads/${his.upload}`)).toMatchObject({ state: "open" });
  expect((await bob.key.get(`/runs?projectId=${his.project}`)).items).toHaveLength(1);
});
