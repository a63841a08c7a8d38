import { expect, it } from "vitest";
import { eventWords } from "./event-words.ts";

const event = (type: string, parameters: Record<string, unknown> = {}) =>
  eventWords({ id: "", at: "", type, actor: null, entityId: null, runId: null, parameters });

it.each([
  ["access.given", { bundle: "viewer", principalId: "grp_1" }, "gave rights (viewer)"],
  ["project.changed", { fields: ["name", "tags"] }, "changed a project (name, tags)"],
  ["upload.opened", {}, "opened an upload"],
  ["table.trashed", {}, "put into the trash: a table"],
  ["something.new_here", {}, "new here a something"],
] as const)("%s", (type, parameters, words) => {
  expect(event(type, parameters)).toBe(words);
});
