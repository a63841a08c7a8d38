import { expect, test } from "vitest";
import { emptyForm, fromForm, toForm } from "./attribute-form.ts";
import type { AttributeType } from "./types-collaboration.ts";

const types: Partial<AttributeType>[] = [
  { dtype: "bool", default: false },
  { dtype: "int", default: 0, minimum: 0, maximum: 9, section: "Size", order: -1, required: true },
  { dtype: "enum", choices: ["a", "b"], labels: ["Alpha", "Beta"], default: "a", autocomplete: ["a"] },
  { dtype: "enum", choices: ["a", "b"] },
  { dtype: "string", style: "start_utc disabled long_string", visible: false },
  { dtype: "datetime", useCurrent: true, kinds: ["project"] },
  { dtype: "geopos", default: [13.4, 52.5] },
  { dtype: "float_array", size: 2, default: [0, 1] },
  { dtype: "blob" },
];

test.each(types)("%j is the same after the form", (more) => {
  const shared = { name: "A", description: "d", required: false, visible: true, order: 0, section: "", style: "" };
  const definition = { ...shared, kinds: ["file" as const], dtype: "string" as const, ...more };
  const type: AttributeType = { ...definition, id: "att_1", projectId: "prj_1", revision: 1 };
  // Sent as it was written: a number that is too long must not lose digits on the way.
  const written =
    typeof more.default === "boolean" || typeof more.default === "number" ? String(more.default) : undefined;
  expect(fromForm(toForm(type), type)).toEqual({
    ...definition,
    ...(written === undefined ? {} : { default: written }),
  });
});

test("a word behind a colon is what people read of a choice", () => {
  const sent = fromForm({ ...emptyForm, name: "A", dtype: "enum", choices: "a: Alpha\n\n b" });
  expect(sent).toMatchObject({ choices: ["a", "b"], labels: ["Alpha", "b"] });
});
