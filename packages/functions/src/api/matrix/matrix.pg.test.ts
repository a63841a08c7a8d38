import { beforeAll, describe, expect, test } from "vitest";
import { useAPI } from "../testing.ts";
import { calls } from "./calls.ts";
import { expected } from "./expected.ts";
// Before anything else that makes a schema: it teaches zod about OpenAPI.
import { absent, betrayed, normal, routes, send } from "./routes.ts";
import { makeWorld, undone, type World } from "./world.ts";

useAPI();

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe("nothing is left out", () => {
  test("every route declares who may call it", () =>
    expect(routes.filter(({ policy }) => policy === undefined).map(({ name }) => name)).toEqual([]));
  test("every route is in calls.ts, which says how to call it", () =>
    expect(routes.map(({ name }) => name).filter((name) => !calls[name])).toEqual([]));
  test("calls.ts has no route that is no more", () =>
    expect(Object.keys(calls).filter((name) => !routes.some((route) => route.name === name))).toEqual([]));
});

const success = (status: number) => (status >= 200 && status < 300 ? 200 : status);
const known = routes.filter(({ name, policy }) => policy && calls[name]);

describe("what a route declares is what each role gets", () => {
  test.each(known)("$name", async (route) => {
    const call = calls[route.name] ?? {};
    const wanted: Record<string, number> = {};
    const got: Record<string, number> = {};
    const told: Record<string, string[]> = {};
    for (const role of world.roles) {
      const answer = await undone(() => send(world, route, role, call));
      wanted[role.name] = expected(route, role, call);
      got[role.name] = success(answer.status);
      const found = role.rights.length > 0 || role.admin ? [] : betrayed(world, answer);
      if (found.length > 0) told[role.name] = found;
    }
    expect(got).toEqual(wanted);
    expect(told).toEqual({});
  });
});

describe("what is another's looks like what is not there", () => {
  test.each(known.filter(({ policy }) => policy?.on))("$name", async (route) => {
    const call = calls[route.name] ?? {};
    const signedOut = route.policy?.actor === "anyone" ? ["anonymous"] : [];
    for (const name of ["other user", ...signedOut]) {
      const other = world.roles.find((role) => role.name === name) ?? fail();
      const theirs = await undone(() => send(world, route, other, call));
      const nothing = await undone(() => send(absent(world), route, other, { ...call, before: undefined }));
      expect(theirs.status).toBe(404);
      expect(normal(theirs)).toEqual(normal(nothing));
    }
  });
});

function fail(): never {
  throw new Error("There is nobody to be another");
}
