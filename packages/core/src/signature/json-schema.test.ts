import { expect, test } from "vitest";
import { parseHeaders } from "./header.ts";
import { fromJSONSchema, toJSONSchema } from "./json-schema.ts";

const HEADER = `
#input: dataframe data {columns: numerical} [What to learn from]
#input: column outcome {type: categorical; table: data}
#input: int count = 10 {min: 1; max: 100; caption: How many}
#input: string method = "mean" {choices: ["mean", "median"]}
#input: list<string> seeds = ["a"] {choices: ["a", "b"]}
#input: double rate {nullable: true}
#input: bigint key = 9007199254740993
#input: datetime since {optional: true}
#input: string country {choices: Samples:countries; visible: count > 1}`;
const inputs = parseHeaders(HEADER)[0]?.signature.inputs ?? [];

test("a signature is a schema of what a call sends", () => {
  expect(toJSONSchema(inputs)).toMatchObject({
    type: "object",
    required: ["data", "outcome", "country"],
    additionalProperties: false,
    properties: {
      data: {
        type: "string",
        description: "What to learn from",
        "x-atrium": { type: "dataframe", columns: "numerical" },
      },
      count: { type: "integer", minimum: 1, maximum: 100, title: "How many", default: 10 },
      method: { type: "string", enum: ["mean", "median"], default: "mean" },
      seeds: { type: "array", items: { type: "string", enum: ["a", "b"] } },
      rate: { type: ["number", "null"] },
      key: { type: "string", format: "bigint" },
      since: { type: "string", format: "date-time" },
    },
  });
});

test("and comes back from it as it was", () => {
  expect(fromJSONSchema(toJSONSchema(inputs))).toEqual(inputs);
});

test("a schema of somebody else's is a signature", () => {
  const schema = {
    type: "object",
    required: ["threshold"],
    properties: {
      threshold: { type: "number", minimum: 0, maximum: 1, title: "Threshold" },
      mode: { enum: ["fast", "exact"], default: "fast" },
      tags: { type: "array", items: { type: "string" } },
      verbose: { type: ["boolean", "null"], description: "Says more" },
    },
  };
  expect(fromJSONSchema(schema)).toEqual([
    { name: "threshold", type: "double", options: { caption: "Threshold", min: 0, max: 1 } },
    { name: "mode", type: "string", default: "fast", options: { choices: { values: ["fast", "exact"] } } },
    { name: "tags", type: "list", item: "string", options: { optional: true } },
    { name: "verbose", type: "bool", description: "Says more", options: { nullable: true } },
  ]);
});

test.each([[{ type: "array" }], [{ type: "object" }], [{ type: "object", properties: { a: 1 } }]])(
  "%j is no signature",
  (schema) => {
    expect(() => fromJSONSchema(schema)).toThrow(TypeError);
  },
);
