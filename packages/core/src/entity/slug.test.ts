import { expect, test } from "vitest";
import { slugOf } from "./slug.ts";

test.each([
  ["Flüge 2024 (neu)", "fluge-2024-neu"],
  ["  --flights.csv--", "flights-csv"],
  ["飛行機", "飛行機"],
  ["!!!", "untitled"],
])("%j reads as %j", (name, slug) => expect(slugOf(name)).toBe(slug));
