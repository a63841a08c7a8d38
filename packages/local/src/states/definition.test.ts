import { expect, test } from "vitest";
import { load } from "./definition.ts";

const machine = (state: object, top: object = { QueryLanguage: "JSONata" }) =>
  JSON.stringify({ ...top, StartAt: "A", States: { A: state } });
const nested = (ItemProcessor: object) => machine({ Type: "Map", ItemProcessor, End: true });
const inner = { StartAt: "B", States: { B: { Type: "Pass", End: true } } };

test("a definition in JSONata is loaded", () => {
  expect(load(nested(inner)).StartAt).toBe("A");
});

test.each([
  ["no JSON", "{", "not JSON"],
  ["a list", "[]", "not a JSON object"],
  ["a transition to nowhere", machine({ Type: "Pass", Next: "Nowhere" }), "MISSING_TRANSITION_TARGET"],
  ["an unknown type", machine({ Type: "Dance", End: true }), "SCHEMA_VALIDATION_FAILED"],
  ["a broken expression", machine({ Type: "Pass", Output: "{% $f( %}", End: true }), "SCHEMA_VALIDATION_FAILED"],
  ["JSONPath", machine({ Type: "Pass", End: true }, {}), "JSONPath"],
  ["one state in JSONPath", machine({ Type: "Pass", QueryLanguage: "JSONPath", End: true }), "JSONPath"],
  [
    "a distributed Map",
    nested({ ...inner, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } }),
    "distributed",
  ],
  [
    "another service",
    machine({ Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: {}, End: true }),
    "not supported",
  ],
])("%s is refused when loaded", (_, text, message) => {
  expect(() => load(text)).toThrow(message);
});
