import { expect, test } from "vitest";
import type { AnnotationType } from "../../annotator/model/types.ts";
import { attributesFor, LEAVE, MAKE, proposed, toldOf } from "./import-mapping.ts";

const attribute = (name: string) => ({ name, count: 1, example: "1" });
const cod = {
  name: "cod fish",
  shape: "box",
  count: 2,
  typeId: null,
  attributes: [attribute("LENGTH"), attribute("x")],
};
const ray = { ...cod, name: "Ray", typeId: "aty_ray" };
const type = { id: "aty_ray", name: "Ray", shape: "box", attributes: [{ name: "Length" }] } as AnnotationType;

test("a class becomes the type it is found by, else a new one, or nothing where none may be made", () => {
  expect(proposed([cod, ray], [type], true)).toEqual({
    "cod fish": { to: MAKE, attributes: { LENGTH: "LENGTH", x: "x" } },
    Ray: { to: "aty_ray", attributes: { LENGTH: "Length", x: null } },
  });
  expect(proposed([cod], [type], false)["cod fish"]?.to).toBe(LEAVE);
});

test("two attributes never become one", () => {
  const twice = { ...cod, attributes: [attribute("length"), attribute("Length")] };
  expect(attributesFor(twice, type)).toEqual({ length: "Length", Length: null });
});

test("only what the import would not do by itself is told", () => {
  expect(toldOf(proposed([cod, ray], [type], true))).toEqual({
    classes: { Ray: "aty_ray" },
    attributes: { Ray: { LENGTH: "Length", x: null } },
    createTypes: true,
  });
  expect(toldOf(proposed([cod], [], false))).toEqual({
    ...{ classes: { "cod fish": null }, attributes: {}, createTypes: false },
  });
});
