import { expect, test } from "vitest";
import { z } from "zod";
import { invalid } from "./invalid.ts";

const Schema = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string() })),
  "a/b~c": z.number().optional(),
});

test.each([
  [{ columns: [{ name: "a" }, { name: 1 }] }, ["/columns/1/name"]],
  [{ columns: [], extra: 1, more: 2 }, ["/extra", "/more"]],
  [{ columns: [], "a/b~c": "x" }, ["/a~1b~0c"]],
  [null, [""]],
])("%j is refused at %j", (input, paths) => {
  const error = invalid(Schema.safeParse(input).error?.issues ?? []);
  expect(error.code).toBe("input.invalid");
  expect(error.fields.map((field) => field.path)).toEqual(paths);
});
