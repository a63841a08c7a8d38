import fc from "fast-check";
import { expect, test } from "vitest";
import { ExpressionError, evaluate } from "./expression.ts";

test.each([
  ["type == 'ICE'", { type: "ICE" }, true],
  ["type == 'ICE' and volume > 50", { type: "ICE", volume: 50 }, false],
  ["not (a or b) || !c", { a: false, b: true, c: false }, true],
  ["1 + 2 * 3 ^ 2 - -1", {}, 20],
  ["'a' + 1", {}, "a1"],
  ["(1 + 2) * 3 % 4", {}, 1],
  ["value in ['x', 'y']", { value: "y" }, true],
  ['startsWith(value, "12")', { value: "1234" }, true],
  ["isEmpty(x) and length(y) == 2", { x: null, y: [1, 2] }, true],
  ["x > 3", { x: null }, false],
  ["max(1, 5, 3) = 5", {}, true],
])("%s", (text, scope, value) => expect(evaluate(text, scope)).toBe(value));

test.each([
  ["", "ends too early"],
  ["a +", "ends too early"],
  ["(1", 'A ")" is missing'],
  ["nothing", 'no parameter "nothing"'],
  ["constructor", 'no parameter "constructor"'],
  ["exec('ls')", 'no function "exec"'],
  ["toString()", 'no function "toString"'],
  ["constructor('x')", 'no function "constructor"'],
  ["1 2", '"2" stands where nothing is expected'],
  ["a @ b", "breaks off"],
  ["'x' * 2", '"x" is not a number'],
  ["(".repeat(2_000), "nested too deep"],
  ["1+".repeat(2_000), "too long"],
])("%s is refused", (text, message) => expect(() => evaluate(text, { a: 1 })).toThrow(message));

test("any text has a value or a reason why not", () => {
  const word = fc.constantFrom(
    "a",
    "1",
    "'x'",
    "(",
    ")",
    "[",
    "]",
    ",",
    "and",
    "not",
    "==",
    "-",
    "min(",
    " ",
    "in",
    "true",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 40 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(text, (source) => {
      try {
        evaluate(source, { a: 1 });
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
      }
    }),
    { seed: 7, numRuns: 2_000 },
  );
});
