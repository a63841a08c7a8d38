/** Every command of the guide and of the clients' READMEs works; what needs pip is tried by the long tests. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bash, blocksOf, inFolder, layOut } from "../../support/docs.ts";
import { ROOT, temporaryFolder } from "../../support/paths.ts";
import { pythonMissing } from "../../support/python.ts";
import { target } from "../../support/target.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder("docs");
  layOut(folder.path, target);
});
afterEach(() => folder.remove());

const noBash = spawnSync("bash", ["--version"]).error !== undefined;
const NEEDS_PIP = "python3 -m pip";
const bin = [join(ROOT, "node_modules", ".bin")];

it.for([
  { document: "packages/sdk/README.md", shows: ['"weather":"snow"', "days.parquet"] },
  { document: "docs/guide.md", shows: ["3376 rows", "alaska.csv: "] },
])("$document", { timeout: 180_000 }, async ({ document, shows }, { skip }) => {
  skip(noBash, "bash is not installed here");
  const commands = blocksOf(document, "sh").filter((command) => !command.startsWith(NEEDS_PIP));
  expect(commands.length).toBeGreaterThan(0);
  const { code, output } = await bash(folder.path, commands, bin);
  expect(code, output).toBe(0);
  for (const text of ["reached the end", ...shows]) expect(output).toContain(text);
});

it("packages/python/README.md, as far as Python's own library goes", { timeout: 120_000 }, async ({ skip }) => {
  const missing = pythonMissing();
  skip(missing !== undefined, missing);
  const [first = ""] = blocksOf("packages/python/README.md", "python");
  const program = `import sys\nsys.path.insert(0, "packages/python/src")\n${first}`;
  const { code, output } = await inFolder(folder.path, "python3", ["-c", program]);
  expect(code, output).toBe(0);
  expect(output).toContain("Days of Seattle");
  expect(output).toContain("'weather': 'sun'");
});
