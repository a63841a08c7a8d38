import { expect, it } from "vitest";
import { patternOf } from "./distribution.ts";
import { program } from "./fixtures/program.ts";
import { createHostCheck } from "./hosts.ts";
import { routesOf, toRoute } from "./routes.ts";

it.each([
  ["/api/*", "/api/v1/x", true],
  ["/api/*", "/apis", false],
  ["/api/v1/tables/*/rows", "/api/v1/tables/tbl_1/rows", true],
  ["/api/v1/tables/*/rows", "/api/v1/tables/tbl_1/rows/2", false],
  ["*.jp?g", "/a/b.jpeg", true],
  ["*.jp?g", "/a/b.jpg", false],
  ["*", "/", true],
])("the path pattern %s and %s", (pattern, path, matches) => {
  expect(patternOf(pattern).test(path)).toBe(matches);
});

it("tries the most specific route first and `$default` last", () => {
  expect(routesOf(program, "abcdefghij").map(({ key }) => key)).toEqual(["ANY /api/auth/{proxy+}", "$default"]);
});

it.each([
  ["GET /things/{id}", "GET", "/things/7", { id: "7" }],
  ["GET /things/{id}", "POST", "/things/7", undefined],
  ["GET /things/{id}", "GET", "/things/7/parts", undefined],
  ["ANY /api/auth/{proxy+}", "DELETE", "/api/auth/a/b", { proxy: "a/b" }],
  ["ANY /api/auth/{proxy+}", "GET", "/api/auth", undefined],
])("the route %s and %s %s", (key, method, path, parameters) => {
  expect(toRoute(key, "fn").match(method, path)).toEqual(parameters);
});

it("goes by addresses only while it is bound to the network", () => {
  const local = createHostCheck("127.0.0.1", () => 3000);
  const open = createHostCheck("0.0.0.0", () => 3000);
  expect([local("192.168.1.7:3000"), open("192.168.1.7:3000"), open("evil.example:3000")]).toEqual([
    false,
    true,
    false,
  ]);
  expect([local("[::1]:3000"), local(undefined), local("localhost:3000")]).toEqual([true, false, true]);
});
