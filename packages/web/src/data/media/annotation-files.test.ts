import { expect, test } from "vitest";
import { annotationFormats, formatOf } from "./annotation-files.ts";

test.each([
  ["boxes.csv.gz", "csv"],
  ["boxes.JSONL", "ndjson"],
  ["instances_val2017.json", "coco"],
  ["000032.xml", "voc"],
  ["MOT17.tar.gz", undefined],
])("%s is likely %s", (name, format) => expect(formatOf(name)).toBe(format));

test("every format says what it carries", () => {
  expect(annotationFormats.filter(({ carries }) => carries === "")).toEqual([]);
  expect(new Set(annotationFormats.map(({ format }) => format)).size).toBe(7);
});
