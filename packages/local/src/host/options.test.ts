import { expect, it } from "vitest";
import { optionsFrom } from "./options.ts";

it("has defaults that suit a newcomer", () => {
  const { host, port, mayMove, sample, home } = optionsFrom([], {});
  expect({ host, port, mayMove, sample }).toEqual({ host: "127.0.0.1", port: 3000, mayMove: true, sample: true });
  expect(home).toMatch(/\.atrium$/);
});

it("takes a port that was named or none", () => {
  expect(optionsFrom([], { PORT: "8080" })).toMatchObject({ port: 8080, mayMove: false });
  expect(optionsFrom([], { PORT: "0" })).toMatchObject({ port: 0, mayMove: false });
  for (const PORT of ["x", "-1", "65536", "1.5"]) expect(() => optionsFrom([], { PORT })).toThrow("PORT");
});

it("knows --empty and nothing else", () => {
  expect(optionsFrom(["--empty"], { ATRIUM_HOME: "/tmp/h" })).toMatchObject({ sample: false, home: "/tmp/h" });
  expect(() => optionsFrom(["--emtpy"], {})).toThrow("--emtpy");
});
