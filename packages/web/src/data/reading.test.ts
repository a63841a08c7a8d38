import { expect, test } from "vitest";
import { isReadable } from "./reading.ts";

test.each(["/projects/prj_1", "/projects/prj_1/readme", "/files/fil_1", "/tables/tbl_1", "/tables/tbl_1/versions"])(
  "%s is read without an account",
  (path) => expect(isReadable(path)).toBe(true),
);

test.each(["/coastal-lab/kelp", "/coastal-lab/kelp/2026"])("%s is a project's address", (path) =>
  expect(isReadable(path)).toBe(true),
);

test.each(["/", "/search", "/projects", "/projects/prj_1/settings", "/settings/keys", "/runs/run_1", "/groups/grp_1"])(
  "%s is for who is signed in",
  (path) => expect(isReadable(path)).toBe(false),
);
