import { expect, test } from "vitest";
import { parse } from "./format.ts";
import { readInterface } from "./interface.ts";

const code = (source: string, tags: string[] = [], more: object = {}) => ({
  ...{ cell_type: "code", source, metadata: { tags }, outputs: [], execution_count: null },
  ...more,
});
const notebook = (cells: unknown[], more: object = {}) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells,
  ...more,
});
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

test("what Jupyter writes is a notebook, whatever else stands in it", () => {
  const output = { output_type: "execute_result", data: { "text/plain": ["1"] }, metadata: {}, execution_count: 1 };
  const cells = [
    {
      cell_type: "markdown",
      id: "a",
      source: ["# Title\n", "text"],
      metadata: {},
      attachments: { "x.png": { "image/png": "AA" } },
    },
    code("1", [], { id: "b", outputs: [output], execution_count: 1, later: true }),
    { cell_type: "raw", source: "", metadata: { format: "text/html" } },
  ];
  expect(parse(bytes(notebook(cells, { metadata: { mine: 1 } }))).cells).toHaveLength(3);
});

test.each<[string, unknown, RegExp]>([
  ["no JSON", "{", /holds no JSON/],
  ["no UTF-8", "\xff", /./],
  ["a list", [], /This is not a notebook/],
  ["an older format", { nbformat: 3, worksheets: [] }, /open it in Jupyter and save it/],
  ["a cell of no kind", notebook([{ cell_type: "heading", source: "", metadata: {} }]), /Cell 1, \/cell_type/],
  ["code without outputs", notebook([code("1"), { ...code("2"), outputs: undefined }]), /Cell 2, \/outputs/],
  ["an output of no kind", notebook([code("1", [], { outputs: [{ output_type: "pyout" }] })]), /Cell 1, \/outputs\/0/],
  ["one id twice", notebook([code("1", [], { id: "a" }), code("2", [], { id: "a" })]), /"a"/],
])("%s is refused, saying where", (_, content, message) => {
  expect(() => parse(bytes(content))).toThrow(
    expect.objectContaining({ code: "notebook.invalid", message: expect.stringMatching(message) }),
  );
});

const read = (cells: unknown[], metadata: object = {}) => readInterface(parse(bytes(notebook(cells, { metadata }))));

test("parameters are those of the tagged cell, or what the first cell's header declares", () => {
  const tagged = read([code("import os"), code("n = 3", ["parameters"]), code("m = 4")]);
  expect(tagged.signature.inputs).toMatchObject([{ name: "n", type: "int", default: 3, options: { optional: true } }]);
  const header = code("#input: dataframe days\n#input: column c\n#output: double total\n");
  expect(read([header, code("n = 3", ["parameters"])]).signature).toMatchObject({
    inputs: [{ name: "days" }, { name: "c" }],
    outputs: [{ name: "total" }],
  });
  expect(read([code("1"), code("2")]).signature).toEqual({ inputs: [], outputs: [] });
});

test("faults are told by cell and line, another language too", () => {
  const faulty = read([{ cell_type: "markdown", source: "x", metadata: {} }, code("#name: x\n#input: viewer v")]);
  expect(faulty.problems).toMatchObject([{ cell: 2, line: 2, message: expect.stringMatching(/viewer/) }]);
  const other = read([code("x <- 1")], { kernelspec: { name: "ir", language: "R" } });
  expect(other).toMatchObject({
    kernel: "ir",
    language: "r",
    problems: [{ message: expect.stringMatching(/only Python/) }],
  });
});
