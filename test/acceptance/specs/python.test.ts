/** The Python client against the whole system, with nothing but Python's standard library. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { newPerson } from "../../support/people.ts";
import { PYTHON_CLIENT, pythonMissing, run } from "../../support/python.ts";
import { target } from "../../support/target.ts";

it("uploads, resumes, imports, reads, counts and says what went wrong", { timeout: 120_000 }, async ({ skip }) => {
  const missing = pythonMissing();
  skip(missing !== undefined, missing);
  const ada = await newPerson("Ada");
  const { code, output } = await run("python3", [join(PYTHON_CLIENT, "tests", "live.py"), "-v"], {
    ATRIUM_URL: target.url,
    ATRIUM_API_KEY: ada.apiKey,
    PYTHONPATH: join(PYTHON_CLIENT, "src"),
  });
  expect(code, output).toBe(0);
  expect(output).toMatch(/Ran \d+ tests/);
});
