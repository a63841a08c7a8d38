import { expect, test } from "vitest";
import { mentionBefore, withMention } from "./mention.ts";

test.each([
  ["@", { from: 0, name: "" }],
  ["ask @An", { from: 4, name: "An" }],
  ["ask @Anna Be", { from: 4, name: "Anna Be" }],
  ["(@An", { from: 1, name: "An" }],
  ["anna@example", undefined],
  ["ask Anna", undefined],
  ["@ Anna", undefined],
  ["@Anna said that then", undefined],
])("in %j it is %j", (text, found) => expect(mentionBefore(text, text.length)).toEqual(found));

test("a picked name takes the place of what was typed", () => {
  expect(withMention("ask @An please", 7, 4, "Anna Berg")).toEqual({ text: "ask @Anna Berg please", caret: 15 });
});
