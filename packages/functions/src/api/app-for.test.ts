import { expect, test } from "vitest";
import { app } from "./app.ts";
import { appFor } from "./app-for.ts";

const V1 = "/api/v1";
const patterns = [...new Set(app.routes.map(({ path }) => path).filter((path) => path !== "/*"))];

test.each(patterns)(
  "%s is served by what its first segment loads, by the same handlers in the same order",
  async (path) => {
    const part = await appFor(path);
    const handlers = (routes: typeof app.routes) =>
      routes.filter((route) => route.path === path).map(({ method }) => method);
    expect(handlers(part.routes)).toEqual(handlers(app.routes));
  },
);

test("one domain does not load the others", async () => {
  const part = await appFor(`${V1}/me`);
  expect(part.routes.length).toBeLessThan(app.routes.length / 10);
  expect(await appFor(`${V1}/me`)).toBe(part);
});

test("what is below no segment we know is one app that knows nothing", async () => {
  expect(await appFor(`${V1}/nothing`)).toBe(await appFor("/elsewhere"));
});
