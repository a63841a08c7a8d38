import { expect, test } from "vitest";
import { shaped } from "./input.ts";

const event = { source: "s", detail: { id: 'a"b', count: 2, list: [1] } };
const inputPaths = { id: "$.detail.id", count: "$.detail.count", list: "$.detail.list", none: "$.detail.none" };
const template = (inputTemplate: string) => shaped(event, { inputTransformer: { inputPaths, inputTemplate } });

test("all of the event, a part of it, or a constant", () => {
  expect(shaped(event, {})).toEqual(event);
  expect(shaped(event, { inputPath: "$.detail.list" })).toEqual([1]);
  expect(shaped(event, { inputPath: "$" })).toEqual(event);
  expect(shaped(event, { input: '{"fixed":true}' })).toEqual({ fixed: true });
});

test("a template takes values as JSON, and as words inside a text", () => {
  expect(template('{"id": <id>, "n": <count>, "list": <list>, "none": <none>}')).toEqual({
    id: 'a"b',
    n: 2,
    list: [1],
    none: null,
  });
  expect(template('{"text": "file <id> has \\"<count>\\" in <list>"}')).toEqual({ text: 'file a"b has "2" in [1]' });
  expect(template('"only <count>"')).toBe("only 2");
  expect(template("no JSON: <count>")).toBe("no JSON: 2");
  expect(template('{"all": <aws.events.event.json>}')).toEqual({ all: event });
});
