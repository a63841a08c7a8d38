/** The harness of scripts, by a Python that has no packages: what it is given, what it leaves, and how it fails. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findPython } from "../runner/src/python/find.ts";

const python = await findPython(process.env).catch(() => undefined);
const folder = mkdtempSync(join(tmpdir(), "harness-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Named = { name: string; type: string; value?: unknown };

function run(text: string, inputs: Named[], outputs: Named[]) {
  for (const name of ["source", "outputs"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "source", "mine.py"), text);
  const source = { path: "source/mine.py", fileName: "mine.py" };
  writeFileSync(join(folder, "job.json"), JSON.stringify({ source, inputs, outputs }));
  const args = ["-I", "-B", join(import.meta.dirname, "harness", "script.py")];
  const { status, stderr } = spawnSync(python?.program ?? "", args, { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return JSON.parse(readFileSync(join(folder, "outputs", "result.json"), "utf8"));
}

describe.skipIf(!python)(`the harness of Python scripts${python ? "" : " (there is no Python 3.11 here)"}`, () => {
  it("gives inputs as Python's own values and takes outputs of the types that were declared", () => {
    const types = { n: "int", big: "bigint", when: "datetime", all: "list", names: "map", missing: "string" };
    const values = {
      n: 3,
      big: "9007199254740993",
      when: "2024-02-29T12:00:00Z",
      all: [1, 2],
      names: { a: 1 },
      missing: null,
    };
    const text = `
assert (n, big + 1, when.year, when.utcoffset().seconds, missing) == (3, 9007199254740994, 2024, 0, None), (n, big, when)
import math
big, nothing, every = big * 2, math.nan, [when, {"n": n}]
`;
    const inputs = Object.entries(types).map(([name, type]) => ({
      name,
      type,
      value: values[name as keyof typeof values],
    }));
    const outputs = [
      ...inputs.map(({ name, type }) => ({ name, type })),
      { name: "nothing", type: "double" },
      { name: "every", type: "list" },
    ];
    const left = Object.fromEntries(run(text, inputs, outputs).outputs.map((one: Named) => [one.name, one.value]));
    const every = [values.when, { n: 3 }];
    expect(left).toEqual({ ...values, big: "18014398509481986", nothing: null, every });
  });

  it.each([
    ["a = 1\ndef f():\n    return a / 0\nf()", "line 3: ZeroDivisionError: division by zero"],
    ["import json\njson.loads('{')", /^line 2: JSONDecodeError: /],
    ["x = (1", "line 1: SyntaxError: '(' was never closed"],
    ["import sys\nsys.exit('no data')", "line 2: SystemExit: no data"],
    ["y = 1", 'The output "x" (int) is not what was declared: the code gave it no value.'],
    ["x = 'one'", "The output \"x\" (int) is not what was declared: 'one' (str) is not a whole number."],
  ])("%j fails with the line of its author and the frames that are the author's", (text, message) => {
    const { error } = run(text, [], [{ name: "x", type: "int" }]);
    expect(error.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
    expect(error.traceback ?? "").not.toContain("harness");
  });
});
