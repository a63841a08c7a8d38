import { describe, expect, test } from "vitest";
import type { Dtype, Value } from "./schema.ts";
import { check } from "./value.ts";

type Case = [dtype: Dtype, sent: Value, stored: Value | undefined, options?: object];

const cases: Case[] = [
  ["bool", true, true],
  ["bool", "TRUE", true],
  ["bool", "false", false],
  ["bool", 1, undefined],
  ["bool", "yes", undefined],
  ["int", 3, 3],
  ["int", 3.9, 3],
  ["int", -3.9, -3],
  ["int", "12", 12],
  ["int", " 1_000 ", 1000],
  ["int", true, 1],
  ["int", "3.9", undefined],
  ["int", "", undefined],
  ["int", 2 ** 53, undefined],
  ["int", [1], undefined],
  ["int", 5, 5, { minimum: 5, maximum: 5 }],
  ["int", 4, undefined, { minimum: 5 }],
  ["int", 6, undefined, { maximum: 5 }],
  ["float", 3.9, 3.9],
  ["float", "1e3", 1000],
  ["float", ".5", 0.5],
  ["float", "nan", undefined],
  ["float", "1,5", undefined],
  ["float", 5.01, undefined, { maximum: 5 }],
  ["enum", "a", "a", { choices: ["a", "b"] }],
  ["enum", "A", undefined, { choices: ["a", "b"] }],
  ["enum", 1, undefined, { choices: ["1"] }],
  ["string", "any text", "any text"],
  ["string", 12, "12"],
  ["string", "a\0b", undefined],
  ["blob", "x".repeat(50_000), "x".repeat(50_000)],
  ["datetime", "2024-05-01", "2024-05-01T00:00:00.000Z"],
  ["datetime", "2024-05-01 10:30", "2024-05-01T10:30:00.000Z"],
  ["datetime", "2024-05-01T10:30:00+02:00", "2024-05-01T08:30:00.000Z"],
  ["datetime", "20240501T103000Z", "2024-05-01T10:30:00.000Z"],
  ["datetime", "May 1st, 2024 10:30 pm", "2024-05-01T22:30:00.000Z"],
  ["datetime", "Wed, 01 May 2024 10:30:00 GMT", "2024-05-01T10:30:00.000Z"],
  ["datetime", "5/1/2024", "2024-05-01T00:00:00.000Z"],
  ["datetime", "2024-02-31", undefined],
  ["datetime", "room 12", undefined],
  ["datetime", "soon", undefined],
  ["datetime", 5, undefined],
  ["geopos", [13.4, 52.5], [13.4, 52.5]],
  ["geopos", "52.5_13.4", [13.4, 52.5]],
  ["geopos", [181, 0], undefined],
  ["geopos", [0, -91], undefined],
  ["geopos", [1, 2, 3], undefined],
  ["geopos", "52.5", undefined],
  ["float_array", [1, 2.5], [1, 2.5], { size: 2 }],
  ["float_array", [1], undefined, { size: 2 }],
  ["float_array", ["1", "2"], undefined, { size: 2 }],
  ["float_array", "1,2", undefined, { size: 2 }],
];

describe.each(cases)("a %s from %j", (dtype, sent, stored, options = {}) => {
  test(stored === undefined ? "is refused" : `is ${JSON.stringify(stored).slice(0, 40)}`, () => {
    const checked = check({ dtype, ...options }, sent);
    expect(checked).toEqual(stored === undefined ? { problem: expect.any(String) } : { value: stored });
  });
});
