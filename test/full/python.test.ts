/** The Python client as somebody installs it: built as a wheel into an environment of its own, with pyarrow and pandas. */
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { blocksOf, inFolder, layOut } from "../support/docs.ts";
import { temporaryFolder } from "../support/paths.ts";
import { newPerson } from "../support/people.ts";
import { PYTHON_CLIENT, pythonMissing, run } from "../support/python.ts";
import { target } from "../support/target.ts";

const folder = temporaryFolder("python");
const reader = temporaryFolder("reader");
afterAll(folder.remove);
afterAll(reader.remove);

it("reads tables as Arrow and pandas", { timeout: 600_000 }, async ({ skip }) => {
  const missing = pythonMissing();
  skip(missing !== undefined, missing);
  const python = join(folder.path, "bin", "python");
  const made = await run("python3", ["-m", "venv", folder.path]);
  skip(made.code !== 0, `Python cannot make an environment here: ${made.output}`);
  const installed = await run(python, ["-m", "pip", "install", "--quiet", `${PYTHON_CLIENT}[pandas]`]);
  skip(installed.code !== 0, `pip cannot install pandas here: ${installed.output}`);

  const ada = await newPerson("Ada");
  const { code, output } = await run(python, [join(PYTHON_CLIENT, "tests", "live.py"), "-v"], {
    ATRIUM_URL: target.url,
    ATRIUM_API_KEY: ada.apiKey,
    ATRIUM_TEST_ARROW: "1",
    PYTHONPATH: "",
  });
  expect(code, output).toBe(0);
  expect(output).not.toContain("skipped");

  layOut(reader.path, target);
  for (const document of ["packages/python/README.md", "docs/guide.md"]) {
    const program = blocksOf(document, "python").join("\n");
    const shown = await inFolder(reader.path, python, ["-c", program]);
    expect(shown.code, `${document}: ${shown.output}`).toBe(0);
  }
});
