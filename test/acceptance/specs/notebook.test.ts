/** A notebook from its file to its executed copy and to a document of it, by API key. The first one makes the environment. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, importTable, uploadFile } from "../../support/make.ts";
import { code, markdown, notebook } from "../../support/notebook.ts";
import { OUTPUT } from "../../support/paths.ts";
import { administrator } from "../../support/people.ts";
import { environmentMissing } from "../../support/python.ts";

const FIRST_MS = 300_000;
const EXPORT = "fun_00000000000000000000000003";

const missing = environmentMissing();
describe.skipIf(missing)(`notebooks are run${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let project: Json;
  let table: Json;
  let executed: Json;

  const make = async (name: string, content: string): Promise<Json> => {
    const file = await uploadFile(administrator, project.id, `${name}.ipynb`, content);
    return administrator.post("/notebooks", { projectId: project.id, fileId: file.id });
  };
  const run = async (id: string, inputs: object, limit = 60_000): Promise<Json> =>
    ended(administrator, (await administrator.post(`/functions/${id}/runs`, { inputs })).id, limit);
  const content = async (id: string): Promise<Json> => {
    const { url } = await administrator.get(`/files/${id}/download`);
    return (await fetch(url)).json();
  };

  beforeAll(async () => {
    project = await createProject(administrator);
    ({ table } = await importTable(administrator, "species,mass\nAdelie,3700\nGentoo,5000\nGentoo,5100\n", {
      project,
    }));
  });

  it("with parameters and a table: its copy has the outputs, and says where it came from", {
    timeout: FIRST_MS,
  }, async () => {
    const header = "#input: dataframe penguins\n#input: int least = 1\n#output: double mean\n#output: dataframe by";
    const cells = [
      code(header),
      code(
        "print('at least', least)\nby = penguins[penguins.mass >= least].groupby('species').mass.mean().reset_index()\nby",
      ),
      code("mean = penguins.mass.mean()"),
    ];
    const kept = await make("Body mass", notebook(markdown("# Mass"), ...cells));
    const done = await run(kept.id, { penguins: table.id, least: 4000 }, FIRST_MS);
    expect(done.error).toBeNull();
    expect(done.outputs.mean).toBe(4600);
    expect(await administrator.get(`/tables/${done.outputs.by}`)).toMatchObject({ rows: 1 });
    executed = await administrator.get(`/files/${done.outputs["executed-notebook"]}`);
    expect(executed).toMatchObject({
      name: "Body mass.ipynb",
      contentType: "application/x-ipynb+json",
      projectId: project.id,
    });
    const { cells: made, nbformat_minor, metadata } = await content(executed.id);
    expect({ nbformat_minor, kernel: metadata.kernelspec.name }).toEqual({ nbformat_minor: 5, kernel: "python3" });
    const injected = made.find((cell: Json) => cell.metadata.tags?.includes("injected-parameters"));
    expect([injected.source].flat().join("")).toContain("least = 4000");
    const shown = JSON.stringify(made.map((cell: Json) => cell.outputs));
    expect(shown).toContain("at least 4000");
    expect(shown).toContain("text/html");
    expect(made.at(-1).metadata.execution["iopub.status.idle"]).toMatch(/Z$/);
    const logs = (await administrator.get(`/runs/${done.id}/logs`)).items.map((entry: Json) => entry.message);
    expect(logs).toContain("at least 4000");
  });

  it("which is a notebook to Jupyter: its own library finds nothing wrong with the file as it lies there", {
    timeout: FIRST_MS,
  }, async () => {
    const source = `#name: Validate
#language: python
#input: file path
#output: int cells

import json, warnings, nbformat
warnings.simplefilter("error")
with open(path, encoding="utf-8") as file:
    notebook = json.load(file)
nbformat.validate(notebook, relax_add_props=False)
cells = len(notebook["cells"])
`;
    const script = await administrator.post("/scripts", { projectId: project.id, source });
    const done = await run(script.id, { path: executed.id });
    expect(done.error).toBeNull();
    expect(done.outputs.cells).toBe(5);
  });

  it("that fails: says the cell and the line, and keeps what was executed", { timeout: FIRST_MS }, async () => {
    const kept = await make(
      "Broken",
      notebook(code("x = 1"), code("print('so far')\nraise ValueError('bad')"), code("print('never')")),
    );
    const failed = await run(kept.id, {});
    expect(failed).toMatchObject({
      state: "failed",
      error: { code: "script.failed", message: "cell 2, line 2: ValueError: bad" },
    });
    const { cells } = await content(failed.outputs["executed-notebook"]);
    expect(cells[1].outputs.map((output: Json) => output.output_type)).toEqual(["stream", "error"]);
    expect(cells[2].outputs).toEqual([]);
  });

  it("half-way: it can be stopped", { timeout: FIRST_MS }, async () => {
    const kept = await make("Long", notebook(code("print('begun')"), code("import time\ntime.sleep(300)")));
    const { id } = await administrator.post(`/functions/${kept.id}/runs`, { inputs: {} });
    await expect
      .poll(async () => (await administrator.get(`/runs/${id}`)).progress?.message ?? "", {
        timeout: 60_000,
        interval: 300,
      })
      .toMatch(/^Cell 2 of 2/);
    await administrator.post(`/runs/${id}/cancel`);
    expect(await administrator.get(`/runs/${id}`)).toMatchObject({ state: "cancelled" });
  });

  const exported = async (format: "html" | "pdf"): Promise<{ name: string; bytes: Buffer }> => {
    const done = await run(EXPORT, { file: executed.id, format });
    expect(done.error).toBeNull();
    const { name, id } = await administrator.get(`/files/${done.outputs.document}`);
    const { url } = await administrator.get(`/files/${id}/download`);
    return { name, bytes: Buffer.from(await (await fetch(url)).arrayBuffer()) };
  };

  it("and is made a page that stands for itself", { timeout: FIRST_MS }, async () => {
    const { name, bytes } = await exported("html");
    expect(name).toBe("Body mass.html");
    expect(`${bytes}`).toContain("at least 4000");
    expect(`${bytes}`).not.toMatch(/<(?:script|link|iframe|object)\b|src="https?:/i);
  });

  it("and a PDF with pages and their text", { timeout: FIRST_MS }, async () => {
    const { name, bytes } = await exported("pdf");
    expect(name).toBe("Body mass.pdf");
    expect(`${bytes.subarray(0, 5)}`).toBe("%PDF-");
    expect(bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);
    mkdirSync(OUTPUT, { recursive: true });
    const path = join(OUTPUT, "a notebook.pdf");
    writeFileSync(path, bytes);
    const { status, stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    // Where poppler is installed, its words are read as well; they lie compressed in the file.
    if (status === 0)
      for (const text of ["Mass", "at least 4000", "Gentoo", "Body mass"]) expect(stdout).toContain(text);
  });
});
