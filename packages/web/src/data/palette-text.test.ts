import { expect, test } from "vitest";
import { grouped, modeOf, searchOf, searchWithin } from "./palette-text.ts";

test.each([
  ["rock", "all", "rock", "rock"],
  ["> new", "commands", "new", ""],
  ["#en", "tags", "en", "tag contains en"],
  ["#raw data", "tags", "raw data", 'tag contains "raw data"'],
  ["@ada", "people", "ada", ""],
  ["  ", "all", "", ""],
])("%j", (text, mode, words, search) => {
  expect(modeOf(text)).toEqual({ mode, words });
  expect(searchOf(text)).toBe(search);
});

test("a search within a project keeps its own or", () =>
  expect(searchWithin("prj_1", "a or b")).toBe("project = prj_1 (a or b)"));

const hit = (id: string, name: string) => ({ id, name });
test("the best match comes first, then what is here, each once", () => {
  const here = [hit("1", "observations of rock"), hit("2", "rocks")];
  const everywhere = [hit("2", "rocks"), hit("3", "Rock"), hit("4", "old rock")];
  expect(grouped("rock", here, everywhere).map(({ group, hit: { id } }) => [group, id])).toEqual([
    ["Best match", "3"],
    ["Here", "1"],
    ["Here", "2"],
    ["Everywhere", "4"],
  ]);
  expect(grouped("old", [], everywhere).map(({ group }) => group)).toEqual(["Best match", "Found", "Found"]);
  expect(grouped("zzz", [], [hit("1", "by its description")]).map(({ group }) => group)).toEqual(["Found"]);
});
