import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseHeaders } from "./header.ts";

const one = (source: string, language?: string) => {
  const [parsed, ...more] = parseHeaders(source, language);
  expect(more).toEqual([]);
  if (!parsed) throw new Error("No header");
  return parsed;
};

/** The one input of a header that holds only it. */
const input = (line: string) => {
  const { signature, problems } = one(`#input: ${line}`);
  return { ...signature.inputs[0], problems: problems.map(({ message }) => message) };
};

describe("a header", () => {
  it("tells of the function, in the comments of its language", () => {
    const keys = [
      "name: Gasteiger",
      "friendlyName: Gasteiger charges",
      "description: Calculates charges",
      "language: python",
      "tags: demo, chem",
      "help-url: /help/chem",
      "reference: https://example.org/paper",
      "top-menu: Chem | Gasteiger Charges",
      "sample: chem/smiles.csv",
      "environment: chem",
      'condition: t.rows > 10 and t.name == "x"',
      "connection: Northwind",
      "schedule: 0 8 * * *",
      "schedule.runAs: Chemists",
      "meta.role: transform",
      'meta.categoryGroups: {"Model": ["A"]}',
      "test: Add(1, 2) == 3",
      "output: graphics charges [A picture]",
    ];
    for (const mark of ["#", "//", "-- ", "% "]) {
      const { signature, problems } = one(keys.map((key) => `${mark}${key}`).join("\n"));
      expect(problems).toEqual([]);
      expect(signature).toEqual({
        name: "Gasteiger",
        friendlyName: "Gasteiger charges",
        description: "Calculates charges",
        language: "python",
        tags: ["demo", "chem"],
        helpUrl: "/help/chem",
        reference: "https://example.org/paper",
        topMenu: ["Chem", "Gasteiger Charges"],
        sample: "chem/smiles.csv",
        environment: "chem",
        condition: 't.rows > 10 and t.name == "x"',
        connection: "Northwind",
        schedule: { cron: "0 8 * * *", runAs: "Chemists" },
        meta: { role: "transform", categoryGroups: '{"Model": ["A"]}' },
        tests: ["Add(1, 2) == 3"],
        inputs: [],
        outputs: [{ name: "charges", type: "graphics", description: "A picture", options: {} }],
      });
    }
  });

  it("ends where the code begins", () => {
    const { signature } = one(
      "#!/usr/bin/env python\n# Licence: MIT\n#name: A\n\n#input: int x\nx = 1\n#input: int y\n",
    );
    expect(signature.inputs.map(({ name }) => name)).toEqual(["x"]);
  });

  it("may come several times in a file of queries", () => {
    const all = parseHeaders(
      "--name: first\n--input: string sub\nselect 1\n--end\n\n--name: second\nselect 2\n--end\n",
      "sql",
    );
    expect(all.map(({ signature, line }) => [signature.name, line])).toEqual([
      ["first", 1],
      ["second", 5],
    ]);
  });

  it("tells the line of what is wrong and keeps the rest", () => {
    const { signature, problems } = one(
      "#name: A\n#input: int x = many\n#input: nothing y\n#input: int x\n#output: int z {min: low}\n",
    );
    expect(problems).toEqual([
      { line: 2, message: 'The default "many" is not a whole number.' },
      { line: 3, message: '"nothing y" does not begin with a type such as string or dataframe.' },
      { line: 4, message: 'There is another input "x".' },
      { line: 5, message: 'The option "min" takes a number, not low.' },
    ]);
    expect(signature).toMatchObject({ inputs: [{ name: "x", type: "int" }], outputs: [{ name: "z" }] });
  });

  test("of any text is read without an error", () => {
    const piece = fc.constantFrom(
      "#input: ",
      "string s",
      " = ",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      ";",
      ":",
      "\\",
      "\n",
      "choices: ",
      "a",
      ",",
      "--end\n",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (source) => Array.isArray(parseHeaders(source))),
      { seed: 7, numRuns: 2_000 },
    );
  });
});

// As published in Datagrok's reference of annotations.
describe("a published example", () => {
  it.each([
    [
      'string country {choices: ["USA", "Canada"]} [Country to ship from]',
      {
        name: "country",
        type: "string",
        description: "Country to ship from",
        options: { choices: { values: ["USA", "Canada"] } },
      },
    ],
    [
      "int one=1 {caption: First} [First parameter]",
      { name: "one", type: "int", default: 1, description: "First parameter", options: { caption: "First" } },
    ],
    ['string shipCountry = "France" { nullable: true }', { default: "France", options: { nullable: true } }],
    ["string freightValue = >= 10.0 {pattern: double}", { default: ">= 10.0", options: { pattern: "double" } }],
    [
      "string shipCountry = \"France\" {choices: ['France', 'Italy', 'Germany']}",
      { default: "France", options: { choices: { values: ["France", "Italy", "Germany"] } } },
    ],
    [
      'string shipCountry = "France" {choices: Samples:countries}',
      { options: { choices: { source: "Samples:countries" } } },
    ],
    [
      'string city {choices: Query("SELECT DISTINCT city FROM public.starbucks_us WHERE state = @state")}',
      {
        options: { choices: { source: 'Query("SELECT DISTINCT city FROM public.starbucks_us WHERE state = @state")' } },
      },
    ],
    [
      "list<string> shipCountries = [\"France\", \"Germany\"] {choices: ['France', 'Italy', 'Germany']}",
      {
        type: "list",
        item: "string",
        default: ["France", "Germany"],
        options: { choices: { values: ["France", "Italy", "Germany"] } },
      },
    ],
    [
      "list<string> employee {inputType: TextArea; separators: ,}",
      { options: { inputType: "TextArea", separators: "," } },
    ],
    ["int foo = 5 { validator: bar > 3 }", { default: 5, options: { validators: ["bar > 3"] } }],
    ["double bar = 2 { min: 0; max: 10 }", { default: 2, options: { min: 0, max: 10 } }],
    [
      'string code = "1234" { validator: startsWith(value, "12") }',
      { options: { validators: ['startsWith(value, "12")'] } },
    ],
    [
      'column col {validators: ["containsmissingvalues"]}',
      { type: "column", options: { validators: ["containsmissingvalues"] } },
    ],
    [
      'string smiles = "CCO"  {validators: ["Chem:isSmiles"]}',
      { default: "CCO", options: { validators: ["Chem:isSmiles"] } },
    ],
    ['string code = "1234" {validator: /^[0-9]{4}$/}', { options: { validators: ["/^[0-9]{4}$/"] } }],
    [
      "double tankVolume = 40 { visible: type == 'ICE'; units: liters }",
      { options: { visible: "type == 'ICE'", units: "liters" } },
    ],
    [
      "bool tankExtension = false { visible: type == 'ICE'; enabled: tankVolume > 50 }",
      { default: false, options: { enabled: "tankVolume > 50" } },
    ],
    [
      'string model { choices: OpenFile("System:AppData/Compute/cars.csv"); propagateChoice: all }',
      { options: { choices: { source: 'OpenFile("System:AppData/Compute/cars.csv")' }, propagateChoice: "all" } },
    ],
    [
      'string organism = "Shigella" {suggestions: Chembl:organismsAutocomplete}',
      { options: { suggestions: "Chembl:organismsAutocomplete" } },
    ],
    [
      "dataframe orders {category: Data; editor: Samples:OrdersByEmployee}",
      { type: "dataframe", options: { category: "Data", editor: "Samples:OrdersByEmployee" } },
    ],
    [
      "string country {category: Computation; editorParam: orders.shipCountry}",
      { options: { editorParam: "orders.shipCountry" } },
    ],
    ["column molecules {semType: Molecule} ", { options: { semType: "Molecule" } }],
    ["list<string> out {optional: true}", { options: { optional: true } }],
    [
      "column_list features {type: numerical; allowNulls: false} [Features]",
      { type: "column_list", options: { columnType: "numerical", allowNulls: false } },
    ],
    ["dataframe data {columns: numerical}", { options: { columns: "numerical" } }],
    [
      "column date {type: datetime; format: MM/dd/yyyy; table: data}",
      { options: { columnType: "dateTime", format: "MM/dd/yyyy", table: "data" } },
    ],
    ['dataframe added {action: join("data")}', { options: { action: { verb: "join", table: "data" } } }],
    ["bigint key = 9007199254740993", { default: "9007199254740993" }],
  ])("%s", (line, expected) => {
    expect(input(line)).toMatchObject({ ...expected, problems: [] });
  });
});

test.each(["__proto__", "constructor", "toString"])(
  "a language or a key called %s is one that nobody knows",
  (word) => {
    expect(one(`#name: x\n#${word}: y`, word).signature).toEqual({ ...one("#name: x").signature });
  },
);
