/** Every command the README shows works, typed in its order. */
import { spawnSync } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { bash, blocksOf, layOut } from "../../support/docs.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { target } from "../../support/target.ts";

/** Run by these tests themselves: the system under test is what `npm start` starts, and this run is `npm test`. */
const RUN_ALREADY = ["npm start", "npm test"];

const commands = blocksOf("README.md", "sh");
const folder = temporaryFolder("readme");
afterAll(folder.remove);

it("shows the two commands", () => {
  for (const command of RUN_ALREADY) expect(commands).toContain(command);
});

it("shows commands that work", { timeout: 120_000 }, async ({ skip }) => {
  for (const tool of ["bash", "curl", "split", "sed"])
    skip(spawnSync(tool, ["--version"]).error !== undefined, `${tool} is not installed here`);
  layOut(folder.path, target);
  const { code, output } = await bash(
    folder.path,
    commands.filter((command) => !RUN_ALREADY.includes(command)),
  );
  expect(output).toContain("reached the end");
  expect(code, output).toBe(0);
  expect(output).toContain("succeeded");
  expect(output).toContain('"weather":"snow"');
  expect(output).toMatch(/coldest: -?\d/);
});
