import { expect, test } from "vitest";
import { allowChange, faultsOf } from "./definition.ts";
import { Definition, Dtype, Fields } from "./schema.ts";

const faults = (type: object): string[] => faultsOf(Definition.parse({ name: "A", ...type })).map(({ path }) => path);

test.each([
  [{ dtype: "enum" }, ["/choices"]],
  [{ dtype: "enum", choices: ["a", "a"] }, ["/choices"]],
  [{ dtype: "enum", choices: ["a", "b"], labels: ["A"] }, ["/labels"]],
  [{ dtype: "enum", choices: ["a"], default: "b" }, ["/default"]],
  [{ dtype: "float_array" }, ["/size"]],
  [{ dtype: "int", minimum: 2, maximum: 1 }, ["/maximum"]],
  [{ dtype: "int", minimum: 2, default: 1 }, ["/default"]],
  [{ dtype: "datetime", default: "2024-05-01" }, ["/default"]],
  [{ dtype: "blob", default: "x" }, ["/default"]],
  [{ dtype: "bool", minimum: 1, choices: ["a"] }, ["/minimum", "/choices"]],
])("%j is faulty at %j", (type, paths) => expect(faults(type)).toEqual(paths));

test.each([
  { dtype: "bool", default: "true" },
  { dtype: "int", minimum: 0, maximum: 9, default: "3" },
  { dtype: "enum", choices: ["a", "b"], labels: ["A", "B"], default: "a" },
  { dtype: "datetime", useCurrent: true },
  { dtype: "geopos", default: [0, 0] },
  { dtype: "float_array", size: 2, default: [0, 1] },
  { dtype: "string", style: "long_string disabled", autocomplete: ["one"] },
])("%j is not", (type) => expect(faults(type)).toEqual([]));

test("only int and float, enum and string become one another", () => {
  const allowed = Dtype.options.flatMap((from) =>
    Dtype.options.flatMap((to) => {
      try {
        allowChange(from, to);
        return from === to ? [] : [`${from}>${to}`];
      } catch (error) {
        expect(error).toMatchObject({ code: "attribute_type.cannot_convert" });
        return [];
      }
    }),
  );
  expect(allowed.sort()).toEqual(["enum>string", "float>int", "int>float", "string>enum"]);
});

test.each(["Länge (cm)", "a_b-c", "a > b; c < d", "50% & #2", "x@y, z:1"])("%j is a name", (name) =>
  expect(Fields.name.safeParse(name).success).toBe(true),
);
test.each(["$ref", "a.b", 'a"b', "a/b", "", "  "])("%j is no name", (name) =>
  expect(Fields.name.safeParse(name).success).toBe(false),
);
test("a style is one that forms know", () => expect(Fields.style.safeParse("long_string blink").success).toBe(false));
